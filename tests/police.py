"""Every answer that any test gets passes here, whatever the test is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.http import HttpResponse
from django.test import Client

from tests.reading import as_a_browser


@contextmanager
def on_duty() -> Iterator[None]:
    """Every test client's answers are judged until the end of the block."""
    asked = Client.request

    def request(client: Client, **environ: Any) -> HttpResponse:
        answer = asked(client, **environ)
        if is_page(answer):
            answer.content = as_a_browser(answer.content.decode()).encode()
        return answer

    Client.request = request  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Client.request = asked  # type: ignore[method-assign]


def is_page(answer: HttpResponse) -> bool:
    """Whether it is HTML that a person reads."""
    return (
        not answer.streaming
        and answer.get("Content-Type", "").startswith("text/html")
        and bool(answer.content)
    )
