"""What a person sees and presses: the classes of a year, one class, the form of a class."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures.as_of import asked_as_of
from lantoa.foundation import attachments, numbers
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import (
    DayField,
    FilesField,
    NumberField,
    PlainForm,
    TextField,
    carry_out,
    read_typed,
)
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.people.fields import UnitField
from lantoa.programme import queries as programme
from lantoa.programme.models import Directive, Theme
from lantoa.study import actions, queries, rules
from lantoa.study.exchange import CLASSES
from lantoa.study.models import ClassAbsence, Essay, StudyClass, reads_below

MOST_PAPERS = 20
SHOWN = ["study.classes", "study.attendance", "study.least_attendance", "study.outside_attended"]


def index(request: HttpRequest) -> HttpResponse:
    """The classes of a year, of one's unit and those below, with the numbers they make."""
    unit, year = asked_unit(request), asked_year(request)
    as_of = asked_as_of(request, unit, Period.year(year))
    period = as_of.period
    found = StudyClass.objects.visible_to(request.actor).in_period(period)
    found = request.actor.within(found, unit)
    if request.GET.get("hinh-thuc") in StudyClass.Form.values:
        found = found.filter(form=request.GET["hinh-thuc"])
    if wants_workbook(request):
        return CLASSES.answer(found, by=request.actor, unit=unit)
    named = queries.with_unit_name(found, request.actor.on)
    page = paginate(request, queries.with_essays(named.select_related("theme")))
    context = {
        "page": page,
        "as_of": as_of,
        "figures": queries.figures_of(SHOWN, unit, as_of),
        "unit": unit,
        "unit_name": request.actor.name_of(unit),
        "year": year,
        "years": range(request.actor.on.year, 2015, -1),
        "forms": StudyClass.Form.choices,
        "asked_form": request.GET.get("hinh-thuc", ""),
        "may_edit": request.actor.may("study.edit"),
    }
    return render(request, "study/index.html", context)


def _seen(request: HttpRequest, pk: int) -> StudyClass:
    classes = StudyClass.objects.visible_to(request.actor).select_related("unit", "theme", "file")
    found: StudyClass = get_object_or_404(queries.with_essays(classes), pk=pk)
    return found


def show(request: HttpRequest, pk: int, problem: str = "") -> HttpResponse:
    """One class: n/N, who is still to study and who wrote on it for those who keep it, and how to correct it."""
    found, actor = _seen(request, pk), request.actor
    essays = Essay.objects.visible_to(actor).filter(study_class=found).select_related("person")
    may_edit = actor.may("study.edit") and actor.reaches(found.unit)
    context = {
        "one": found,
        "unit_name": organisation.name_of(found.unit, found.held_on),
        "may_edit": may_edit,
        "may_add_units": may_edit and found.unit.level != Unit.Level.CELL,  # nothing lies below a cell
        "problem": problem,
        "papers": found.papers.all(),
        "absences": ClassAbsence.objects.visible_to(actor).filter(study_class=found).select_related("person"),
        "parts": organisation.with_unit_names(found.by_unit.all(), actor.on),
        "essays": paginate(request, essays.order_by("person__sort_key", "pk")),
        "reads_essays": reads_below(actor) and actor.reaches(found.unit),
        "today": actor.on,
    }
    return render(request, "study/show.html", context)


def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What was studied, as a file."""
    found = _seen(request, pk)
    if found.file is None:
        raise Http404
    return attachments.serve(found.file)


class RatioField(TextField):
    """Attended over summoned in one box: "49/50"; cleaned to two numbers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=60, **kwargs)
        self.widget.attrs.update({"autocomplete": "off", "class": "num"})

    def prepare_value(self, value: Any) -> Any:
        return rules.show_ratio(*value) if isinstance(value, tuple) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return read_typed(rules.read_ratio, text)


def _people(label: Any, **more: Any) -> NumberField:
    """A number of people or things; nothing typed is none."""
    return NumberField(label=label, whole=True, least=0, required=False, **more)


class ClassForm(PlainForm):
    """A class in one page: what, when, how many of how many."""

    topic = TextField(label=gettext_lazy("Văn bản, chuyên đề được học"), max_length=300)
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label=gettext_lazy("Thuộc chuyên đề"), required=False, empty_label="–"
    )
    held_on = DayField(label=gettext_lazy("Ngày học"))
    attendance = RatioField(
        label=gettext_lazy("Đảng viên dự / được triệu tập"),
        help_text=gettext_lazy("Ví dụ 49/50, không tính người được miễn."),
    )
    made_up = _people(gettext_lazy("Trong số vắng, đã học bù"))
    excused = _people(
        gettext_lazy("Trong số vắng, có lý do"), help_text=gettext_lazy("Để trống khi chưa rõ.")
    )
    exempt = _people(
        gettext_lazy("Được miễn, ngoài số triệu tập"), help_text=gettext_lazy("Để trống khi chưa rõ.")
    )
    outside_attended = _people(gettext_lazy("Người ngoài Đảng dự"))
    essays = _people(gettext_lazy("Bài thu hoạch"))
    essays_by = DayField(
        label=gettext_lazy("Hạn nộp bài thu hoạch"),
        required=False,
        help_text=gettext_lazy("Có hạn thì mỗi đảng viên được nhắc viết bài. Để trống khi không yêu cầu."),
    )
    papers = forms.ModelMultipleChoiceField(
        Directive.objects.none(),
        label=gettext_lazy("Văn bản được học, có trong hệ thống"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    file = FilesField(
        label=gettext_lazy("Tài liệu học"),
        required=False,
        most=1,
        help_text=gettext_lazy("Văn bản, đề cương. Không đính kèm nội dung mật."),
    )
    level = forms.ChoiceField(label=gettext_lazy("Cấp tổ chức"), choices=StudyClass.Level.choices)
    form = forms.ChoiceField(
        label=gettext_lazy("Hình thức"),
        choices=StudyClass.Form.choices,
        widget=forms.RadioSelect,
        initial="direct",
    )
    sites = NumberField(
        label=gettext_lazy("Số điểm cầu"),
        whole=True,
        least=1,
        most=20_000,
        required=False,
        help_text=gettext_lazy("Chỉ nhập khi học trực tuyến."),
    )
    speaker = TextField(
        label=gettext_lazy("Báo cáo viên"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Nhiều người thì cách nhau bằng dấu chấm phẩy."),
    )
    note = TextField(label=gettext_lazy("Ghi chú"), max_length=500, required=False, rows=2)

    def __init__(self, *args: Any, actor: Actor, kept: StudyClass | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = UnitField(actor, label=_("Đơn vị tổ chức"))
        if kept is None and len(field.places) > 1:
            self.fields = {"unit": field, **self.fields}
        ids = {theme.pk for theme in programme.themes_of(kept.unit if kept else actor.unit, actor.on)}
        ids |= {kept.theme_id} if kept and kept.theme_id else set()
        self.fields["theme"].queryset = Theme.objects.filter(pk__in=ids)
        self._offer_papers(kept.unit if kept else actor.unit, actor, kept)

    def _offer_papers(self, unit: Unit | None, actor: Actor, kept: StudyClass | None) -> None:
        """The newest papers that apply to the unit, and those named before; no box where there are none."""
        known = programme.register_of(unit, actor.on).values_list("pk", flat=True)[:MOST_PAPERS]
        named = kept.papers.values_list("pk", flat=True) if kept else []
        offered = Directive.objects.filter(pk__in=[*known, *named])
        self.fields["papers"].queryset = offered
        if not offered:
            del self.fields["papers"]

    def numbers(self) -> dict[str, Any]:
        """What was typed, in the words of the table."""
        typed = dict(self.cleaned_data)
        typed["party_attended"], typed["party_summoned"] = typed.pop("attendance")
        for name in ("made_up", "outside_attended", "essays"):
            typed[name] = typed[name] or 0
        typed["sites"] = typed["sites"] or 1
        typed["file"] = next(iter(typed["file"]), None)
        return typed


def new(request: HttpRequest) -> HttpResponse:
    """Record a class."""
    unit = asked_unit(request)
    theme = programme.theme_to_offer(unit, request.actor.on)
    initial = {
        "unit": unit,
        "level": rules.usual_level(unit.level),
        "theme": theme,
        "held_on": request.actor.on,
    }
    form = ClassForm(request.POST or None, request.FILES or None, actor=request.actor, initial=initial)

    def write(typed: dict[str, Any]) -> StudyClass:
        return actions.record_class(by=request.actor, **{"unit": request.actor.unit, **typed})

    return _fill_in(request, form, write, _("Đã ghi lớp học."))


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a class."""
    found = _seen(request, pk)
    rules.must_edit(request.actor.reaches(found.unit))
    initial = {
        name: getattr(found, name)
        for name in ClassForm.base_fields
        if hasattr(found, name) and name != "file"
    }
    initial["papers"] = found.papers.all()
    initial["attendance"] = (found.party_attended, found.party_summoned)
    form = ClassForm(
        request.POST or None, request.FILES or None, actor=request.actor, kept=found, initial=initial
    )

    def write(typed: dict[str, Any]) -> StudyClass:
        return actions.change_class(found, by=request.actor, **typed)

    return _fill_in(request, form, write, _("Đã sửa lớp học."), found)


def _fill_in(
    request: HttpRequest, form: ClassForm, write: Any, done: str, kept: StudyClass | None = None
) -> HttpResponse:
    if made := carry_out(form, lambda **_typed: write(form.numbers())):
        return redirect_with(request, made, done)
    return render(request, "study/form.html", {"form": form, "kept": kept})


@posts_only
def make_up(request: HttpRequest, pk: int) -> HttpResponse:
    """So many of those absent have studied since."""
    found = _seen(request, pk)
    try:
        people = numbers.read(request.POST.get("people", ""), "people", whole=6, places=0)
        actions.make_up(found, people=int(people), by=request.actor)
    except BadInput as refusal:
        return show(request, pk, problem=str(refusal))
    return redirect_with(request, found, _("Đã ghi học bù."))


@posts_only
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a class entered by mistake."""
    actions.remove_class(_seen(request, pk), reason=request.POST.get("reason", "").strip(), by=request.actor)
    return redirect_with(request, "study:index", _("Đã bỏ lớp học ghi nhầm."))
