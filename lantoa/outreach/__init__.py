"""What goes out to people and what comes back: gifts and works, news and columns, citizens' opinions.

Money and things are never added; an opinion needs no name; a mistake is struck out and stays readable.
"""
