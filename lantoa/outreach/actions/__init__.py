"""What is done in outreach: record a gift, a work, an opinion, an article; correct, answer, resolve, strike out."""

from lantoa.outreach.actions.correcting import (
    correct_article,
    correct_donation,
    correct_opinion,
    correct_work,
)
from lantoa.outreach.actions.following import forward_opinion, record_satisfaction
from lantoa.outreach.actions.recording import (
    answer_opinion,
    end_column,
    hand_over,
    hold_forum,
    launch_campaign,
    receive_opinions,
    record_article,
    record_donation,
    record_work,
    resolve_opinion,
    strike_out,
)
