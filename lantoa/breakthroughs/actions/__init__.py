"""What is done with breakthroughs. Each act checks, changes and writes one event in one transaction."""

from lantoa.breakthroughs.actions.amending import (
    amend,
    propose_amendment,
    refuse_amendment,
    take_back_amendment,
    withdraw_amendment,
)
from lantoa.breakthroughs.actions.carrying import assess_year, close, remark, report_quarter
from lantoa.breakthroughs.actions.deciding import (
    appraise,
    approve,
    choose_advising_body,
    return_for_changes,
    take_back_approval,
)
from lantoa.breakthroughs.actions.writing import Mark, edit, register, submit, withdraw
