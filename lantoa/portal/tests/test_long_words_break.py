"""A key, a seal or a path is one word longer than a phone is wide."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders


def test_what_is_marked_to_wrap_wraps_though_numbers_do_not():
    sheet = Path(str(finders.find("portal/css/base.css"))).read_text()
    numbers, wrapping = sheet.index(".num,"), sheet.index(".num.wrap")
    assert numbers < wrapping
    assert re.match(r"\.num\.wrap \{ white-space: normal; overflow-wrap: anywhere; \}", sheet[wrapping:])
