"""Tables of practices: fields, the practice, its recognitions, and how others took it over."""

from lantoa.practices.models.adoption import (
    AdoptedPart,
    Adoption,
    AdoptionQuerySet,
    Checkup,
    CorePart,
)
from lantoa.practices.models.appraising import RecognitionRequest, RecognitionRequestQuerySet
from lantoa.practices.models.criteria import Appraised, Criterion
from lantoa.practices.models.field import Field, Level
from lantoa.practices.models.lesson import Lesson, LessonQuerySet
from lantoa.practices.models.practice import (
    SPOKEN,
    WRITTEN,
    Practice,
    PracticeQuerySet,
    as_written,
    bare,
    steps_of,
)
from lantoa.practices.models.recognition import Recognition, RecognitionQuerySet

__all__ = [
    "SPOKEN",
    "WRITTEN",
    "AdoptedPart",
    "Adoption",
    "AdoptionQuerySet",
    "Appraised",
    "Checkup",
    "CorePart",
    "Criterion",
    "Field",
    "Lesson",
    "LessonQuerySet",
    "Level",
    "Practice",
    "PracticeQuerySet",
    "Recognition",
    "RecognitionQuerySet",
    "RecognitionRequest",
    "RecognitionRequestQuerySet",
    "as_written",
    "bare",
    "steps_of",
]
