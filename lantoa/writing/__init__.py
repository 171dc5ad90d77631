"""Advice on a text and the likeness of texts: what could be said more clearly, what was said before.

The advice is a nudge for the author and an order of reading for the reviewer. It never blocks, never
marks, never decides.
"""
