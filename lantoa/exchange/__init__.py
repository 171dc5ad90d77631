"""Lists that come in and go out: pasted or as a file, looked at before anything is written, taken back for a day.

Each room says in its door `exchange.py` which columns its lists have; the pages, the dry run and the undoing are here.
"""
