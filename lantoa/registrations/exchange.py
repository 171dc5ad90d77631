"""The list of what people have undertaken, one task a row, as it comes in from Excel and goes out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, NUMBER
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, PersonLink, Records, UnitLink, choices_of
from lantoa.programme.models import Axis
from lantoa.registrations import actions, queries
from lantoa.registrations.actions import indexing
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.registrations.models.said import NAMES
from lantoa.registrations.rules import Undertaking

SAID = ("tied_to", "target_unit", "product", "solution", "followed_by", "axis")


def _of_paper(name: str) -> Any:
    return lambda task: getattr(task.registration, name)


CELLS = (
    Cell(
        Column(
            "person",
            gettext_lazy("Người đăng ký"),
            ("ho va ten", "ho ten", "dang vien", "ten"),
            required=True,
            most=140,
        ),
        link=PersonLink,
        of=_of_paper("person_id"),
        is_set_once=True,
    ),
    Cell(
        Column("unit", gettext_lazy("Chi bộ"), ("don vi",)),
        link=UnitLink,
        of=_of_paper("unit_id"),
        is_set_once=True,
    ),
    Cell(
        Column("year", gettext_lazy("Năm"), ("nam dang ky",), kind=NUMBER, required=True),
        of=_of_paper("year"),
        is_set_once=True,
    ),
    Cell(
        Column(
            "what",
            gettext_lazy("Việc sẽ làm"),
            ("noi dung dang ky", "noi dung", "viec dang ky", "noi dung viec lam"),
            required=True,
            most=600,
        )
    ),
    Cell(Column("target_value", gettext_lazy("Chỉ tiêu"), (), kind=NUMBER)),
    Cell(Column("target_unit", gettext_lazy("Đơn vị tính"), ("dvt",), most=60)),
    Cell(Column("due", gettext_lazy("Hạn xong"), ("thoi gian hoan thanh", "han"), kind=DATE)),
    Cell(Column("tied_to", gettext_lazy("Gắn với nhiệm vụ"), ("nhiem vu", "chuc trach"), most=300)),
    Cell(Column("product", gettext_lazy("Sản phẩm, minh chứng sẽ có"), ("san pham",), most=300)),
    Cell(Column("solution", gettext_lazy("Cách làm"), ("giai phap",), most=1000)),
    Cell(Column("followed_by", gettext_lazy("Người theo dõi"), (), most=120)),
    Cell(Column("axis", gettext_lazy("Trục kết quả"), ("truc",), choices=choices_of(Axis))),
    Cell(
        Column("status", gettext_lazy("Tình trạng"), (), most=80),
        of=lambda task: str(task.registration.get_status_display()),
        only_out=True,
    ),
)


def _undertaken(task: RegistrationTask) -> Undertaking:
    said: dict[str, Any] = {name: getattr(task, name) for name in NAMES}
    return Undertaking(**(said | {"shortcoming": task.shortcoming_id}))


def _has_none(values: dict[str, Any], *, by: Actor) -> None:
    """A paper that somebody has begun is rewritten and sent by nobody's list."""
    there = Registration.objects.standing().filter(person=values["person"], year=int(values["year"]))
    if there.exists():
        said = _("Đồng chí %(name)s đã có bản đăng ký năm %(year)s. Thêm việc ở bản ấy.")
        raise BadInput(said % {"name": values["person"], "year": int(values["year"])}, "person")


def _add(values: dict[str, Any], *, by: Actor) -> RegistrationTask:
    """A line of the paper that is written down for her; the paper is sent when all lines stand on it."""
    person = values["person"]
    paper = actions.start_draft(by=by, year=int(values["year"]), person=person)
    there = [_undertaken(task) for task in paper.tasks.all()]
    said: dict[str, Any] = {code: values[code] or "" for code in SAID}
    new = Undertaking(values["what"], target_value=values["target_value"], due=values["due"], **said)
    actions.save_draft(paper, by=by, tasks=[*there, new])
    task: RegistrationTask = (
        paper.tasks.order_by("-order").select_related("registration").get(what=new.what, order=len(there) + 1)
    )
    return task


def _send(added: Iterable[RegistrationTask], *, by: Actor) -> list[RegistrationTask]:
    """Each paper once; its lines as they stand afterwards. Lines that stood there before are not the list's."""
    said = {(task.registration_id, task.what) for task in added}
    papers = Registration.objects.filter(pk__in={paper for paper, _what in said}).order_by("pk")
    for paper in papers:
        actions.submit(paper, by=by)
    lines = RegistrationTask.objects.filter(registration__in=papers).order_by("registration_id", "order")
    return [task for task in lines if (task.registration_id, task.what) in said]


def _remove(task: RegistrationTask, by: Actor) -> None:
    """The last line takes its paper with it."""
    paper = task.registration
    task.delete()
    if not paper.tasks.exists():
        indexing.take_out(paper)
        paper.delete()


def lines_of(papers: QuerySet[Registration]) -> QuerySet[RegistrationTask]:
    """The lines of these papers, in the order in which the papers' owners are called."""
    found = RegistrationTask.objects.filter(registration__in=papers.order_by().values("pk"))
    return found.order_by("registration__person__sort_key", "registration_id", "order")


def _as_told(task: RegistrationTask, by: Actor) -> RegistrationTask:
    queries.as_told(task.registration, by)
    return task


def _note(tasks: Iterable[RegistrationTask], *, by: Actor) -> None:
    """Each paper once, however many lines of it are in the list."""
    actions.note_list({task.registration_id: task.registration for task in tasks}.values(), by=by)


TASKS = Records(
    code="registrations",
    label=gettext_lazy("Bản đăng ký"),
    imports="registrations.judge",
    views="registrations.view",
    cells=CELLS,
    seen=lambda by: RegistrationTask.objects.filter(
        registration__in=Registration.objects.visible_to(by).standing().values("pk"),
    ).select_related("registration__person", "registration__unit"),
    of_unit="registration__unit",
    key=("person", "year", "what"),
    is_natural=True,
    add=_add,
    apart=_has_none,
    finish=_send,
    remove=_remove,
    as_told=_as_told,
    prefix="DK",
    noted=_note,
    hint=gettext_lazy("Mỗi dòng một việc của một người; bản ghi hộ chờ người ấy xác nhận."),
)
KINDS = [TASKS.kind]
