"""Whoever answers for the rules can measure them on texts of her own, without a database."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from lantoa.writing.tests.papers import FARMER, NURSE, NURSE_COPY, TEACHER


def write(path, rows):
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")
    return str(path)


def said(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_text_has_a_line_with_what_was_seen_and_said(tmp_path, capsys):
    rows = [
        {"id": "a", "kind": "model", "text": "Mỗi tháng trồng 3 cây trước cổng."},
        {"id": "b", "text": "Gương mẫu, trung thực.", "role": "Giáo viên", "deadline_given": True},
    ]
    call_command("advise", jsonl=write(tmp_path / "rows.jsonl", rows))
    first, second = said(capsys)
    assert first["labels"]["measurable_target"] and first["labels"]["deadline"]
    for found in first["found"]:
        assert rows[0]["text"][found["start"] : found["end"]] == found["text"]
    assert "beneficiary" in [hint["key"] for hint in first["hints"]]
    assert "deadline" not in [hint["key"] for hint in second["hints"]]
    assert second["order"] > first["order"] and second["reasons"]


def test_a_whole_registration_is_read_task_by_task(tmp_path, capsys):
    tasks = [{"what": "Kèm học sinh yếu", "target": "4 em", "deadline": "30/6", "product": ""}]
    call_command("advise", jsonl=write(tmp_path / "rows.jsonl", [{"id": 1, "tasks": tasks}]))
    assert said(capsys)[0]["labels"]["measurable_target"]


def test_pairs_are_scored_with_their_passages(tmp_path, capsys):
    pairs = [
        {"id": "copy", "a": NURSE, "b": NURSE_COPY},
        {"id": "own", "a": TEACHER, "b": FARMER},
    ]
    pool = write(tmp_path / "pool.jsonl", [{"text": FARMER}])
    call_command("likeness", jsonl=write(tmp_path / "pairs.jsonl", pairs), pool=pool)
    copy, own = said(capsys)
    assert copy["very_alike"] and copy["score"] == pytest.approx(0.7548, abs=1e-4)
    assert not own["alike"] and own["score"] < 0.05
    for p in copy["passages"]:
        assert NURSE[p["start"] : p["end"]] == p["text"]
        assert NURSE_COPY[p["other_start"] : p["other_end"]] == p["other_text"]
