"""The honest look: reviews of persons and collectives by quarter, by year, and when needed.

A person is looked at by people, with her records in front of them and a right to answer. The software prepares and
keeps order: it counts no marks, puts nobody in order by a mark or a rating, and decides nothing.
"""
