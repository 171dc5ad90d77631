"""What is done about commendations: propose, vote, submit, return, send up, decide, award, consent; thanks."""

from lantoa.commendations.actions.consenting import give_consent, revoke_consent
from lantoa.commendations.actions.judging import (
    appraise,
    approve,
    decide,
    decline,
    return_for_changes,
    send_up,
)
from lantoa.commendations.actions.nominating import discard, open_occasion, propose, rewrite, submit, vote
from lantoa.commendations.actions.reading import note_evidence
from lantoa.commendations.actions.recording import award, forget_empty, record_decision, strike_out
from lantoa.commendations.actions.setting import (
    save_rule,
    state_year,
    take_ready_rules,
    unstate_year,
)
from lantoa.commendations.actions.shared import Commended, Vote
from lantoa.commendations.actions.thanking import let_it_be_shown, take_back, thank
