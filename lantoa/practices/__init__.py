"""Practices: models, tasks and ways of working that units and people register, run, and are recognised for.

Proposed by anyone, agreed to at the level it is registered at, readable to the whole province from then on.
"""
