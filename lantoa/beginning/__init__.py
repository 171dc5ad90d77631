"""How an office begins: a one-time set-up code, the unit at the top, its administrator and the head who confirms.

After that these pages are gone; what is left is the list of the five steps that a new administrator walks through, and
the page on which every year is set.
"""
