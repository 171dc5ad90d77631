"""Tables of study: classes, curricula and courses of political theory, people admitted to the Party."""

from lantoa.study.models.attendance import ClassAbsence, ClassUnit
from lantoa.study.models.classes import StudyClass, StudyClassQuerySet
from lantoa.study.models.courses import Course, CourseIntake, CourseKind, Curriculum, CurriculumPart
from lantoa.study.models.essays import Essay, reads_below
from lantoa.study.models.people import Admission, Certificate
