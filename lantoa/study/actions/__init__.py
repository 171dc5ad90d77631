"""What is done with classes, courses and admissions: record, correct, make up for, write on, take back."""

from lantoa.study.actions.admitting import record_admission, strike_out_admission
from lantoa.study.actions.attendance import make_up_for, record_part, remove_part, take_attendance
from lantoa.study.actions.certifying import give_certificates, strike_out_certificate
from lantoa.study.actions.classes import change_class, make_up, record_class, remove_class
from lantoa.study.actions.courses import (
    change_course,
    change_intake,
    record_course,
    record_intake,
    remove_intake,
)
from lantoa.study.actions.curricula import change_curriculum, set_curriculum
from lantoa.study.actions.essays import note_opening, take_back_essay, write_essay
