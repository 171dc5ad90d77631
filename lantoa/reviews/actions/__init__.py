"""What is done to reviews. Each act locks the period, then the paper, and writes one history event."""

from lantoa.reviews.actions.deciding import answer_complaint, complain, decide, rerate, set_ceiling
from lantoa.reviews.actions.heads import (
    let_head_be_quoted,
    save_head,
    send_head,
    speak_of_head,
    take_back_head,
)
from lantoa.reviews.actions.hearing import excuse, find, hear, reply, resume, waive
from lantoa.reviews.actions.keeping import set_template, set_terms
from lantoa.reviews.actions.periods import (
    add_person,
    answer_reopening,
    ask_to_reopen,
    assign,
    close,
    open_period,
    show_drafts,
)
from lantoa.reviews.actions.shared import note_list, note_opening
from lantoa.reviews.actions.writing import prompt, save, send_back, submit, take_back
