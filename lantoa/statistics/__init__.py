"""The overview of a unit: its key figures, its units side by side, the way from registering to a result.

Every number is counted when the page is opened and opens the list behind it.
"""
