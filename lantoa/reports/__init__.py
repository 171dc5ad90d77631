"""Official reports: a form names sections and figures, the composer fills them, the printer knows layout.

A draft shows the numbers of the moment; once issued, its numbers stay as they were signed.
"""
