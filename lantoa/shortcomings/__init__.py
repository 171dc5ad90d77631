"""What is to be mended: a shortcoming of a unit or of a person, where it was found, who mends it and until when.

It is closed by somebody other than the one who mends it, and whoever it is about always reads it and may answer.
"""
