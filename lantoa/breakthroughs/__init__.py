"""Breakthroughs: what a head, a committee or a cell undertakes to bring about on a hard problem.

Registered, approved by the body above with a document number, reported each quarter, assessed each year.
"""
