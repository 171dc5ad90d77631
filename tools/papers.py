"""make papers: write what is generated again. A test fails when one of them is not what it would be.

python -m tools.papers [--measure [ROOM…]]: with --measure the query budgets of addresses are measured again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import django

ROOT = Path(__file__).parents[1]


def generated() -> dict[str, Callable[[], str]]:
    """Path in the repository → what must stand there. Django has to be set up."""
    from tools import addresses, states

    return {"docs/states.md": states.text, "tests/addresses.tsv": addresses.text}


def main() -> None:
    """Write each that is not current, and say which."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    if "--measure" in sys.argv:
        from tools import addresses

        addresses.measure(sys.argv[2:])
    for name, text in generated().items():
        path, now = ROOT / name, text()
        if not path.exists() or path.read_text() != now:
            path.write_text(now)
            print(f"Written: {name}")


if __name__ == "__main__":
    main()
