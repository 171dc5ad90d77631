"""What is done with practices. Each act checks, changes and writes one event in one transaction."""

from lantoa.practices.actions.assessing import assess_in_movement
from lantoa.practices.actions.consenting import remove_name
from lantoa.practices.actions.criteria import appraise, save_criterion
from lantoa.practices.actions.doing import (
    keep_result,
    report_result,
    result_in_words,
    run_again,
    start,
    stop,
    write_core_parts,
)
from lantoa.practices.actions.fields import save_field
from lantoa.practices.actions.judging import accept, mark_typical, recognise, return_for_changes
from lantoa.practices.actions.lessons import publish_lesson, take_back_lesson
from lantoa.practices.actions.requesting import ask_recognition, refuse_recognition
from lantoa.practices.actions.writing import add_evidence, cleaned, draft, edit, must_write, propose
