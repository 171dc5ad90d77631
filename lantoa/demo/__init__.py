"""Demo: believable units, seeded and repeatable. Organisations as five articles name them, invented people only.

What an article does not say is either left out or marked "minh họa".
"""
