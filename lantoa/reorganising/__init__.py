"""The pages by which the tree changes: a decision is written, looked at before and after, and only then recorded.

The acts themselves lie with the organisation; what hangs on a unit every room tells by its door `hangs`.
"""
