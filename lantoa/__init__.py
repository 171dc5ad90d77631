"""Lan Tỏa: the house. Rooms stand on the rooms below them; see ARCHITECTURE.md."""
