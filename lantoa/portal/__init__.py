"""The hall: the menu, what is to be done today, the history, help, and how the pages look.

It stands on every other room and knows them only by their doors (todo.py) and their addresses.
"""
