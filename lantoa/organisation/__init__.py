"""Organisation: units of every kind, the tree they form on a date, and how units change.

A unit is an identity; its name, its parent and its path live in placements with dates.
"""
