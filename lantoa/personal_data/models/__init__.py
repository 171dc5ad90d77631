"""Tables of a person's rights in her data."""

from lantoa.personal_data.models.emergency import Emergency, EmergencyQuerySet
from lantoa.personal_data.models.erasing import Erasure, RetentionProposal, RetentionRule
from lantoa.personal_data.models.incidents import (
    Incident,
    IncidentNotice,
    IncidentQuerySet,
    IncidentTerm,
)
from lantoa.personal_data.models.purposes import Purpose, PurposeQuerySet
from lantoa.personal_data.models.requests import AnswerTerm, DataRequest, DataRequestQuerySet, Restriction
