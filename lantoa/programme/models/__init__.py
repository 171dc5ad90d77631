"""Tables of the programme. Everything has half-open dates: a new name or pillar is a new row, never a change."""

from lantoa.programme.models.core import (
    Directive,
    Kind,
    LegalBasis,
    OfUnitQuerySet,
    Pillar,
    Programme,
    Serves,
    Theme,
)
from lantoa.programme.models.directive import DirectiveAnswer, DirectiveAnswerQuerySet
from lantoa.programme.models.lists import ListProposal
from lantoa.programme.models.movement import Movement, MovementReview, Participation
from lantoa.programme.models.participant import Participant
from lantoa.programme.models.plan import Axis, Plan, PlanQuerySet, PlanTask
