"""What is done to rounds."""

from lantoa.rounds.actions.answering import complete_above, send
from lantoa.rounds.actions.bounding import drop_bound, keep_bound
from lantoa.rounds.actions.following import follow_the_tree
from lantoa.rounds.actions.judging import (
    accept,
    accept_many,
    ask_to_reopen,
    give_back,
    leave_closed,
    reopen,
)
from lantoa.rounds.actions.opening import close_round, open_round, withdraw_round
