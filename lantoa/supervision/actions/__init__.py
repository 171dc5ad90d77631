"""What is done here: programmes, inspections, their papers, conclusions; samples, notes, answers."""

from lantoa.supervision.actions.comparing import compare_papers
from lantoa.supervision.actions.concluding import assign, close, conclude, drop_remedy, remember_remedy
from lantoa.supervision.actions.disciplining import (
    end_discipline,
    reply_to_discipline,
    write_discipline,
)
from lantoa.supervision.actions.inspecting import change, drop, open_inspection, plan
from lantoa.supervision.actions.noting import pass_on, reply, take_back, write_note
from lantoa.supervision.actions.papers import record_paper, send_self_report, set_due
from lantoa.supervision.actions.programming import write_programme
from lantoa.supervision.actions.reading import (
    note_discipline_read,
    note_inspection_read,
    note_inspections_taken,
    note_note_read,
)
from lantoa.supervision.actions.sampling import draw_sample
