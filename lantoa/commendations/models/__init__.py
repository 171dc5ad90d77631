"""Tables of commendations: occasions, proposals and their climb, decisions, who was commended, who was thanked."""

from lantoa.commendations.models.appraisal import ProposalAppraisal
from lantoa.commendations.models.award import AwardLevel, Form, Subject
from lantoa.commendations.models.decision import (
    Commendation,
    CommendationQuerySet,
    Decision,
    DecisionQuerySet,
)
from lantoa.commendations.models.eligibility import (
    EligibilityCondition,
    EligibilityRule,
    Merit,
    StatedYear,
)
from lantoa.commendations.models.occasion import Occasion, OccasionQuerySet
from lantoa.commendations.models.proposal import Proposal, ProposalQuerySet
from lantoa.commendations.models.thanks import Thanks, ThanksQuerySet
