"""Tables of breakthroughs: the undertaking, its milestones, quarters and assessments, and how it changes."""

from lantoa.breakthroughs.models.breakthrough import Breakthrough, BreakthroughQuerySet, as_written
from lantoa.breakthroughs.models.changing import AdvisingBody, Amendment, Appraisal
from lantoa.breakthroughs.models.following import Milestone, QuarterReport, YearAssessment
from lantoa.breakthroughs.words import WRITTEN
