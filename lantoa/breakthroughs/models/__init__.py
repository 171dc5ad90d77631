"""Tables of breakthroughs: the undertaking, its milestones, quarters and assessments, and how it changes."""

from lantoa.breakthroughs.models.breakthrough import Breakthrough, BreakthroughQuerySet, as_written
from lantoa.breakthroughs.models.changing import AdvisingBody, Amendment, AmendmentQuerySet, Appraisal
from lantoa.breakthroughs.models.following import Milestone, QuarterReport, YearAssessment
from lantoa.breakthroughs.words import WRITTEN

__all__ = [
    "WRITTEN",
    "AdvisingBody",
    "Amendment",
    "AmendmentQuerySet",
    "Appraisal",
    "Breakthrough",
    "BreakthroughQuerySet",
    "Milestone",
    "QuarterReport",
    "YearAssessment",
    "as_written",
]
