"""Who agreed to be named, to which words, on which day; taken back with one button.

Rooms above name people in what they publish: each says in its door `naming.py` what it asks agreement for.
"""
