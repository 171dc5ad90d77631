"""Papers as offices must lay them out: layout rules as dated data, numbers, printers for Word, Excel and CSV.

What a paper says comes from the rooms above; this room knows only how it must look and which number it bears.
"""
