"""SQLite as Django knows it, with a door before its one lock (base.py)."""
