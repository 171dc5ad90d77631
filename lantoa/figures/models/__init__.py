"""Tables of figures: what is declared and how it is said, and what is kept of large units."""

from lantoa.figures.models.declared import (
    DeclaredFigure,
    DeclaredFigureQuerySet,
    Indicator,
    IndicatorQuerySet,
    Kind,
    Nothing,
    NothingQuerySet,
    Rounding,
    Stage,
    StageQuerySet,
)
from lantoa.figures.models.folded import FoldedSum, Folding, Home, Stale, WholeCount, WholeCountQuerySet
