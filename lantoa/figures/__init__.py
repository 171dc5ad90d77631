"""Figures: what a figure is. Measures count records, declarations say what has no records, words give precision.

A number is declared once, by the room whose records it counts; everything that shows it comes from there.
"""
