"""A list of records that a unit keeps: its columns, how a row is found, which action writes it. The rest is here.

A room declares one `Records` in its door `exchange.py`; from it are made the dry run, the writing, the undoing and the
workbook. It stands in this room because a list names units and people.
"""

from lantoa.people.records.cells import Cell, boxes, choices_of, in_lines, lines_cell, whole
from lantoa.people.records.declared import Records
from lantoa.people.records.links import Link, OneOf, PersonLink, UnitLink
