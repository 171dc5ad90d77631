"""What an address asks of a list: a period, a filter. Read once here, the same in every room."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period, recent
from lantoa.foundation.text import LONGEST_SEARCH, MOST_WORDS, is_cut


def asked_period(request: HttpRequest) -> Period | None:
    """The period in ?ky=, None for all time. BadInput when it cannot be read."""
    text = request.GET.get("ky", "")
    return Period.parse(text, "ky") if text else None


def period_choices(request: HttpRequest, today: dt.date) -> list[tuple[str, str, bool]]:
    """(code, label, chosen) for the filter; a period from elsewhere keeps its place in the list."""
    asked = asked_period(request)
    offered = recent(today)
    if asked and asked not in offered:
        offered.append(asked)
    return [(period.code, period.label, period == asked) for period in offered]


def chosen(request: HttpRequest, name: str, values: Iterable[str]) -> str:
    """A filter from the address, ignored when it is none of the values."""
    asked = request.GET.get(name, "")
    return asked if asked in set(values) else ""


def asked_words(request: HttpRequest, name: str = "tim") -> str:
    """What a list is searched for; a search longer than it looks at is cut, and the page says so."""
    text = request.GET.get(name, "").strip()
    if not is_cut(text):
        return text
    messages.info(request, _("Chỉ tìm theo %(n)s từ đầu của câu đã gõ.") % {"n": MOST_WORDS})
    return " ".join(text[:LONGEST_SEARCH].split()[:MOST_WORDS])


def asked_key(text: str | None) -> int | None:
    """The key of a record in an address or a box; None when it can be none."""
    # Eighteen digits fit both databases, and no record has a longer key.
    return int(text[:18]) if text and re.fullmatch("[0-9]+", text) else None


def choices_of(choices: Any, asked: str) -> list[tuple[str, str, bool]]:
    """(code, words, chosen) of every choice of a TextChoices."""
    return [(code, words, code == asked) for code, words in choices.choices]
