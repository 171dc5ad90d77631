"""What a unit has to mend or has taken as its theme, and up to three practices of others that may answer it.

A quiet offer with a reason in words: nobody is told to take it, and what does not fit is put aside with one press.
"""
