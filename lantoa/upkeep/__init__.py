"""Upkeep: what runs by itself, copies that are kept and brought back, whether all is well; for administrators."""
