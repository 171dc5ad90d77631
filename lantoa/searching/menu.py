"""The search box stands in the frame of every page, not in the menu."""

from lantoa.foundation.menu import Door

DOORS: tuple[Door, ...] = ()
FRAME = {"search": "searching:index"}
