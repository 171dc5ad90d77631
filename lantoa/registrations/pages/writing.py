"""Writing a registration on a phone: one page to write, one to read again, one that says it was sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict, Refusal
from lantoa.foundation.fields import DayField, NumberField, TextField, put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import Actor
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.registrations.rules import Undertaking

FIRST, SECOND, REST = "viec1", "viec2", "them"
UNITS_OF_COUNT = ["người", "hộ", "em", "buổi", "lượt", "hồ sơ", "sản phẩm", "bài", "km", "m²", "cây", "%"]


class TaskForm(forms.Form):
    """One task: what, how much, by when, for which duty."""

    what = TextField(
        label=gettext_lazy("Việc sẽ làm"),
        rows=5,
        max_length=600,
        help_text=gettext_lazy("Nên có: làm gì, cho ai, bao nhiêu, đến khi nào."),
        error_messages={"required": gettext_lazy("Hãy viết việc đồng chí sẽ làm.")},
    )
    target_value = NumberField(label=gettext_lazy("Chỉ tiêu"), required=False)
    target_unit = TextField(label=gettext_lazy("Đơn vị tính"), required=False, max_length=60)
    due = DayField(label=gettext_lazy("Hạn xong"), required=False, help_text=gettext_lazy("ngày/tháng/năm"))
    tied_to = TextField(label=gettext_lazy("Gắn với nhiệm vụ nào?"), required=False, max_length=300)
    product = TextField(
        label=gettext_lazy("Sản phẩm, minh chứng sẽ có"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Ví dụ: sổ ghi từng buổi, ảnh chụp."),
    )
    solution = TextField(label=gettext_lazy("Cách làm"), required=False, rows=3, max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target_unit"].widget.attrs["list"] = "don-vi-tinh"
        self.fields["tied_to"].widget.attrs["list"] = "nhiem-vu"

    def clean(self) -> dict[str, Any]:
        read = super().clean() or {}
        try:
            rules.must_be_a_target(read.get("target_value"), read.get("target_unit", ""))
        except BadInput as bad:
            put_refusal(self, bad)
        return self.cleaned_data

    @property
    def is_filled(self) -> bool:
        """Whether the optional second task says anything."""
        return bool(getattr(self, "cleaned_data", {}).get("what"))

    def read(self) -> Undertaking:
        """What was typed, as the action takes it."""
        return Undertaking(**self.cleaned_data)


class RestForm(forms.Form):
    """What one may add in words, pillar by pillar as they are in force."""

    shortcomings = TextField(
        label=gettext_lazy("Hạn chế, khuyết điểm cần khắc phục"), required=False, rows=3, max_length=1000
    )
    example = TextField(label=gettext_lazy("Trách nhiệm nêu gương"), required=False, rows=3, max_length=1000)

    def __init__(self, *args: Any, pillars: Iterable[Mapping[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        example = self.fields.pop("example")
        for pillar in pillars:
            if pillar["code"] in actions.TEXTS:
                label = _("Về %(pillar)s") % {"pillar": pillar["in_full"] or pillar["name"].lower()}
                self.fields[pillar["code"]] = TextField(label=label, required=False, rows=3, max_length=1000)
        self.fields["example"] = example


class Sheet:
    """The three forms of the page together."""

    def __init__(self, actor: Actor, registration: Registration | None, data: Any = None) -> None:
        self.actor, self.registration = actor, registration
        _name, pillars = queries.programme_in_force(actor.on)
        self.duties = queries.duties_of(actor.person, actor.on) if actor.person else []
        start = self._start() if data is None else {}
        self.first = TaskForm(data, prefix=FIRST, initial=start.get(FIRST))
        self.second = TaskForm(
            data, prefix=SECOND, initial=start.get(SECOND), empty_permitted=True, use_required_attribute=False
        )
        self.rest = RestForm(data, prefix=REST, initial=start.get(REST), pillars=pillars)
        self.forms = [self.first, self.second, self.rest]

    def is_valid(self) -> bool:
        """Every form is read, so that all that is wrong is said at once."""
        right = [form.is_valid() for form in self.forms]
        return all(right)

    def read(self) -> list[Undertaking]:
        """The tasks that were filled in."""
        return [form.read() for form in (self.first, self.second) if form.is_filled]

    def typed(self, data: Mapping[str, str]) -> dict[str, str]:
        """The boxes as they stand, unread."""
        names = [form.add_prefix(name) for form in self.forms for name in form.fields]
        return {name: data[name] for name in names if data.get(name)}

    @property
    def second_is_open(self) -> bool:
        """Whether the second task is shown unfolded."""
        return _has_words(self.second, TaskForm.base_fields)

    @property
    def details_are_open(self) -> bool:
        """Whether "viết kỹ hơn" is shown unfolded."""
        return _has_words(self.first, ("product", "solution")) or _has_words(self.rest, self.rest.fields)

    def says_what_is_written(self) -> bool:
        """Whether the boxes hold nothing but what the draft already says."""
        one = self.registration
        if one is None or not self.is_valid():
            return False
        written = [Undertaking(**_of_task(task)) for task in one.ordered_tasks]
        return self.read() == written and all(
            getattr(one, name) == text for name, text in self.rest.cleaned_data.items()
        )

    def _start(self) -> dict[str, dict[str, Any]]:
        """What the boxes hold when the page opens: what was typed last, else what was written, else the duty."""
        one = self.registration
        if one is None:
            return {FIRST: {"tied_to": self.duties[0].name if self.duties else ""}}
        if one.typed:
            return _unprefixed(one.typed)
        tasks = list(one.tasks.all())
        start = {prefix: _of_task(task) for prefix, task in zip((FIRST, SECOND), tasks, strict=False)}
        return start | {REST: {name: getattr(one, name) for name in actions.TEXTS}}


def _has_words(form: forms.Form, names: Iterable[str]) -> bool:
    return any(form[name].value() or form[name].errors for name in names)


def _unprefixed(typed: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    start: dict[str, dict[str, Any]] = {}
    for name, text in typed.items():
        prefix, _dash, field = name.partition("-")
        start.setdefault(prefix, {})[field] = text
    return start


def _of_task(task: RegistrationTask) -> dict[str, Any]:
    return {name: getattr(task, name) for name in TaskForm.base_fields}


def _mine(request: HttpRequest, year: int) -> Registration | None:
    """The actor's own registration of that year, if there is one."""
    return Registration.objects.of(request.actor.person).in_year(year).for_lists().first()


# Pages


def write(request: HttpRequest, year: int) -> HttpResponse:
    """The page to write on. What is typed is kept as a draft, whatever is wrong with it."""
    one = _mine(request, year)
    if one and not one.is_editable:
        return render(request, "registrations/already.html", {"one": one})
    if one is None:
        rules.must_be_open(year, request.actor.on)
    if request.method != "POST":
        return _writing_page(request, year, one, Sheet(request.actor, one))
    sheet = Sheet(request.actor, one, request.POST)
    if "luu" in request.POST:
        kept = _keep(request, year, sheet)
        said = _("Đã lưu nháp lúc %(at)s, chưa gửi.") % {"at": f"{timezone.localtime(kept.saved_at):%H:%M}"}
        return redirect_with(request, "registrations:write", said, year)
    if sheet.is_valid() and _save(request, year, sheet):
        return redirect("registrations:check", year)
    return _writing_page(request, year, _keep(request, year, sheet), sheet)


def _writing_page(request: HttpRequest, year: int, one: Registration | None, sheet: Sheet) -> HttpResponse:
    taken = Registration.objects.of(request.actor.person).values_list("year", flat=True)
    context = {
        "year": year,
        "one": one,
        "sheet": sheet,
        "first": sheet.first,
        "second": sheet.second,
        "rest": sheet.rest,
        "units_of_count": UNITS_OF_COUNT,
        "other_years": [y for y in rules.open_years(request.actor.on) if y != year and y not in taken],
        "returned_by": queries.last_returner(one) if one and one.is_returned else "",
    }
    return render(request, "registrations/write.html", context)


def _save(request: HttpRequest, year: int, sheet: Sheet) -> bool:
    """Write the draft down; False, with the sentence on the form, when an action refuses."""
    try:
        one = actions.start_draft(by=request.actor, year=year)
        actions.save_draft(one, by=request.actor, tasks=sheet.read(), texts=sheet.rest.cleaned_data)
    except BadInput as bad:
        put_refusal(sheet.first, bad)
        return False
    return True


def _keep(request: HttpRequest, year: int, sheet: Sheet) -> Registration:
    """Keep the boxes. A late autosave of what was just written down is no new draft."""
    if sheet.registration and sheet.says_what_is_written():
        return sheet.registration
    return actions.keep_typed(by=request.actor, year=year, typed=sheet.typed(request.POST))


@require_POST
def autosave(request: HttpRequest, year: int) -> HttpResponse:
    """Keep what is typed, every few seconds; no words back."""
    try:
        _keep(request, year, Sheet(request.actor, _mine(request, year), request.POST))
    except Refusal as refusal:
        return HttpResponse(str(refusal), status=409, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


def check(request: HttpRequest, year: int) -> HttpResponse:
    """Read again before sending: every answer with a link to mend it, and who will receive it."""
    one = _read_up(request, year)
    if one and not one.is_editable:
        return redirect("registrations:sent", year)
    if one is None or one.typed or not one.ordered_tasks:
        return redirect("registrations:write", year)
    if request.method == "POST":
        return _send(request, one)
    on = request.actor.on
    context = {
        "one": one,
        "year": year,
        "tasks": list(zip((FIRST, SECOND), one.ordered_tasks, strict=False)),
        "texts": _texts_of(one, on),
        "receiver": queries.receiver_of(one.unit, one.person, on),
        "answer_by": rules.answer_by(on),
        "is_late": rules.is_late(year, one.registered_on or on),
        "deadline": rules.deadline(year),
    }
    return render(request, "registrations/check.html", context)


def _read_up(request: HttpRequest, year: int) -> Registration | None:
    """The actor's registration, with what was typed since written down if it can be read."""
    one = _mine(request, year)
    if request.method == "GET" and one and one.is_editable and one.typed:
        sheet = Sheet(request.actor, one, one.typed)
        if sheet.is_valid() and _save(request, year, sheet):
            return _mine(request, year)
    return one


def _texts_of(one: Registration, on: Any) -> list[tuple[str, str, str]]:
    """(name of the box, label, text) of what was added in words."""
    _name, pillars = queries.programme_in_force(on)
    form = RestForm(pillars=pillars)
    found = [
        (f"id_{REST}-{name}", str(field.label), getattr(one, name)) for name, field in form.fields.items()
    ]
    return [row for row in found if row[2]]


def _send(request: HttpRequest, one: Registration) -> HttpResponse:
    try:
        actions.submit(one, by=request.actor, late_reason=request.POST.get("late_reason", ""))
    except Conflict as conflict:
        messages.warning(request, str(conflict))
        return redirect("registrations:write", one.year)
    return redirect("registrations:sent", one.year)


def sent(request: HttpRequest, year: int) -> HttpResponse:
    """It was sent: the code, to whom, when, and what comes next."""
    one = _mine(request, year)
    if one is None or one.is_editable:
        return redirect("registrations:write", year)
    if one.is_approved:
        return redirect(one)
    on = timezone.localtime(one.submitted_at or clock.now()).date()
    context = {
        "one": one,
        "receiver": queries.sent_receiver(one, request.actor.on),
        "answer_by": rules.answer_by(on),
    }
    return render(request, "registrations/sent.html", context)
