"""The small forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.exemplars import queries, rules
from lantoa.exemplars.actions import Name
from lantoa.exemplars.models import Exemplar, ExemplarResult
from lantoa.exemplars.rules import Result
from lantoa.exemplars.words import LONGEST_STORY
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, capitalised
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.practices.models import Field

TITLE_HELP = gettext_lazy("Ai, làm gì, ở đâu. Ví dụ: Hiến 400 m² đất mở đường vào bản.")
STORY_HELP = gettext_lazy("Vài dòng: bắt đầu thế nào, làm ra sao, ai được lợi.")


class WritingForm(PlainForm):
    """The deed."""

    subject = forms.ChoiceField(
        label=gettext_lazy("Của ai"), choices=capitalised(Exemplar.Subject.choices), widget=forms.RadioSelect
    )
    title = TextField(label=gettext_lazy("Việc làm, trong một câu"), max_length=200, help_text=TITLE_HELP)
    collective_name = TextField(
        label=gettext_lazy("Tên tập thể"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bỏ trống thì lấy tên đơn vị. Ví dụ: Tổ hợp tác trồng rau bản Pa Khao."),
    )
    story = TextField(
        label=gettext_lazy("Câu chuyện"), max_length=LONGEST_STORY, rows=6, help_text=STORY_HELP
    )
    field = forms.ModelChoiceField(
        Field.objects.filter(is_offered=True),
        label=gettext_lazy("Lĩnh vực"),
        required=False,
        empty_label=gettext_lazy("Chọn lĩnh vực"),
    )
    place = TextField(label=gettext_lazy("Nơi làm"), max_length=200, required=False)
    since = DayField(label=gettext_lazy("Làm từ ngày"), required=False)
    practice = forms.ModelChoiceField(
        None, label=gettext_lazy("Gắn với mô hình"), required=False, empty_label=gettext_lazy("Không gắn")
    )
    registration = forms.ModelChoiceField(
        None, label=gettext_lazy("Gắn với bản đăng ký"), required=False, empty_label=gettext_lazy("Không gắn")
    )
    commendation = forms.ModelChoiceField(
        None, label=gettext_lazy("Gắn với khen thưởng"), required=False, empty_label=gettext_lazy("Không gắn")
    )

    def __init__(self, *args: Any, unit: Unit, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        practices, registrations, commendations = queries.linkable(unit, actor)
        self.fields["practice"].queryset = practices
        self.fields["registration"].queryset = registrations
        self.fields["commendation"].queryset = commendations


class NameForm(PlainForm):
    """Somebody to be named: of the unit's list, or a name as it is written; an empty line is left out."""

    person = forms.ChoiceField(label=gettext_lazy("Người trong danh sách"), required=False)
    name = TextField(label=gettext_lazy("Hoặc ghi họ và tên"), max_length=200, required=False)

    def __init__(self, *args: Any, known: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.fields["person"].choices = [("", _("Chọn người"))] + [
            (pk, person.full_name) for pk, person in known.items()
        ]


class BaseNames(forms.BaseFormSet):
    """Everyone named in one exemplar."""

    def names(self) -> list[Name]:
        """Those lines that say a name."""
        found = []
        for form in self.forms:
            typed = form.cleaned_data
            person = form.known.get(typed.get("person") or "")
            if person:
                found.append(Name(person.full_name, person))
            elif typed.get("name"):
                found.append(Name(typed["name"]))
        return found


Names = forms.formset_factory(NameForm, formset=BaseNames, extra=2, max_num=20, absolute_max=30)


def known_people(unit: Unit, actor: Actor, exemplar: Exemplar | None = None) -> dict[str, Any]:
    """Who may be chosen: the members of the unit, and whoever is named already."""
    people = [one.person for one in queries.members_of(unit, actor.on)]
    if exemplar:
        people += [one.person for one in exemplar.named.select_related("person") if one.person]
    return {str(person.pk): person for person in people}


def names_as_typed(exemplar: Exemplar) -> list[dict[str, str]]:
    """What the lines show of a saved exemplar."""
    return [
        {"person": str(one.person_id)} if one.person_id else {"name": one.name}
        for one in exemplar.named.all()
    ]


class ResultForm(PlainForm):
    """One result; a line without a number is left out."""

    value = NumberField(label=gettext_lazy("Số"), required=False)
    unit_of_count = TextField(label=gettext_lazy("Đơn vị tính"), max_length=60, required=False)
    label = TextField(label=gettext_lazy("Là gì"), max_length=120, required=False)
    recurrence = forms.ChoiceField(
        label=gettext_lazy("Tính thế nào"),
        choices=capitalised(ExemplarResult.Recurrence.choices),
        required=False,
    )
    counted_until = DayField(label=gettext_lazy("Tính đến ngày"), required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("value") is not None and not typed.get("unit_of_count"):
            self.add_error("unit_of_count", _("Ghi đơn vị tính của kết quả, ví dụ hộ, tấn, m²."))
        if typed.get("value") is not None and typed["value"] <= 0:
            self.add_error("value", _("Kết quả là một số lớn hơn 0; không có thì bỏ dòng ấy."))
        if typed.get("value") is None and typed.get("unit_of_count") and "value" not in self.errors:
            self.add_error("value", _("Ghi số của kết quả này, hoặc bỏ trống cả dòng."))
        return typed


class BaseResults(forms.BaseFormSet):
    """The results of one exemplar."""

    def results(self) -> list[Result]:
        """Those lines that count something."""
        return [
            Result(
                typed["value"],
                typed["unit_of_count"],
                typed["label"],
                typed["recurrence"] or rules.TOTAL,
                typed["counted_until"],
            )
            for typed in (form.cleaned_data for form in self.forms)
            if typed.get("value") is not None
        ]


Results = forms.formset_factory(ResultForm, formset=BaseResults, extra=2, max_num=20, absolute_max=30)
RESULT_FIELDS = ("value", "unit_of_count", "label", "recurrence", "counted_until")


def results_as_typed(exemplar: Exemplar) -> list[dict[str, Any]]:
    """What the lines show of a saved exemplar."""
    return [{name: getattr(one, name) for name in RESULT_FIELDS} for one in exemplar.results.all()]


class WithdrawForm(PlainForm):
    """Why it is taken out."""

    reason = TextField(label=gettext_lazy("Vì sao rút bài"), max_length=300, rows=2)


class RemovalForm(PlainForm):
    """The words without the name."""

    title = TextField(label=gettext_lazy("Việc làm, trong một câu"), max_length=200)
    story = TextField(label=gettext_lazy("Câu chuyện"), max_length=LONGEST_STORY, rows=6)
