"""The numbers this room can count."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from lantoa.breakthroughs.models import Amendment, Breakthrough, YearAssessment
from lantoa.figures.measure import Distinct, Measure, Share, Split

REACHED = ("done", "mostly")
BY_KIND = Split(
    _("Người đứng đầu, cấp ủy, chi bộ"),
    {
        "head": (_("người đứng đầu"), Q(kind="head")),
        "committee": (_("cấp ủy"), Q(kind="committee")),
        "cell": (_("chi bộ"), Q(kind="cell")),
    },
)
BY_RESULT = Split(
    _("Mức hoàn thành"),
    {
        "done": (_("hoàn thành"), Q(result="done")),
        "mostly": (_("cơ bản hoàn thành"), Q(result="mostly")),
        "not_done": (_("chưa hoàn thành"), Q(result="not_done")),
    },
)
COLUMNS = (
    ("statement", _("Nội dung")),
    ("person__full_name", _("Người đứng đầu")),
    ("title_name", _("Chức danh")),
    ("registered_on", _("Ngày đăng ký")),
    ("document_number", _("Văn bản duyệt")),
    ("approved_on", _("Ngày duyệt")),
)
ASSESSMENT_COLUMNS = (
    ("breakthrough__statement", _("Nội dung")),
    ("year", _("Năm")),
    ("get_result_display", _("Mức hoàn thành")),
    ("text", _("Nhận xét")),
    ("assessed_by", _("Cơ quan đánh giá")),
    ("assessed_on", _("Ngày đánh giá")),
)


def _breakthroughs():
    """Breakthroughs proper; key tasks are counted apart."""
    return Breakthrough.objects.filter(is_key_task=False)


def _filled(text: Any, **words: Any) -> str:
    return str(text) % words


_say = lazy(_filled, str)


def _by_title_and_person(
    stage: str, said: Any, when: Any, records: Any, on_date: str, prefix: str = ""
) -> list[Measure]:
    """How many titles, and how many people, behind the papers of one stage; never added up."""
    return [
        Measure(
            code=f"breakthroughs.{stage}_{what}",
            label=_say(label, said=said),
            unit_of_count=counted,
            how_counted=_say(how, when=when),
            records=lambda on: records().filter(**{f"{prefix}kind": "head"}),
            of_unit=f"{prefix}unit",
            on_date=on_date,
            counts=Distinct(f"{prefix}{field}"),
            columns=ASSESSMENT_COLUMNS if prefix else COLUMNS,
        )
        for what, field, label, counted, how in (
            (
                "titles",
                "title",
                _("Chức danh có nội dung đột phá %(said)s"),
                _("chức danh"),
                _(
                    "Đếm chức danh khác nhau của người đứng đầu, %(when)s; nhiều người cùng chức danh đếm một lần."
                ),
            ),
            (
                "people",
                "person",
                _("Người đứng đầu có nội dung đột phá %(said)s"),
                _("người"),
                _("Đếm người đứng đầu khác nhau, %(when)s; mỗi người một lần."),
            ),
        )
    ]


def _assessed(results: tuple[str, ...] = ("done", "mostly", "not_done")):
    return YearAssessment.objects.filter(breakthrough__is_key_task=False, result__in=results)


MEASURES = [
    Measure(
        code="breakthroughs.registered",
        label=_("Nội dung đột phá đăng ký"),
        unit_of_count=_("nội dung"),
        how_counted=_(
            "Đếm mỗi nội dung một lần, theo ngày trình lần đầu. Không gồm bản đã rút và nhiệm vụ trọng tâm."
        ),
        records=lambda on: _breakthroughs().registered(),
        on_date="registered_on",
        splits={"kind": BY_KIND},
        columns=COLUMNS,
    ),
    Measure(
        code="breakthroughs.key_tasks",
        label=_("Nhiệm vụ trọng tâm đăng ký"),
        unit_of_count=_("nhiệm vụ"),
        how_counted=_("Đếm mỗi nhiệm vụ trọng tâm một lần, theo ngày trình lần đầu."),
        records=lambda on: Breakthrough.objects.filter(is_key_task=True).registered(),
        on_date="registered_on",
        splits={"kind": BY_KIND},
        columns=COLUMNS,
    ),
    Measure(
        code="breakthroughs.approved",
        label=_("Nội dung đột phá được duyệt"),
        unit_of_count=_("nội dung"),
        how_counted=_("Đếm nội dung đã có văn bản duyệt, theo ngày của văn bản."),
        records=lambda on: _breakthroughs().approved(),
        on_date="approved_on",
        splits={"kind": BY_KIND},
        columns=COLUMNS,
    ),
    Measure(
        code="breakthroughs.returned",
        label=_("Nội dung đột phá trả lại để sửa"),
        unit_of_count=_("nội dung"),
        how_counted=_("Đếm mỗi nội dung một lần, theo ngày trả lại gần nhất, kể cả khi đã trình lại."),
        records=lambda on: _breakthroughs().returned(),
        on_date="returned_on",
        splits={"kind": BY_KIND},
        columns=(*COLUMNS, ("return_reason", _("Lý do trả lại"))),
    ),
    Measure(
        code="breakthroughs.amended",
        label=_("Bản sửa đổi nội dung đột phá được duyệt"),
        unit_of_count=_("bản"),
        how_counted=_("Đếm bản sửa đổi đã có hiệu lực, theo ngày văn bản duyệt bản sửa đổi."),
        records=lambda on: Amendment.objects.filter(
            breakthrough__is_key_task=False, status=Amendment.Status.IN_FORCE
        ),
        of_unit="breakthrough__unit",
        on_date="decided_on",
        columns=(
            ("breakthrough__statement", _("Nội dung")),
            ("reason", _("Vì sao sửa đổi")),
            ("document_number", _("Văn bản duyệt")),
            ("decided_on", _("Ngày duyệt")),
        ),
    ),
    Measure(
        code="breakthroughs.titles",
        label=_("Chức danh đăng ký nội dung đột phá"),
        unit_of_count=_("chức danh"),
        how_counted=_(
            "Đếm chức danh khác nhau của người đứng đầu có nội dung được duyệt trong kỳ; nhiều người cùng một "
            "chức danh đếm một lần."
        ),
        records=lambda on: _breakthroughs().approved().filter(kind="head"),
        on_date="approved_on",
        counts=Distinct("title"),
        columns=COLUMNS,
    ),
    Measure(
        code="breakthroughs.people",
        label=_("Người đứng đầu đăng ký nội dung đột phá"),
        unit_of_count=_("người"),
        how_counted=_("Đếm người khác nhau có nội dung được duyệt trong kỳ, mỗi người một lần."),
        records=lambda on: _breakthroughs().approved().filter(kind="head"),
        on_date="approved_on",
        counts=Distinct("person"),
        columns=COLUMNS,
    ),
    Measure(
        code="breakthroughs.committees",
        label=_("Cấp ủy có nội dung đột phá"),
        unit_of_count=_("cấp ủy"),
        how_counted=_("Đếm đơn vị khác nhau mà tập thể cấp ủy có nội dung được duyệt trong kỳ."),
        records=lambda on: _breakthroughs().approved().filter(kind="committee"),
        on_date="approved_on",
        counts=Distinct("unit"),
        columns=COLUMNS,
    ),
    Measure(
        code="breakthroughs.assessed",
        label=_("Nội dung đột phá đã đánh giá"),
        unit_of_count=_("nội dung"),
        how_counted=_("Đếm nội dung có đánh giá năm ghi trong kỳ, mỗi nội dung một lần."),
        records=lambda on: _assessed(),
        of_unit="breakthrough__unit",
        on_date="assessed_on",
        counts=Distinct("breakthrough"),
        splits={"result": BY_RESULT},
        columns=ASSESSMENT_COLUMNS,
    ),
    Measure(
        code="breakthroughs.completed",
        label=_("Nội dung đột phá hoàn thành hoặc cơ bản hoàn thành"),
        unit_of_count=_("nội dung"),
        how_counted=_("Đếm nội dung được đánh giá từ mức “cơ bản hoàn thành” trở lên trong kỳ."),
        records=lambda on: _assessed(REACHED),
        of_unit="breakthrough__unit",
        on_date="assessed_on",
        counts=Distinct("breakthrough"),
        splits={"result": BY_RESULT},
        columns=ASSESSMENT_COLUMNS,
    ),
    Measure(
        code="breakthroughs.completed_share",
        label=_("Tỷ lệ nội dung đột phá hoàn thành hoặc cơ bản hoàn thành"),
        unit_of_count=_("nội dung"),
        how_counted=_("Số nội dung từ mức “cơ bản hoàn thành” trở lên chia cho số nội dung đã đánh giá."),
        counts=Share("breakthroughs.completed", "breakthroughs.assessed"),
    ),
    *_by_title_and_person(
        "registered",
        _("trình duyệt"),
        _("theo ngày trình lần đầu"),
        lambda: _breakthroughs().registered(),
        "registered_on",
    ),
    *_by_title_and_person(
        "returned",
        _("trả lại để sửa"),
        _("theo ngày trả lại gần nhất"),
        lambda: _breakthroughs().returned(),
        "returned_on",
    ),
    *_by_title_and_person(
        "completed",
        _("hoàn thành hoặc cơ bản hoàn thành"),
        _("theo ngày đánh giá"),
        lambda: _assessed(REACHED),
        "assessed_on",
        "breakthrough__",
    ),
]
