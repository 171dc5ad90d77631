"""What is done with practices. Each act checks, changes and writes one event in one transaction."""

from lantoa.practices.actions.adopting import (
    adapt,
    adopt,
    mark_parts,
    withdraw,
)
from lantoa.practices.actions.checkups import (
    answer_checkup,
    take_back_answer,
)
from lantoa.practices.actions.consenting import remove_name
from lantoa.practices.actions.criteria import (
    appraise,
    save_criterion,
)
from lantoa.practices.actions.doing import (
    report_result,
    start,
    stop,
    write_core_parts,
)
from lantoa.practices.actions.fields import (
    save_field,
)
from lantoa.practices.actions.judging import (
    accept,
    mark_typical,
    recognise,
    return_for_changes,
)
from lantoa.practices.actions.lessons import (
    publish_lesson,
    take_back_lesson,
)
from lantoa.practices.actions.requesting import (
    ask_recognition,
    refuse_recognition,
)
from lantoa.practices.actions.writing import (
    add_evidence,
    draft,
    edit,
    propose,
)

__all__ = [
    "accept",
    "adapt",
    "add_evidence",
    "adopt",
    "answer_checkup",
    "appraise",
    "ask_recognition",
    "draft",
    "edit",
    "mark_parts",
    "mark_typical",
    "propose",
    "publish_lesson",
    "recognise",
    "refuse_recognition",
    "remove_name",
    "report_result",
    "return_for_changes",
    "save_criterion",
    "save_field",
    "start",
    "stop",
    "take_back_answer",
    "take_back_lesson",
    "withdraw",
    "write_core_parts",
]
