"""Đôn đốc: what is late by unit, the reminder with its words filled in, sending, the log; what a unit reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.dates import show_date, show_moment
from lantoa.foundation.errors import Conflict
from lantoa.foundation.exchange import only_out
from lantoa.foundation.fields import DayField, PlainForm, TextField, carry_out
from lantoa.foundation.filters import asked_key, chosen
from lantoa.foundation.late import Late
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import page_answer, wants_workbook
from lantoa.foundation.tables.columns import DATE, NUMBER, Column
from lantoa.foundation.working_days import working_day_after
from lantoa.messages import actions, queries, rules
from lantoa.messages.models import Urged, Urging
from lantoa.messages.queries import Below, Row
from lantoa.messages.words import TEXTS
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor

LATEST, DAYS_TO_FINISH = 5, 4


class UrgeForm(PlainForm):
    """Which units, in which words, by when to be done."""

    units = forms.MultipleChoiceField(
        label=gettext_lazy("Đơn vị"),
        error_messages={"required": gettext_lazy("Chọn ít nhất một đơn vị có việc quá hạn.")},
    )
    text = TextField(
        label=gettext_lazy("Lời nhắc"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=gettext_lazy(
            "Chữ trong ngoặc nhọn được điền riêng cho từng đơn vị. Không điền tên đảng viên."
        ),
    )
    finish_by = DayField(label=gettext_lazy("Hạn mong muốn"))

    def __init__(self, below: Below, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = self.fields["units"]
        units.choices = [(str(row.pk), row.place.name) for row in below.rows]  # type: ignore[attr-defined]
        if below.rows and all(row.is_urged for row in below.rows):
            units.error_messages["required"] = _(
                "Hôm nay đã nhắc mọi đơn vị trong danh sách này. Nhắc tiếp được từ 06:30 ngày làm việc sau."
            )

    @property
    def ticked(self) -> list[int]:
        """The units as they stand ticked."""
        return [int(one) for one in self["units"].value() or [] if str(one).isdigit()]


class ReplyForm(PlainForm):
    """What the unit says to a reminder."""

    text = TextField(
        label=gettext_lazy("Trả lời người nhắc"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Đang vướng gì, dự kiến xong ngày nào. Không ghi tên đảng viên."),
    )


@dataclass(frozen=True)
class Letter:
    """What one unit will read."""

    name: str
    text: str


def index(request: HttpRequest) -> HttpResponse:
    """Choose, look, send."""
    actor = request.actor
    now = timezone.localtime(clock.now())
    when = rules.next_loud(now)
    waits_until = when if when > now else None
    every = queries.late_below(actor, when.date())
    only = chosen(request, "loai", [one.code for one in every.kinds])
    picked = [key for text in request.GET.get("noi", "").split(".") if (key := asked_key(text))]
    below = queries.only_at(queries.only_of(every, only), picked)
    if wants_workbook(request):
        return _as_workbook(below, actor)
    ready = chosen(request, "mau", TEXTS)
    start = {
        "units": []
        if request.GET.get("chon") == "khong"
        else [row.pk for row in below.rows if not row.is_urged],
        "text": TEXTS[ready][1],
        "finish_by": show_date(working_day_after(actor.on, DAYS_TO_FINISH)),
    }
    form = UrgeForm(below, request.POST or None, initial=start)
    if request.POST.get("viec") == "gui" and (answer := _sent(request, form, only, waits_until)):
        return answer
    if request.method == "POST" and request.POST.get("viec") != "gui":
        form.is_valid()
    context = {
        "below": below,
        "rows": [(row, _cells(below, row)) for row in below.rows],
        "every": every,
        "only": only,
        "picked": "&noi=" + ".".join(map(str, picked)) if picked else "",
        "form": form,
        "ticked": form.ticked,
        "letters": _letters(below, form, actor),
        "for_zalo": _for_zalo(below, form, actor),
        "ready": [(code, name, code == ready) for code, (name, _text) in TEXTS.items()],
        "waits_until": waits_until,
        "log": queries.urgings_of(actor)[:LATEST],
    }
    return render(request, "messages/urge.html", context)


def _sent(
    request: HttpRequest, form: UrgeForm, only: str, waits_until: dt.datetime | None
) -> HttpResponse | None:
    """On to the log of what was sent; None where something is to be mended first."""

    def act(units: list[str], text: str, finish_by: dt.date) -> Urging:
        return actions.urge(map(int, units), by=request.actor, text=text, finish_by=finish_by, only=only)

    try:
        urging = carry_out(form, act)
    except Conflict as why:
        form.add_error(None, str(why))
        return None
    if not urging:
        return None
    n, asked = urging.urged.count(), len(form.cleaned_data["units"])
    said = _("Đã gửi lời nhắc đến %(n)s đơn vị.") % {"n": n}
    if waits_until:
        said += " " + _("Đang là giờ nghỉ: hiện từ %(at)s.") % {"at": show_moment(waits_until)}
    if n < asked:
        said += " " + _("%(n)s đơn vị không gửi: đã được nhắc hôm nay, hoặc chưa có ai nhận.") % {
            "n": asked - n
        }
    return redirect_with(request, "messages:urge", said)


def _as_workbook(below: Below, actor: Actor) -> HttpResponse:
    """The table as it is filtered: a unit a line, a kind a column with its sum, the last reminder."""
    kinds = [Column(kind.code, f"{kind.label} ({kind.counted_in})", kind=NUMBER) for kind in below.kinds]
    columns = (Column("unit", _("Đơn vị")), *kinds, Column("last", _("Nhắc gần nhất"), kind=DATE))
    sums = frozenset(kind.code for kind in below.kinds)
    listed = only_out("don-doc", _("Đôn đốc"), "messages.urge", columns, sums)
    rows = [
        {"unit": row.place.name, "last": show_date(row.last_on) if row.last_on else ""}
        | {code: str(n) for code, n in row.counts.items()}
        for row in below.rows
    ]
    return page_answer(listed, rows, len(rows), by=actor, unit=actor.unit)


def _words(form: UrgeForm) -> tuple[str, dt.date | None]:
    """What was typed as far as it can be read."""
    if form.is_bound:
        return str(form.data.get("text", "")), getattr(form, "cleaned_data", {}).get("finish_by")
    return str(form["text"].value()), form.fields["finish_by"].clean(form["finish_by"].value())


def _cells(below: Below, row: Row) -> list[tuple[Late, int, str]]:
    """(kind, how many, where they are listed) for each column."""
    return [(kind, row.counts.get(kind.code, 0), kind.listed(row.place.unit.code)) for kind in below.kinds]


def _letters(below: Below, form: UrgeForm, actor: Actor) -> list[Letter]:
    text, day = _words(form)
    if day is None:
        return []
    ticked = set(form.ticked)
    return [
        Letter(
            row.place.name,
            rules.filled(text, actions.words_for(row.place.name, below.said(row), day, actor)),
        )
        for row in below.rows
        if row.pk in ticked
    ]


def _for_zalo(below: Below, form: UrgeForm, actor: Actor) -> str:
    """Names of units and nothing else: no numbers, no persons."""
    ticked, (_text, day) = set(form.ticked), _words(form)
    names = ", ".join(row.place.name for row in below.rows if row.pk in ticked)
    if not names or day is None:
        return ""
    return _(
        "Đôn đốc ngày %(today)s. Các đơn vị còn việc quá hạn: %(names)s. Đề nghị mở Lan Tỏa, mục Thông báo, "
        "hoàn thành trước %(day)s."
    ) % {"today": show_date(actor.on), "names": names, "day": show_date(day)}


def log(request: HttpRequest) -> HttpResponse:
    """Everything the actor's unit has sent."""
    return render(
        request, "messages/log.html", {"page": paginate(request, queries.urgings_of(request.actor))}
    )


def urging(request: HttpRequest, pk: int) -> HttpResponse:
    """To whom one went, and who has opened it."""
    one = get_object_or_404(queries.urgings_of(request.actor), pk=pk)
    rows = organisation.with_unit_names(queries.urged_with_opening(one), timezone.localtime(one.at).date())
    return render(request, "messages/urging.html", {"urging": one, "rows": rows})


def urged(request: HttpRequest, pk: int) -> HttpResponse:
    """What a unit reads: the words, where each thing is listed, and what it says to it."""
    actor = request.actor
    one = get_object_or_404(Urged.objects.visible_to(actor).select_related("urging__by", "unit"), pk=pk)
    form = ReplyForm(request.POST or None, initial={"text": one.reply})
    if request.method == "POST" and carry_out(form, lambda text: actions.reply(one, by=actor, text=text)):
        return redirect_with(request, one, _("Đã gửi trả lời đến đồng chí %s.") % one.urging.by)
    context = {
        "one": one,
        "form": form if actor.unit == one.unit and actor.role in rules.URGED_ROLES else None,
        "unit_name": organisation.name_of(one.unit, one.on),
        "sender": organisation.name_of(one.urging.unit, one.on),
        "links": queries.lists_of(one, actor),
    }
    return render(request, "messages/urged.html", context)
