"""People: persons, their membership of cells, titles and duties, posts for a time, and how they sign in.

Who may see what is decided here: an Actor is a person with a post on a date.
"""
