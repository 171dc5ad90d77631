"""The programme as dated data: its name, pillars and legal bases on a day; themes, directives, movements, plans.

What a year is about comes down the tree from here; registrations, meetings and reports read it, never type it.
"""
