"""What is done with exemplars. Each act checks, changes and writes one event in one transaction."""

from lantoa.exemplars.actions.consenting import agree, record_agreement, remove_name, revoke
from lantoa.exemplars.actions.judging import publish, return_for_changes
from lantoa.exemplars.actions.writing import Name, draft, edit, propose, withdraw

__all__ = [
    "Name",
    "agree",
    "draft",
    "edit",
    "propose",
    "publish",
    "record_agreement",
    "remove_name",
    "return_for_changes",
    "revoke",
    "withdraw",
]
