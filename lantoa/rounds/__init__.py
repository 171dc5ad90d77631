"""Collection rounds: figures are asked once, each unit confirms what is counted, the sum is approved upward.

Whoever is silent blocks nobody: a level approves with its gaps named, and what comes late is an addendum.
"""
