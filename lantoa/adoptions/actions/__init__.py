"""What is done about taking over. Each act checks, changes and writes one event in one transaction."""

from lantoa.adoptions.actions.adopting import adapt, adopt, mark_parts, withdraw
from lantoa.adoptions.actions.checkups import answer_checkup, take_back_answer
from lantoa.adoptions.actions.discussing import choose, leave, must_discuss_for, note
