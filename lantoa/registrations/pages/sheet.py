"""The boxes a registration is written in: a few tasks, and what one may add in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, put_refusal
from lantoa.people.actors import Actor
from lantoa.people.models import Duty, Person
from lantoa.registrations import queries, rules
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.registrations.models.said import FIELDS, OPTIONAL, TEXTS, TaskField
from lantoa.registrations.pages.mending import MENDING, MendsField, Section
from lantoa.registrations.rules import Undertaking
from lantoa.shortcomings.models import Shortcoming

PREFIXES = tuple(f"viec{n}" for n in range(1, rules.MOST_TASKS + 1))
FIRST, SECOND, REST = *PREFIXES[:2], "them"
UNITS_OF_COUNT = ["người", "hộ", "em", "buổi", "lượt", "hồ sơ", "sản phẩm", "bài", "km", "m²", "cây", "%"]


def box_of(field: TaskField) -> forms.Field:
    """The box of a column: its kind, its length and whether it must be filled are the column's own."""
    column = RegistrationTask._meta.get_field(field.name)
    words: dict[str, Any] = {"label": field.question or field.label, "help_text": field.hint}
    words["required"] = not column.blank
    if field.if_missing:
        words["error_messages"] = {"required": field.if_missing}
    if isinstance(column, models.ForeignKey):
        return MendsField(**words)
    if column.choices:
        return forms.ChoiceField(choices=[("", gettext_lazy("chưa gắn")), *column.choices], **words)
    if isinstance(column, models.DateField):
        return DayField(**words)
    if isinstance(column, models.DecimalField):
        return NumberField(places=column.decimal_places, **words)
    return TextField(rows=field.rows, max_length=field.longest or column.max_length, **words)


class TaskForm(PlainForm):
    """One task: a box for each column that is said of it."""

    advised = {
        "kind": "registration",
        "text_of": "what,target_value target_unit,product,solution",
        "target_of": "target_value",
        "unit_of": "target_unit",
        "deadline_of": "due",
        "duty_of": "tied_to",
        "product_of": "product",
        "stays": "1",
    }

    def __init__(
        self,
        *args: Any,
        duties: Sequence[Duty] = (),
        to_mend: Sequence[Shortcoming] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update({field.name: box_of(field) for field in FIELDS})
        mends: Any = self.fields["shortcoming"]
        mends.offer(to_mend)
        if not to_mend:
            del self.fields["shortcoming"]
        self.fields["target_unit"].widget.attrs["list"] = "don-vi-tinh"
        self.fields["tied_to"].widget.attrs["list"] = "nhiem-vu"
        if duties:
            named = "; ".join(duty.name for duty in duties)
            self.fields["tied_to"].help_text = _("Theo chức danh: %(duties)s.") % {"duties": named}

    def clean(self) -> dict[str, Any]:
        read = super().clean() or {}
        try:
            rules.must_be_a_target(read.get("target_value"), read.get("target_unit", ""))
        except BadInput as bad:
            put_refusal(self, bad)
        return self.cleaned_data

    @property
    def further(self) -> list[forms.BoundField]:
        """The boxes that nobody has to see: "viết kỹ hơn"."""
        return [self[field.name] for field in OPTIONAL if field.name != "shortcoming"]

    @property
    def is_filled(self) -> bool:
        """Whether an optional task says anything."""
        return bool(getattr(self, "cleaned_data", {}).get("what"))

    @property
    def is_open(self) -> bool:
        """Whether an optional task is shown unfolded."""
        return _has_words(self, self.fields)

    def read(self) -> Undertaking:
        """What was typed, as the action takes it."""
        return Undertaking(**self.cleaned_data)


class RestForm(PlainForm):
    """What one may add in words, pillar by pillar as they are in force."""

    shortcomings = TextField(
        label=gettext_lazy("Hạn chế, khuyết điểm cần khắc phục"), required=False, rows=3, max_length=1000
    )
    example = TextField(label=gettext_lazy("Trách nhiệm nêu gương"), required=False, rows=3, max_length=1000)

    def __init__(self, *args: Any, pillars: Iterable[Mapping[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        example = self.fields.pop("example")
        for pillar in pillars:
            if pillar["code"] in TEXTS:
                label = _("Về %(pillar)s") % {"pillar": pillar["in_full"] or pillar["name"].lower()}
                self.fields[pillar["code"]] = TextField(label=label, required=False, rows=3, max_length=1000)
        self.fields["example"] = example


class Sheet:
    """The forms of the page together: the tasks, of which only the first is asked for, and the rest."""

    def __init__(
        self,
        actor: Actor,
        registration: Registration | None,
        data: Any = None,
        person: Person | None = None,
        *,
        subject: str = Registration.Subject.INDIVIDUAL,
        typed: Mapping[str, str] | None = None,
    ) -> None:
        self.actor, self.registration, self.data = actor, registration, data
        _name, pillars = queries.programme_in_force(actor.on)
        owner = person or actor.person
        self.duties = queries.duties_of(owner, actor.on) if owner else []
        start = self._start(typed) if data is None else {}
        # A household has no shortcomings of its own here; a collective's are its unit's.
        whose = owner if subject == Registration.Subject.INDIVIDUAL else None
        unit = actor.unit if subject == Registration.Subject.COLLECTIVE else None
        self.section = Section(actor, registration, whose, unit, data, start.get(MENDING))
        self.tasks = [self._task(prefix, data, start.get(prefix)) for prefix in PREFIXES]
        self.first, self.second, *self.further = self.tasks
        self.rest = RestForm(data, prefix=REST, initial=start.get(REST), pillars=pillars)
        self.forms = [*self.tasks, self.section.admit, self.rest]

    def _task(self, prefix: str, data: Any, initial: Any) -> TaskForm:
        optional = {} if prefix == FIRST else {"empty_permitted": True, "use_required_attribute": False}
        return TaskForm(
            data, prefix=prefix, initial=initial, duties=self.duties, to_mend=self.section.to_mend, **optional
        )

    def is_valid(self) -> bool:
        """Every form is read, so that all that is wrong is said at once."""
        right = [form.is_valid() for form in self.forms]
        return all(right)

    def read(self) -> list[Undertaking]:
        """The tasks that were filled in."""
        return [form.read() for form in self.tasks if form.is_filled]

    def typed(self) -> dict[str, str]:
        """The boxes as they stand, unread."""
        data = self.data or {}
        names = [form.add_prefix(name) for form in self.forms for name in form.fields]
        return {name: data[name] for name in names if data.get(name)}

    def in_context(self) -> dict[str, Any]:
        """What the page needs of it. Each form has a name of its own, for the "Lỗi: " before the title."""
        tasks = {f"task{order}": form for order, form in enumerate(self.tasks, start=1)}
        named = {"first": self.first, "second": self.second, "rest": self.rest}
        more = {"sheet": self, "mending": self.section, "units_of_count": UNITS_OF_COUNT}
        return more | named | tasks

    @property
    def second_is_open(self) -> bool:
        """Whether the second task is shown unfolded."""
        return self.second.is_open

    @property
    def further_are_open(self) -> bool:
        """Whether the third task and what follows it are shown unfolded."""
        return any(form.is_open for form in self.further)

    @property
    def details_are_open(self) -> bool:
        """Whether "viết kỹ hơn" is shown unfolded."""
        return any(box.value() or box.errors for box in self.first.further) or _has_words(
            self.rest, self.rest.fields
        )

    def says_what_is_written(self) -> bool:
        """Whether the boxes hold nothing but what the draft already says."""
        one = self.registration
        if one is None or not self.is_valid() or self.section.has_words:
            return False
        written = [Undertaking(**_of_task(task)) for task in one.ordered_tasks]
        return self.read() == written and all(
            getattr(one, name) == text for name, text in self.rest.cleaned_data.items()
        )

    def _start(self, typed: Mapping[str, str] | None) -> dict[str, dict[str, Any]]:
        """What the boxes hold when the page opens: what is typed, else what was written down."""
        if typed is not None:
            return _unprefixed(typed)
        one = self.registration
        if one is None:
            return {}
        tasks = list(one.tasks.all())
        start = {prefix: _of_task(task) for prefix, task in zip(PREFIXES, tasks, strict=False)}
        return start | {REST: {name: getattr(one, name) for name in TEXTS}}


def _has_words(form: forms.Form, names: Iterable[str]) -> bool:
    return any(form[name].value() or form[name].errors for name in names)


def _unprefixed(typed: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    start: dict[str, dict[str, Any]] = {}
    for name, text in typed.items():
        prefix, _dash, field = name.partition("-")
        start.setdefault(prefix, {})[field] = text
    return start


def _of_task(task: RegistrationTask) -> dict[str, Any]:
    return task.as_written | {"shortcoming": task.shortcoming_id}
