"""Visits of a cell to families: on which day, to how many. Below the rooms that tell of what is done for people."""
