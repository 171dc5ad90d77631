"""Meetings: regular, thematic, under the flag, of the committee; who was absent, what was said, what comes next.

A thematic meeting never stands in for a regular one, and the two series are never added up.
"""
