"""Inspection and oversight: the programme of a year, the file of each, samples read beside their evidence.

Signs are no findings, nobody is put in order, and what is noted of a person she reads and answers.
"""
