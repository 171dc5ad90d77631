"""A refusal is one line of the log, under the number its page shows; a fault tells everything."""

from __future__ import annotations

import io
import logging

import pytest


@pytest.fixture
def log():
    """What the console would have shown."""
    console = next(h for h in logging.getLogger().handlers if getattr(h, "formatter", None) and h.filters)
    was = console.setStream(io.StringIO())
    yield console.stream
    console.setStream(was)


@pytest.mark.parametrize("address", ["/nguoi/", "/khong-co-trang-nay/"])
def test_a_refusal_is_one_line_with_the_number_of_its_page(cast, log, address):
    answer = cast.client("member").get(address)
    line, *more = log.getvalue().splitlines()
    assert answer.status_code in (403, 404) and not more
    assert address in line and answer["X-Request-Id"] in line


def test_a_fault_tells_where_it_happened(log, rf):
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        logging.getLogger("django.request").exception(
            "Hỏng", extra={"status_code": 500, "request": rf.get("/")}
        )
    assert "Traceback" in log.getvalue() and "ZeroDivisionError" in log.getvalue()


def test_what_the_database_quotes_of_a_row_is_left_out_with_every_line_of_it(log):
    quoted = (
        "null value in column\nDETAIL:  Failing row contains (1, dòng một\nsố 0912777888 của ông B\n, null)."
    )
    try:
        try:
            raise ValueError(quoted)
        except ValueError as fault:
            raise RuntimeError("not written") from fault
    except RuntimeError:
        logging.getLogger("lantoa").exception("a page fell")
    said = log.getvalue()
    assert "null value in column" in said and "not written" in said
    assert "0912777888" not in said and "dòng một" not in said
