"""One box that finds people, units, papers and practices: the index of what the doors `search` declare.

The index keeps who may find a row; where units stand it asks the tree of the day, so that nothing has to run at night.
"""
