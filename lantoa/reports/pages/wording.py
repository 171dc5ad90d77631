"""The sentences of one section: worded, moved, dropped, added, each on a line; figures called by their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.figures.as_of import AsOf
from lantoa.figures.catalogue import catalogue, fields_of_work
from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.reports import actions, marks, queries, quoted, rules
from lantoa.reports.compose import compose, content_of, counting_of
from lantoa.reports.content import Content, FilledSection
from lantoa.reports.models import Report
from lantoa.reports.pages.reading import as_of_asked, load
from lantoa.reports.sentences import as_slot, slots
from lantoa.reports.wording import Names

LONGEST = 20_000
LOOKS_BACK = "shortcomings"  # the section that says what is wanting and why


class LinesForm(PlainForm):
    """The sentences, one a line."""

    lines = TextField(
        label=gettext_lazy("Các câu của mục"),
        help_text=gettext_lazy(
            "Mỗi dòng một câu. Đổi chỗ, thêm, xóa dòng tùy ý. Con số viết bằng tên trong ngoặc nhọn thì luôn "
            "theo danh sách. Dòng bắt đầu bằng “- ” in thành gạch đầu dòng."
        ),
        required=False,
        rows=12,
        max_length=LONGEST,
    )


@dataclass(frozen=True)
class Named:
    """A figure that may be called: its name, and how it reads now where it was counted."""

    name: str
    shown: str = ""


def section(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One section of a draft, open for wording."""
    report = load(request, pk)
    if not report.is_draft:
        return redirect("reports:show", report.pk)
    rules.must_compose(request.actor.may("reports.compose"), request.actor.reaches(report.unit))
    named = queries.heading_of(report, code)
    if named is None:
        raise Http404
    form = LinesForm(request.POST or None)

    def keep(lines: str) -> Report:
        return actions.reword(report, code, lines, by=request.actor, at=clock.now())

    if carry_out(form, keep):
        return _back(request, report, code, _("Đã lưu các câu của mục “%(part)s”.") % {"part": named})
    return _page(request, report, code, form if form.is_bound else None)


def _page(request: HttpRequest, report: Report, code: str, form: LinesForm | None) -> HttpResponse:
    as_of = as_of_asked(request, report)
    counting = counting_of(report, as_of)
    content = _content(report, request, as_of, counting)
    is_of_a_day = as_of is not None and as_of.asked is not None
    # An earlier day says less. The box holds what is saved, which no day that is only looked at may cut short.
    whole = _content(report, request) if is_of_a_day else content
    part = content.part(code)
    names = Names.of(whole.declared, whole.unit_code, whole.period)
    lines = [*_typed(whole.part(code), report, names), *_asked_for(request, names)]
    form = form or LinesForm(initial={"lines": "\n".join(lines)})
    gone = quoted.withdrawn(report.unit, report.period) if part.edited else []
    composed = _as_composed(report, request, counting).part(code) if part.edited else None
    context = {
        "report": report,
        "part": part,
        "as_of": as_of,
        "of_day": as_of.page_query if as_of else "",
        "asked": request.GET.get("them", ""),
        "marked": marks.marked(content, {} if is_of_a_day else report.seen, gone)[code],
        "form": form,
        "here": list(_of_section(part, report, names)),
        "others": _others(),
        "composed": composed,
        "reviewed": quoted.of_the_collective(report.unit, report.period, request.actor)
        if code == LOOKS_BACK
        else [],
        "declared": [Named(label) for label in names.declared.values()],
    }
    return render(request, "reports/section.html", context, status=400 if form.errors else 200)


def _content(
    report: Report,
    request: HttpRequest,
    as_of: AsOf | None = None,
    counting: queries.Counting | None = None,
) -> Content:
    return content_of(
        report, now=clock.now(), today=request.actor.on, tables=False, as_of=as_of, counting=counting
    )


@posts_only
def restore(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The composed sentences again."""
    report = load(request, pk)
    actions.reword(report, code, None, by=request.actor, at=clock.now())
    return _back(request, report, code, _("Đã lấy lại các câu soạn sẵn."))


@posts_only
def accept(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The section's figures have been looked at."""
    report = load(request, pk)
    actions.accept_figures(report, code, by=request.actor, at=clock.now())
    return _back(request, report, code, _("Đã xem số mới."))


def _back(request: HttpRequest, report: Report, code: str, message: str) -> HttpResponse:
    answer = redirect_with(request, "reports:compose", message, report.pk)
    answer["Location"] += f"#muc-{code}"
    return answer


def _typed(part: FilledSection, report: Report, names: Names) -> Iterator[str]:
    """What stands in the box first: the worded sentences, else the composed ones."""
    if part.edited:
        yield from (names.named(line) for line in report.wording[part.code])
        return
    yield from (names.typed(line) for line in part.lines)
    yield from (names.typed(line, item=True) for line in part.items)


def _asked_for(request: HttpRequest, names: Names) -> Iterator[str]:
    """A sentence for what the address asks for, a measure or a part: "Hạn chế đã nêu ra: {Hạn chế đã nêu ra}."."""
    asked = as_slot(request.GET.get("them", ""))
    if asked and queries.exists(asked):
        name = names.name_of(asked)
        yield f"{name.replace(' | ', ', ')}: {{{name}}}."


def _as_composed(report: Report, request: HttpRequest, counting: queries.Counting) -> Content:
    """The report as it would be composed now, to take sentences from."""
    return compose(
        queries.form_of(report),
        report.unit,
        counting.period,
        now=clock.now(),
        today=request.actor.on,
        tables=False,
        counting=counting,
    )


def _of_section(part: FilledSection, report: Report, names: Names) -> Iterator[Named]:
    """The figures that stand in the section, then those its form knows and that have nothing to tell yet."""
    shown = {piece.slot: piece.text for piece in part.pieces if piece.slot and not piece.is_missing}
    called = ((slots(f"{{{one}}}")[0], text) for one, text in shown.items())
    # By the tree of another day units may declare that this report does not hold: those cannot be called here.
    yield from (Named(names.name_of(one), text) for one, text in called if names.knows(one))
    known = queries.form_of(report).section(part.code)
    for sentence in known.sentences if known else ():
        for text in sentence.texts:
            for one in slots(text):
                if one.is_figure and one.code in catalogue() and str(one) not in shown:
                    shown[str(one)] = ""
                    yield Named(names.name_of(one))


def _others() -> list[tuple[Any, list[Named]]]:
    """Every figure of the house, by the field of work it counts."""
    return [
        (label, [Named(str(one.label)) for one in catalogue().values() if one.room == room])
        for room, label in fields_of_work().items()
    ]
