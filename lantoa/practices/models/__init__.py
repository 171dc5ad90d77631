"""Tables of practices: fields, the practice, its recognitions, its core parts."""

from lantoa.practices.models.appraising import RecognitionRequest
from lantoa.practices.models.assessing import MovementAssessment
from lantoa.practices.models.core import CorePart
from lantoa.practices.models.criteria import Appraised, Criterion
from lantoa.practices.models.field import Field, RecognitionLevel
from lantoa.practices.models.lesson import Lesson
from lantoa.practices.models.practice import Practice
from lantoa.practices.models.practices import PracticeQuerySet
from lantoa.practices.models.recognition import Recognition
from lantoa.practices.models.written import SPOKEN, WRITTEN, as_written, bare, steps_of
