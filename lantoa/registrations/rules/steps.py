"""The life of a paper, and of its end of the year."""

from __future__ import annotations

from lantoa.foundation.approval import Steps, step

DRAFT, SUBMITTED, RETURNED, APPROVED = "draft", "submitted", "returned", "approved"


WITHDRAWN = "withdrawn"


SUBMIT, RETURN, APPROVE, WITHDRAW = "submit", "return", "approve", "withdraw"


TAKE_BACK = "take_back"


ASSESSED, REMARKED, CLOSED = "assessed", "remarked", "closed"


ASSESS, REMARK, REPLY, CLOSE = "assess", "remark", "reply", "close"


STEPS = Steps(
    [
        step(SUBMIT, frm=[DRAFT, RETURNED], to=SUBMITTED),
        step(RETURN, frm=[SUBMITTED], to=RETURNED),
        step(APPROVE, frm=[SUBMITTED], to=APPROVED),
        # A slip of the finger: within ten minutes, while nothing was built on it.
        step(TAKE_BACK, frm=[APPROVED], to=SUBMITTED),
        # Only what somebody else typed: its owner says that it is not hers.
        step(WITHDRAW, frm=[SUBMITTED, RETURNED, APPROVED], to=WITHDRAWN),
    ]
)


YEAR_END_STEPS = Steps(
    [
        step(ASSESS, frm=[ASSESSED], to=ASSESSED),
        # May be mended until it is closed.
        step(REMARK, frm=[ASSESSED, REMARKED], to=REMARKED),
        step(REPLY, frm=[REMARKED], to=REMARKED),
        step(CLOSE, frm=[REMARKED], to=CLOSED),
    ]
)
