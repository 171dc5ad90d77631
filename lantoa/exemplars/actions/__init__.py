"""What is done with exemplars. Each act checks, changes and writes one event in one transaction."""

from lantoa.exemplars.actions.consenting import remove_name
from lantoa.exemplars.actions.judging import publish, return_for_changes
from lantoa.exemplars.actions.writing import Name, draft, edit, propose, withdraw
