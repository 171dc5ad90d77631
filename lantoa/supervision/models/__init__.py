"""What this room keeps."""

from lantoa.supervision.models.copies import Comparison
from lantoa.supervision.models.discipline import Discipline, DisciplineQuerySet
from lantoa.supervision.models.inspection import Inspection, InspectionQuerySet
from lantoa.supervision.models.notes import Note, NoteQuerySet, NoteReply
from lantoa.supervision.models.papers import FileDocument, FileDocumentQuerySet
from lantoa.supervision.models.programme import YearProgramme, YearProgrammeQuerySet
from lantoa.supervision.models.remedy import Remedy, RemedyQuerySet
from lantoa.supervision.models.sample import Sample, SampledPaper, SampleQuerySet
