"""A table that somebody pasted or chose as a file: its heading found, its columns understood, each cell read.

Nothing here knows what the table is about: whoever asks gives the columns, and gets rows with values and, at each cell
that cannot be read, the words for it.
"""

from lantoa.foundation.tables.cells import MONTH_FIRST, dates_are_ambiguous, guard, read_cell, unguard
from lantoa.foundation.tables.columns import Choice, Column
from lantoa.foundation.tables.grid import Grid, read_file, read_given, read_text
from lantoa.foundation.tables.heading import Heading, find_heading, heading_from
from lantoa.foundation.tables.rows import Row, read_rows
