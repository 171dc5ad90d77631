"""Every answer that any test gets passes here, whatever the test is about: the story that asked fails of its faults.

An address is known by its name ("meetings:show"). How many queries it may ask stands in tests/addresses.tsv, which
`make papers` writes and `make budgets` measures. With LANTOA_MEASURED=FOLDER no story fails of it:
what was asked, and what is wrong, is written there. With LANTOA_JUDGED=FOLDER the processes of one run share the
work: what one has judged the others leave alone.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client, client

from lantoa.foundation.addresses import PUBLIC, SIGNED_IN
from tests.judging import faults, raw_words
from tests.reading import as_a_browser
from tests.ready import JUDGED

LISTED = Path(__file__).parent / "addresses.tsv"
MEASURED = "LANTOA_MEASURED"
# Every room refuses with the same page.
REFUSED = (403, 404)
NOT_COUNTED = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")
seen: set[tuple[str, int, str]] = set()
most: defaultdict[str, int] = defaultdict(int)
complaints: dict[str, list[str]] = {}


# Raw words that the story under way has sent: a page that gives them back has not printed them itself.
typed: set[str] = set()


# What a person would read: two pages that differ in nothing else have one build.
WORDS = re.compile(r">[^<]+<")
# What is drawn anew for each page, and numbers: two pages that differ in nothing else say the same.
DRAWN = re.compile(
    r'\b[0-9a-f]{12}\b|\d+|nonce="[^"]*"|"X-CSRFToken": "[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"'
)

# What is thrown at a page to see it stand is no story: its faults count, how much it asks was never measured.
measured_by_stories = True


class PageFault(AssertionError):
    """What is wrong with an answer; `make budgets` tells all of it at once."""


@contextmanager
def on_duty(*, reading: bool = True) -> Iterator[None]:
    """Every test client's answers are judged until the end of the block; without `reading` only what was asked is."""
    asked, keep = Client.request, client.store_rendered_templates

    def request(one: Client, **environ: Any) -> HttpResponse:
        with counting() as count:
            answer = asked(one, **environ)
        look_at(answer, count(), reading)
        return answer

    def keep_the_page(
        store: dict[str, Any], signal: Any, sender: Any, template: Any, context: Any, **more: Any
    ) -> None:
        """The page and what was made for it beforehand; copying what each of their parts was told takes longer."""
        if context.template is template:
            keep(store, signal, sender, template, context, **more)

    Client.request = request  # type: ignore[method-assign, assignment]
    client.store_rendered_templates = keep_the_page  # type: ignore[attr-defined]
    try:
        yield
    finally:
        Client.request = asked  # type: ignore[method-assign]
        client.store_rendered_templates = keep  # type: ignore[attr-defined]
        if os.environ.get(MEASURED):
            _tell(Path(os.environ[MEASURED]))


@contextmanager
def counting() -> Iterator[Callable[[], int]]:
    """How many questions the database is asked in the block."""
    told = 0

    def one_more(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        nonlocal told
        told += not str(sql).startswith(NOT_COUNTED)
        return execute(sql, *more)

    with connection.execute_wrapper(one_more):
        yield lambda: told


def look_at(answer: HttpResponse, queries: int, reading: bool) -> None:
    """Judge, tell every fault, and leave the page as its reader meets it."""
    match = getattr(answer.wsgi_request, "resolver_match", None)
    name, method = (match.view_name if match else "nowhere"), answer.wsgi_request.method
    _remember(answer.wsgi_request)
    found = [*_budget(name, method, queries), *_right(answer, match)]
    if is_page(answer):
        html = answer.content.decode()
        answer.content = as_a_browser(html).encode()
        if reading and _is_new(name, answer.status_code, html):
            found += faults(html, nonce=_nonce(answer), typed=frozenset(typed))
    if found and os.environ.get(MEASURED):
        complaints.setdefault(f"{name} {method} {answer.status_code}", []).extend(found)
    elif found:
        raise PageFault(f"{method} {answer.wsgi_request.path} ({name}): " + "; ".join(found))


def _remember(request: Any) -> None:
    """Keep the raw words among what was sent. Of a body that nobody read nothing can be given back."""
    for sent in (request.GET, vars(request).get("_post", {})):
        for _box, values in sent.lists() if sent else ():
            for value in values:
                typed.update(raw_words(str(value)))


def is_page(answer: HttpResponse) -> bool:
    """Whether it is HTML that a person reads."""
    told = answer.get("Content-Type", "")
    return not answer.streaming and told.startswith("text/html") and bool(answer.content)


def _is_new(name: str, status: int, html: str) -> bool:
    """Whether no page of this address was judged before; a whole one and a piece of one are two.

    Judging takes a tenth of a second. While budgets are measured each build of the page is judged, not only the first;
    of refusals, which have one page for all addresses, each that says something else.
    """
    refused = status in REFUSED
    each = refused or os.environ.get(MEASURED)
    build = DRAWN.sub("", html) if each else str("<html" in html)
    build = build if refused else WORDS.sub("", build)
    shape = ("" if refused else name, status, build)
    new = shape not in seen
    seen.add(shape)
    return new and _is_first(shape)


def _is_first(shape: tuple[str, int, str]) -> bool:
    """Whether none of the processes that share the judging has judged this: who makes the file first does it."""
    folder = os.environ.get(JUDGED)
    if not folder:
        return True
    try:
        (Path(folder) / hashlib.sha256(repr(shape).encode()).hexdigest()).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _budget(name: str, method: str | None, queries: int) -> Iterator[str]:
    key = f"{name} {'POST' if method == 'POST' else 'GET'}"
    if not measured_by_stories:
        return
    most[key] = max(most[key], queries)
    budget = budgets().get(key)
    if budget is not None and queries > budget and not os.environ.get(MEASURED):
        yield f"{queries} queries, its budget is {budget} (tests/addresses.tsv; `make budgets ROOM=…` measures again)"


def _right(answer: HttpResponse, match: Any) -> Iterator[str]:
    """Who reads an address has the right it declares."""
    request: Any = answer.wsgi_request
    right = getattr(match.func, "permission", "") if match else PUBLIC
    if request.method != "GET" or answer.status_code != 200 or right == PUBLIC:
        return
    if not request.actor.is_signed_in or (right != SIGNED_IN and not request.actor.may(right)):
        yield f"read without the right {right!r} that it declares"


@cache
def budgets() -> dict[str, int]:
    """ "meetings:show GET" → how many queries it may ask."""
    if not LISTED.exists():
        return {}
    with LISTED.open() as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {
        f"{row['name']} {way}": int(row[way]) for row in rows for way in ("GET", "POST") if row[way].isdigit()
    }


def _nonce(answer: HttpResponse) -> str:
    found = re.search(r"'nonce-([^']+)'", answer.get("Content-Security-Policy", ""))
    return found[1] if found else ""


def _tell(folder: Path) -> None:
    told = {
        "judged": len(seen),
        "most": most,
        "complaints": {where: sorted(set(what)) for where, what in complaints.items()},
    }
    (folder / f"{os.getpid()}.json").write_text(json.dumps(told, ensure_ascii=False))
