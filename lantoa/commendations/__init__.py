"""Commendations: who is proposed, how the vote went, who decides at which level, who is commended by which decision.

A nomination is never an award; nobody decides on a proposal for oneself; nothing is published without consent.
"""
