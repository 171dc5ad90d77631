"""Folded sums: of units from grassroots organisations up, what measures count a month, so that nobody waits for it."""
