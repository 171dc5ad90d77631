"""What a person sees and presses: the year of a cell, what is to come, one meeting, recording and scoring it."""

from lantoa.meetings.pages.lists import everywhere, index, mine, tellings
from lantoa.meetings.pages.offline import offline_worker
from lantoa.meetings.pages.one import (
    answer_drop,
    answer_take,
    file,
    minutes,
    posted,
    remove,
    resolution,
    show,
    task,
    task_done,
)
from lantoa.meetings.pages.paper import attendance_sheet, read_sheet
from lantoa.meetings.pages.planning import (
    agree,
    appoint,
    appoint_year,
    calendar,
    cancel,
    prepare,
    reappoint,
    schedule,
    schedule_word,
    upcoming,
)
from lantoa.meetings.pages.record import attendance_table, edit, record
from lantoa.meetings.pages.scoring import rule, score, scores
