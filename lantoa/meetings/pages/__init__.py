"""What a person sees and presses: the year of a cell, one meeting, recording a meeting."""

from lantoa.meetings.pages.lists import everywhere, index, mine
from lantoa.meetings.pages.one import file, posted, remove, show
from lantoa.meetings.pages.record import edit, record
