"""A full disk, a database that may only be read, a question too slow, a file that is gone: each says what it is."""

from __future__ import annotations

import errno
import io
import logging

import pytest
from django.db import InternalError, OperationalError, connection, transaction

from lantoa.foundation import faults, middleware
from lantoa.foundation.attachments import Judged, keep, serve
from lantoa.foundation.faults import BROKEN, BUSY, FULL, GONE, READ_ONLY, SLOW, FileGone, cause_of

sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL numbers it")
postgres = pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite says it in words")


@pytest.fixture
def log():
    """What the console would have shown."""
    console = next(h for h in logging.getLogger().handlers if getattr(h, "formatter", None) and h.filters)
    was = console.setStream(io.StringIO())
    yield console.stream
    console.setStream(was)


def caught(*statements: str) -> Exception:
    """What the database raises on the last of these, in a transaction of its own."""
    known = pytest.raises((OperationalError, InternalError))
    with known as raised, transaction.atomic(), connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one)
    return raised.value


@sqlite
@pytest.mark.django_db
def test_sqlite_that_may_only_be_read_or_has_no_room_is_known():
    write = "CREATE TABLE probe (words text)"
    try:
        assert cause_of(caught("PRAGMA query_only=1", write)) is READ_ONLY
    finally:
        connection.cursor().execute("PRAGMA query_only=0")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE much (words blob)")
        cursor.execute("PRAGMA temp.max_page_count=4")
    assert cause_of(caught("INSERT INTO much VALUES (zeroblob(1000000))")) is FULL


@postgres
@pytest.mark.django_db
def test_postgresql_that_may_only_be_read_or_was_asked_too_much_is_known():
    write = "CREATE TABLE probe (words text)"
    assert cause_of(caught("SET TRANSACTION READ ONLY", write)) is READ_ONLY
    assert cause_of(caught("SET LOCAL statement_timeout = 20", "SELECT pg_sleep(5)")) is SLOW


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        (OperationalError("database is locked"), BUSY),
        (OperationalError("database disk image is malformed"), BROKEN),
        (OperationalError("connection refused"), faults.AWAY),
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EROFS, "Read-only file system"), READ_ONLY),
        (FileGone("7"), GONE),
        (InternalError("something else"), None),
        (ValueError("ours"), None),
        (FileNotFoundError(errno.ENOENT, "ours too"), None),
        (None, None),
    ],
)
def test_each_fault_of_the_machine_has_its_cause_and_ours_has_none(fault, cause):
    assert cause_of(fault) is cause


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OperationalError("database or disk is full"), "Đĩa của máy chủ đã đầy"),
        (OperationalError("attempt to write a readonly database"), "Máy chủ đang chỉ cho đọc"),
        (OSError(errno.ENOSPC, "No space left on device"), "dọn chỗ trên đĩa"),
    ],
)
@pytest.mark.parametrize(
    "where", ["lantoa.portal.queries.work_of", "django.contrib.sessions.backends.db.SessionStore.load"]
)
def test_the_page_says_what_it_is_and_the_log_has_one_line(cast, monkeypatch, log, fault, said, where):
    """On a page, and before any page was asked."""

    def broken(*args, **kwargs):
        raise fault

    client = cast.client("member")
    client.raise_request_exception = False
    monkeypatch.setattr(where, broken)
    answer = client.get("/")
    line, *more = log.getvalue().splitlines()
    assert (answer.status_code, answer["Retry-After"], more) == (503, "60", [])
    assert said in answer.content.decode() and "kết nối" not in answer.content.decode()
    assert answer["X-Request-Id"] in line and cause_of(fault).name in line


@pytest.mark.django_db
def test_a_file_that_the_disk_has_lost_is_told_and_is_no_fault_of_ours(cast, settings, tmp_path, rf, log):
    settings.MEDIA_ROOT = tmp_path
    kept = keep(Judged("giay.pdf", "application/pdf", b"%PDF-1.4"), by=cast.member)
    kept.file.storage.delete(kept.file.name)
    with pytest.raises(FileGone) as gone:
        serve(kept)
    request = rf.get("/")
    request.id, request.resolver_match = "so-hieu", None
    answer = middleware.Faults(lambda _request: None).process_exception(request, gone.value)
    assert answer.status_code == 404 and "không còn trên máy chủ" in answer.content.decode()
    assert "so-hieu" in log.getvalue() and "Traceback" not in log.getvalue()


def test_what_a_database_says_besides_is_told_whole_in_the_log(cast, monkeypatch, log):
    """A column that is missing is no full disk: nobody finds it by "out of reach" alone."""

    def broken(*args, **kwargs):
        raise OperationalError("no such column: starts")

    client = cast.client("member")
    client.raise_request_exception = False
    monkeypatch.setattr("lantoa.portal.queries.work_of", broken)
    answer = client.get("/")
    assert answer.status_code == 503 and "no such column: starts" in log.getvalue()
    assert "Traceback" in log.getvalue() and "no such column" not in answer.content.decode()
