"""What a page says of its own filter, in the words that she chose there: read from the page itself.

Every room draws its filters alike (chips, boxes to choose from, a box to search), each with words of its own.
"""

from __future__ import annotations

import copy
from urllib.parse import parse_qsl, urlencode, urlsplit

import lxml.html
from django.http import HttpRequest, QueryDict
from django.urls import resolve

from lantoa.foundation.sheets import ASKED

# What is chosen: a chip, an entry of a box, words that are searched for, a day.
CHOSEN = (
    "//main//nav[contains(@class, 'chips')]//*[@aria-current]"
    " | //main//form[@method='get']//option[@selected and @value!='']"
    " | //main//form[@method='get']//input[(@type='search' or @type='text') and @value and @value!='']"
)


def words_of(request: HttpRequest, address: str) -> str:
    """ "Quá hạn, năm 2026, “thi”" as the page at this address shows its filter to whoever asks; "" for none."""
    parts = urlsplit(address)
    query = urlencode([pair for pair in parse_qsl(parts.query) if pair[0] != ASKED])
    seen = copy.copy(request)
    seen.method, seen.path, seen.path_info = "GET", parts.path, parts.path
    seen.GET, seen.POST = QueryDict(query), QueryDict()
    seen.META = {**request.META, "QUERY_STRING": query, "PATH_INFO": parts.path, "REQUEST_METHOD": "GET"}
    found = resolve(parts.path)
    seen.resolver_match = found
    answer = found.func(seen, *found.args, **found.kwargs)
    return words_in(answer.content.decode()) if answer.status_code == 200 else ""


def words_in(page: str) -> str:
    """The same of a page as it was drawn."""
    told = [_said(one) for one in lxml.html.fromstring(page).xpath(CHOSEN)]
    return ", ".join(dict.fromkeys(filter(None, told)))


def _said(one: lxml.html.HtmlElement) -> str:
    if one.tag == "input":
        return f"“{one.get('value').strip()}”"
    return " ".join(one.text_content().split())
