"""Pages speak one dialect: one way to carry an act out, one name for a translation."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

HOUSE = Path(settings.BASE_DIR) / "lantoa"

# Where a refusal is said elsewhere than on the form that was sent, and why.
BY_HAND = {
    "breakthroughs/pages/writing.py": "sending up: what is missing is shown on the form of writing",
    "practices/pages/writing.py": "proposing: what is missing is shown on the form of writing",
    "registrations/pages/sheet.py": "a form that refuses while it is read",
    "reorganising/pages.py": "one form is looked at first and recorded later",
}


def modules() -> dict[str, str]:
    """name → text of every module that is served."""
    left_out = {"tests", "migrations"}
    kept = [path for path in HOUSE.rglob("*.py") if not left_out & set(path.parts)]
    return {str(path.relative_to(HOUSE)): path.read_text() for path in kept}


def test_pages_carry_acts_out_in_one_way():
    by_hand = {
        name
        for name, text in modules().items()
        if "put_refusal" in text and not name.startswith("foundation/")
    }
    assert by_hand == set(BY_HAND), "use foundation.fields.carry_out"


def test_a_translation_has_one_name():
    """`_` is what the module says most; the other of the two is called by its full name."""
    renamed = re.compile(r"import (?:n|p|np)?gettext(?:_lazy)? as (?!_$)\w+", re.M)
    assert {name for name, text in modules().items() if renamed.search(text)} == set()
