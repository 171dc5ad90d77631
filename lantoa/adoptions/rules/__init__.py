"""Decisions about taking over: no database, no clock."""

from lantoa.adoptions.rules.adopting import (
    ANSWER_WITHIN,
    FULL_YEAR,
    HALF_YEAR,
    OLDEST,
    WINDOW,
    PartFate,
    may_be_withdrawn,
    months_after,
    must_be_of_another,
    must_be_sound,
    must_be_worth_learning,
    must_not_be_its_own,
    must_not_have_it_already,
    next_question,
    question_due,
    questions_until,
)
from lantoa.adoptions.rules.spreading import Generation
