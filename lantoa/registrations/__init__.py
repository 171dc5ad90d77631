"""Registrations: what a person or a collective undertakes to do this year, in the spirit of the programme.

Written by its owner, approved by the cell or the level above, carried out line by line with evidence.
"""
