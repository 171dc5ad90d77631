"""What is done about commendations: propose, vote, submit, return, send up, decide, award, consent."""

from lantoa.commendations.actions.consenting import give_consent, revoke_consent
from lantoa.commendations.actions.judging import approve, decide, decline, return_for_changes, send_up
from lantoa.commendations.actions.nominating import discard, open_occasion, propose, rewrite, submit, vote
from lantoa.commendations.actions.recording import award, forget_empty, record_decision, strike_out
from lantoa.commendations.actions.shared import Commended, Vote
