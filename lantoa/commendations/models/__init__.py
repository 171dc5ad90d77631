"""Tables of commendations: occasions, proposals and their climb, decisions, and who was commended."""

from lantoa.commendations.models.award import AwardLevel, Form, Subject
from lantoa.commendations.models.decision import (
    Commendation,
    CommendationQuerySet,
    Decision,
    DecisionQuerySet,
)
from lantoa.commendations.models.occasion import Occasion, OccasionQuerySet
from lantoa.commendations.models.proposal import Proposal, ProposalQuerySet
