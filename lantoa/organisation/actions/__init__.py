"""How the tree changes. Each act writes one Reorganisation and one history event, and nothing overwrites the past.

Every act takes `on`, the first day on which the change holds (it may lie ahead), `by`, the actor, and what is known
of the decision: its number, its date, a note. All refuse with BadInput when a unit concerned does not stand on that
day or has a later change, and with NotAllowed when the actor may not reorganise these units.
"""

from lantoa.organisation.actions.changing import correct, move, rename
from lantoa.organisation.actions.ending import dissolve
from lantoa.organisation.actions.founding import found, found_list
from lantoa.organisation.actions.joining import merge, split
from lantoa.organisation.actions.undoing import take_back, undo
