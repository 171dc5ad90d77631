"""One database written to a file and read back, SQLite or PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection, connections
from django.utils.translation import gettext as _

from lantoa.foundation.errors import Conflict

DUMP = "database"


def dump(folder: Path) -> dict[str, int]:
    """Write the whole database as of one instant to `folder/database`; table → rows of that instant."""
    if connection.vendor == "sqlite":
        return _dump_sqlite(folder / DUMP)
    return _dump_postgres(folder / DUMP)


def _dump_sqlite(place: Path) -> dict[str, int]:
    """The online backup: a plain copy of the file misses what is still beside it (-wal)."""
    if connection.in_atomic_block:
        raise RuntimeError("a backup inside a transaction would wait for itself")
    connection.ensure_connection()
    target = sqlite3.connect(place)
    try:
        connection.connection.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        return counts_of(target)
    finally:
        target.close()


def counts_of(database: sqlite3.Connection) -> dict[str, int]:
    """Table → rows, after asking the file whether it is whole. Conflict when it is not."""
    if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        raise Conflict(_("Tệp cơ sở dữ liệu trong bản sao bị hỏng."))
    if database.execute("PRAGMA foreign_key_check").fetchone():
        raise Conflict(_("Bản sao có bản ghi trỏ đến bản ghi không tồn tại."))
    tables = database.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
    )
    names = [name for (name,) in tables.fetchall()]
    return {name: database.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in names}


def _dump_postgres(place: Path) -> dict[str, int]:
    """pg_dump of an exported snapshot, so that the rows counted are the rows written."""
    with psycopg.connect(**_named()) as snapshot:
        snapshot.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        (name,) = snapshot.execute("SELECT pg_export_snapshot()").fetchone()  # type: ignore[misc]
        run("pg_dump", "--format=custom", "--no-owner", f"--snapshot={name}", f"--file={place}", *_target())
        return count_postgres(snapshot)


def count_postgres(database: Any) -> dict[str, int]:
    """Table → rows of everything in the public schema."""
    found = database.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    return {
        name: database.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for (name,) in sorted(found)
    }


def check(place: Path) -> dict[str, int]:
    """Open what was written and count it. On PostgreSQL the whole archive is decoded, which finds a damaged one;
    its rows are counted again when it is restored."""
    if connection.vendor != "sqlite":
        run("pg_restore", "--file=/dev/null", str(place))
        return {}
    database = sqlite3.connect(f"file:{place}?mode=ro", uri=True)
    try:
        return counts_of(database)
    finally:
        database.close()


def is_empty() -> bool:
    """Whether nothing stands here: no unit, no account. A database without tables is empty."""
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in ("organisation_unit", "people_account"):
            if table in tables:
                cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")
                if cursor.fetchone():
                    return False
    return True


def bring_back(place: Path) -> dict[str, int]:
    """Put the database in place of the empty one here; table → rows."""
    if connection.vendor == "sqlite":
        return _bring_back_sqlite(place)
    with psycopg.connect(**_named(), autocommit=True) as database:
        database.execute("DROP SCHEMA public CASCADE")
        database.execute("CREATE SCHEMA public")
        run("pg_restore", "--no-owner", "--exit-on-error", *_target("--dbname="), str(place))
        return count_postgres(database)


def _bring_back_sqlite(place: Path) -> dict[str, int]:
    connections.close_all()
    target = Path(str(connection.settings_dict["NAME"]))
    for beside in (target, target.with_name(target.name + "-wal"), target.with_name(target.name + "-shm")):
        beside.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(place.read_bytes())
    return check(target)


def _named() -> dict[str, Any]:
    known = connection.settings_dict
    asked = {
        "host": known["HOST"],
        "port": known["PORT"],
        "user": known["USER"],
        "password": known["PASSWORD"],
    }
    return {"dbname": known["NAME"], **{name: value for name, value in asked.items() if value}}


def _target(before_name: str = "") -> list[str]:
    known = _named()
    options = [f"--{name}={value}" for name, value in known.items() if name in ("host", "port")]
    if "user" in known:
        options.append(f"--username={known['user']}")
    return [*options, f"{before_name}{known['dbname']}"]


def run(*command: str) -> None:
    """A program of PostgreSQL; the password goes by the environment. Conflict, in words, when it fails."""
    asked = {**os.environ, "PGPASSWORD": str(_named().get("password", ""))}
    try:
        subprocess.run(command, env=asked, check=True, capture_output=True, text=True, timeout=3600)
    except FileNotFoundError:
        raise Conflict(
            _("Máy này chưa có chương trình %(name)s của PostgreSQL.") % {"name": command[0]}
        ) from None
    except subprocess.CalledProcessError as failed:
        said = (failed.stderr or "").strip().splitlines()
        why = said[-1] if said else ""
        raise Conflict(_("%(name)s không làm được: %(why)s") % {"name": command[0], "why": why}) from None
