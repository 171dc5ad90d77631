"""A room is added by docs/handbook/a-room.md: the house takes it as it is, and no other room is touched.

The room stands in `a_new_room/visits`: one table, one page with its form, one number, one thing to do.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tools.test import at_home

pytestmark = pytest.mark.deep
HERE = Path(settings.BASE_DIR)
PYTEST = "-m pytest -q -n 0 --rooms=visits"
# What reads all rooms: the whole of this folder, and the stories of rooms that gather from the others.
READING_ALL = (
    "tests/architecture tests/security/test_fields.py lantoa/reports/tests/test_nothing_goes_untold.py "
    "lantoa/reports/tests/test_the_form_names_what_exists.py lantoa/personal_data/tests/test_keeps.py "
    "lantoa/exchange/tests/test_every_list.py lantoa/portal/tests/test_history.py"
)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the house with the room in it: what the handbook says is done, and nothing else."""
    there = tmp_path_factory.mktemp("house")
    for name in kept():
        (there / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(HERE / name, there / name)
    shutil.copytree(HERE / "tests/architecture/a_new_room/visits", there / "lantoa/visits")
    put(there / "config/settings.py", r'(    "study",\n)', r'    "visits",\n\1')
    put(there / "pyproject.toml", r'(    "\(study\)",\n)', r'\1    "(visits)",\n')
    put(there / "pyproject.toml", r'(    "lantoa.study",\n)', r'\1    "lantoa.visits",\n')
    put(
        there / "ARCHITECTURE.md",
        r"(\| \| `study` \|.*\n)",
        r"\1| | `visits` | visits of a cell to families |\n",
    )
    run(there, "manage.py makemigrations visits -n visits_are_written_down")
    run(there, "-m tools.papers")
    return there


def kept():
    """The files that git keeps here, or would."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True).stdout.splitlines()
    return [name for name in told if (HERE / name).is_file()]


def put(path, place, text):
    """Write one line at its place; there is one such place."""
    written, times = re.subn(place, text, path.read_text())
    assert times == 1, f"{path.name}: {place} stands there {times} times"
    path.write_text(written)


def run(there, words):
    """Run Python in the copy; what it said when it failed is what the story fails with."""
    told = subprocess.run(
        [sys.executable, *words.split()],
        cwd=there,
        env=at_home() | {"LANTOA_VAR": str(there / "var")},
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stdout[-4000:] + told.stderr[-4000:]


def test_it_touches_the_settings_the_layers_and_the_papers_and_no_other_room(house):
    touched = {name for name in kept() if (house / name).read_bytes() != (HERE / name).read_bytes()}
    assert touched == {"config/settings.py", "pyproject.toml", "ARCHITECTURE.md", "tests/addresses.tsv"}


def test_its_imports_stand_in_the_tower(house):
    run(house, "-c __import__('importlinter.cli').cli.lint_imports_command()")


def test_its_own_stories_and_all_that_reads_the_whole_house_are_content(house):
    run(house, f"{PYTEST} lantoa/visits {READING_ALL}")
