"""Exemplars: collectives and persons whose good deed is told to others, with its results.

Nobody is named in public without having agreed, and whoever takes the agreement back is gone from there at once.
"""
