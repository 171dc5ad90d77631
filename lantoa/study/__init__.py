"""Study: classes at which documents and themes are learnt, and how many of those summoned attended.

Numerator and denominator are kept apart at every class: "luôn đạt hơn 98,5 %" is the least of them, no average.
"""
