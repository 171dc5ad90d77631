"""What is done in outreach: record a gift, a work, an opinion, an article; correct, answer, resolve, strike out."""

from lantoa.outreach.actions.complaining import (
    accept_complaint,
    enter_complaint,
    forward_complaint,
    note_opening,
    settle_complaint,
)
from lantoa.outreach.actions.correcting import (
    correct_article,
    correct_complaint,
    correct_donation,
    correct_issue,
    correct_opinion,
    correct_pledge,
    correct_prize_work,
    correct_sharing,
    correct_work,
)
from lantoa.outreach.actions.following import forward_opinion, record_satisfaction
from lantoa.outreach.actions.giving import end_pledge, launch_campaign, pledge, record_donation
from lantoa.outreach.actions.publishing import (
    award_prize,
    open_prize,
    record_issue,
    record_sharing,
    send_work,
)
from lantoa.outreach.actions.recording import (
    answer_opinion,
    end_column,
    hand_over,
    hold_forum,
    receive_opinions,
    record_article,
    record_work,
    resolve_opinion,
    strike_out,
)
