"""One list says what is said of a task: boxes, copies, prints, history and what a code confirms follow it."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from lantoa.foundation.models import Event
from lantoa.registrations import printing, queries
from lantoa.registrations.models import RegistrationTask
from lantoa.registrations.models.said import AT_THE_END, FIELDS, HEADINGS, NAMES, NOT_SAID, plain
from lantoa.registrations.pages.sheet import TaskForm
from lantoa.registrations.rules import Undertaking
from lantoa.registrations.tests import papers

FULL = dataclasses.replace(
    papers.TASK,
    product="Sổ ghi từng buổi",
    solution="Chia nhóm năm người",
    followed_by="Chi ủy",
    axis="party",
)
IN_WORDS = [field for field in FIELDS if field.name not in ("shortcoming", "target_unit")]


def test_every_column_of_a_task_is_said_or_declared_not_to_be():
    columns = [field.name for field in RegistrationTask._meta.concrete_fields]
    assert sorted(columns) == sorted([*NAMES, *AT_THE_END, *NOT_SAID])


def test_boxes_and_copies_have_every_field():
    assert set(TaskForm().fields) | {"shortcoming"} == set(NAMES)
    assert {field.name for field in dataclasses.fields(Undertaking)} == set(NAMES)
    assert {field.heading for field in FIELDS} <= {*HEADINGS, ""}


def test_history_keeps_what_was_sent_whole(cast):
    one = papers.submitted(cast.member, task=FULL, method="Làm đến nơi đến chốn.")
    kept = Event.objects.get(verb="registration.submitted").after
    task = one.tasks.get()
    assert kept["method"] == "Làm đến nơi đến chốn."
    told = {name: plain(getattr(task, name)) for name in NAMES if getattr(task, name)}
    assert kept["tasks"] == [{**told, "order": "1"}]


@pytest.mark.parametrize("field", IN_WORDS, ids=lambda field: field.name)
def test_each_field_is_printed_and_confirmed(cast, field):
    one = papers.submitted(cast.member, task=FULL)
    task = one.tasks.get()
    words = field.said_of(task)
    assert [str(field.label), words] in queries.words_of(one)
    assert any(words in text for said in task.columns for _label, text in said)
    row = next(
        block for block in printing.paper(one, "ban-dang-ky", cast.today).blocks if hasattr(block, "rows")
    )
    assert any(words in str(cell) for cell in row.rows[0])


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("what", "Việc khác"),
        ("tied_to", "Tổ trưởng"),
        ("target_value", Decimal(31)),
        ("target_unit", "hộ"),
        ("due", None),
        ("product", "Ảnh"),
        ("solution", ""),
        ("followed_by", "Bí thư"),
    ],
)
def test_a_code_does_not_confirm_words_that_were_changed(cast, name, other):
    one = papers.submitted(cast.member, task=FULL)
    read = queries.imprint_of(one)
    one.tasks.update(**{name: other})
    assert queries.imprint_of(one) != read


def test_a_task_carries_one_line_of_results_or_none(cast):
    one = papers.submitted(cast.member, task=FULL)
    [axis] = [field for field in FIELDS if field.name == "axis"]
    assert axis.said_of(one.tasks.get()).startswith("Xây dựng Đảng")
    assert TaskForm({"what": "Việc", "axis": "hai trục"}).errors["axis"]
    assert TaskForm({"what": "Việc"}).is_valid()
