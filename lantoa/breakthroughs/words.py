"""The states of a breakthrough and of its amendments, and what a person writes."""

from __future__ import annotations

from typing import Any

DRAFT, WITHDRAWN, APPRAISING = "draft", "withdrawn", "appraising"
SUBMITTED, RETURNED = "submitted", "returned"
APPROVED, RUNNING, CLOSED = "approved", "running", "closed"
BEFORE_APPROVAL = (DRAFT, WITHDRAWN, APPRAISING, SUBMITTED, RETURNED)
WRITABLE = (DRAFT, WITHDRAWN, RETURNED)
# Only its own unit sees these: nobody else has them on the table.
AT_HOME = (DRAFT, WITHDRAWN)
WAITING = (APPRAISING, SUBMITTED)
UNDER_WAY = (APPROVED, RUNNING)

# What the advising body says: it advises, the approving body decides.
AGREE, MEND = "agree", "mend"

# An amendment.
PENDING, IN_FORCE, REFUSED = "pending", "in_force", "refused"

# What a person writes; everything else is set by acts.
WRITTEN = (
    "is_key_task",
    "statement",
    "problem",
    "solution",
    "start_value",
    "target_value",
    "unit_of_value",
    "product",
    "beneficiaries",
    "partners",
    "horizon",
    "starts",
    "ends",
    "approving_unit",
)

# What an amendment may change of an approved text; the rest stands as it was approved.
AMENDABLE = tuple(name for name in WRITTEN if name not in ("is_key_task", "approving_unit"))

# What a decision writes, as it is where nothing is decided.
NOT_DECIDED: dict[str, Any] = {
    "document_number": "",
    "approved_on": None,
    "decided_by": "",
    "supervising_unit": None,
    "meeting": None,
    "approved_by": None,
    "approved_at": None,
}
AMENDMENT_NOT_DECIDED: dict[str, Any] = {
    "document_number": "",
    "decided_on": None,
    "decided_by": "",
    "meeting": None,
    "approved_by": None,
    "approved_at": None,
}
