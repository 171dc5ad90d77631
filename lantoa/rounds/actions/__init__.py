"""What is done to rounds."""

from lantoa.rounds.actions.opening import close_round, open_round, withdraw_round
