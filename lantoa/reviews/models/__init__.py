"""Tables of reviews."""

from lantoa.reviews.models.after import Complaint, Rerating
from lantoa.reviews.models.forms import Section, Template, Terms
from lantoa.reviews.models.heads import HeadOpinion, HeadReport, HeadReportQuerySet
from lantoa.reviews.models.hearings import Finding, Hearing, Mark
from lantoa.reviews.models.papers import Prompt, Review, ReviewQuerySet, Statement
from lantoa.reviews.models.periods import (
    ComparableGroup,
    Reopening,
    ReviewPeriod,
    ReviewPeriodQuerySet,
    members_of,
)
