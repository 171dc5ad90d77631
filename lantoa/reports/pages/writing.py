"""Writing a report: the outline, the text with figures that open, and what is still to be looked at."""

from __future__ import annotations

from typing import Any

from django.forms import ChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.documents import pdf
from lantoa.foundation import clock
from lantoa.foundation.fields import PlainForm, TextField
from lantoa.foundation.pages import redirect_with
from lantoa.reports import actions, marks, paper, printing, queries, quoted, rules, unsaid
from lantoa.reports.compose import content_of, counting_of
from lantoa.reports.content import Content
from lantoa.reports.form import Form, Section
from lantoa.reports.models import Report
from lantoa.reports.pages.reading import as_of_asked, load, outline

LONGEST = 20_000


class WriteForm(PlainForm):
    """A box for each section, and the words of the head and the signature."""

    abstract = TextField(label=gettext_lazy("Trích yếu"), required=False, max_length=500, rows=2)
    issuer = TextField(label=gettext_lazy("Cơ quan ban hành"), required=False, max_length=250)
    superior = TextField(label=gettext_lazy("Cơ quan cấp trên"), required=False, max_length=250)
    place = TextField(label=gettext_lazy("Địa danh"), required=False, max_length=120)
    letters = TextField(label=gettext_lazy("Chữ viết tắt trong ký hiệu"), required=False, max_length=80)
    signing_body = TextField(label=gettext_lazy("Ký thay mặt (T/M)"), required=False, max_length=120)
    signer_position = TextField(label=gettext_lazy("Chức vụ người ký"), required=False, max_length=120)
    signer_name = TextField(label=gettext_lazy("Họ và tên người ký"), required=False, max_length=120)
    recipients = TextField(
        label=gettext_lazy("Nơi nhận"), help_text=gettext_lazy("Mỗi nơi một dòng."), required=False, rows=3
    )
    outline = ChoiceField(
        label=gettext_lazy("Đề cương"),
        help_text=gettext_lazy("Đổi đề cương thì các mục sắp lại; chữ đã viết vào mục cùng tên được giữ."),
        required=False,
    )
    missing_note = TextField(
        label=gettext_lazy("Lý do thiếu số liệu"), required=False, max_length=500, rows=2
    )

    def __init__(
        self,
        *args: Any,
        report: Report,
        form: Form,
        outlines: list[tuple[str, str]],
        usual: paper.Heads | None = None,
        **kwargs: Any,
    ) -> None:
        first = {name: getattr(report, name) for name in actions.HEADS}
        first["outline"] = queries.outline_key(report)
        first |= {box(code): text for code, text in report.texts.items()}
        super().__init__(*args, initial=first, **kwargs)
        self.fields["outline"].choices = outlines
        for section in form.sections:
            if not form.holds(section):
                self.fields[box(section.code)] = _box(section)
        if usual:
            self._show(usual)

    def _show(self, usual: paper.Heads) -> None:
        """What is printed when a box stays empty stands in it in grey."""
        for name in ("abstract", "issuer", "superior", "place", "letters", "signing_body", "signer_position"):
            self.fields[name].widget.attrs["placeholder"] = getattr(usual, name)
        self.fields["recipients"].widget.attrs["placeholder"] = "\n".join(usual.recipients)

    @property
    def texts(self) -> dict[str, str]:
        """The text of each section by its code."""
        return {
            name.removeprefix("text_"): text
            for name, text in self.cleaned_data.items()
            if name.startswith("text_")
        }

    @property
    def chosen(self) -> str:
        """The key of the chosen outline."""
        return str(self.cleaned_data["outline"])

    @property
    def heads(self) -> list[Any]:
        """The boxes of the head and the signature, without the note that stands beside the gaps."""
        return [self[name] for name in actions.HEADS if name != "missing_note"]


def box(code: str) -> str:
    """The name of a section's box."""
    return f"text_{code}"


def _box(section: Section) -> TextField:
    words = _("Nội dung mục %(section)s") if section.by_hand else _("Viết thêm vào mục %(section)s")
    made = TextField(
        label=words % {"section": section.heading},
        help_text=section.hint,
        required=False,
        rows=5 if section.by_hand else 3,
        max_length=LONGEST,
    )
    # Nobody comes near the limit: no counter below each of sixteen boxes.
    made.widget.attrs.pop("maxlength", None)
    return made


def compose(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft, open for writing."""
    report = load(request, pk)
    if not report.is_draft:
        return redirect("reports:show", report.pk)
    rules.must_compose(request.actor.may("reports.compose"), request.actor.reaches(report.unit))
    if request.method == "POST":
        return _keep(request, report)
    return _page(request, report)


def _keep(request: HttpRequest, report: Report) -> HttpResponse:
    form = _bound(request, report)
    if not form.is_valid():
        return _page(request, report, form)
    heads = {name: form.cleaned_data[name] for name in actions.HEADS}
    actions.write(
        report, texts=form.texts, heads=heads, outline=form.chosen, by=request.actor, at=clock.now()
    )
    kind = request.POST.get("tai", "")
    if kind in printing.MEDIA:
        asked = as_of_asked(request, report)
        query = asked.query if asked else ""
        return redirect(f"{reverse('reports:download', args=[report.pk])}?format={kind}{query}")
    return redirect_with(request, "reports:compose", _("Đã lưu bản nháp, chưa gửi ai."), report.pk)


def _bound(request: HttpRequest, report: Report) -> WriteForm:
    outlines = _outlines(request, report)
    return WriteForm(request.POST, report=report, form=queries.form_of(report), outlines=outlines)


def _outlines(request: HttpRequest, report: Report) -> list[tuple[str, str]]:
    """What may be chosen, and what was: an outline since laid aside stays with its report."""
    choices = queries.outline_choices(request.actor)
    key = queries.outline_key(report)
    is_there = key in dict(choices) or report.outline is None
    return choices if is_there else [*choices, (key, str(report.outline))]


def _page(request: HttpRequest, report: Report, form: WriteForm | None = None) -> HttpResponse:
    as_of = as_of_asked(request, report)
    counting = counting_of(report, as_of)
    content = content_of(
        report, now=clock.now(), today=request.actor.on, tables=False, as_of=as_of, counting=counting
    )
    shape = queries.form_of(report)
    usual = paper.Heads.of(Report(form=report.form), content, shape)
    form = form or WriteForm(report=report, form=shape, outlines=_outlines(request, report), usual=usual)
    gone = quoted.withdrawn(report.unit, report.period) if report.wording else []
    # An earlier day says other numbers without anything having changed since somebody looked.
    marked = marks.marked(content, {} if as_of and as_of.asked else report.seen, gone)
    parts = [
        (part, marked[part.code], None if part.holds else form[box(part.code)]) for part in content.parts
    ]
    context = {
        "report": report,
        "content": content,
        "as_of": as_of,
        "of_day": as_of.page_query if as_of else "",
        "form": form,
        "outline_name": queries.outline_name(report),
        "parts": parts,
        "changed": [one for one in marked.values() if one.marks],
        "outline": outline(content, report),
        "opening": paper.opening(content, report.issuer or usual.issuer),
        "has_pdf": pdf.is_there(),
        "gaps": list(paper.gaps(content)),
        "unsaid": unsaid.unsaid(content, report.unit, shape, counting),
        "unreported": queries.without_report(report.unit, report.period, request.actor.on),
        "open": open_points(content, report),
        "may_issue": request.actor.may("reports.issue"),
    }
    return render(request, "reports/compose.html", context, status=400 if form.errors else 200)


def open_points(content: Content, report: Report) -> list[str]:
    """What should be looked at before the report leaves the house; none of it stops a draft from being printed."""
    points = []
    unwritten = [
        part.heading
        for part in content.parts
        if part.by_hand and not part.pieces and not report.texts.get(part.code, "").strip()
    ]
    holes = [part.heading for part in content.parts if part.missing]
    if holes:
        points.append(_("Câu đã sửa còn chỗ chưa có số liệu: %(parts)s") % {"parts": "; ".join(holes)})
    if gone := quoted.gone_from(report):
        points.append(
            _(
                "%(who)s đã thôi cho trích. Chỉ tìm được câu còn nguyên lời hay còn tên chức vụ; ý ấy đã viết thành "
                "lời khác thì đồng chí đọc lại và tự bỏ."
            )
            % {"who": ", ".join(dict.fromkeys(one.who for one in gone))}
        )
    for heading, who in quoted.withdrawn_in(report, content, gone).items():
        points.append(
            _("%(part)s: còn lời đã thôi cho trích của %(who)s") % {"part": heading, "who": ", ".join(who)}
        )
    if unwritten:
        points.append(_("Chưa viết: %(parts)s") % {"parts": "; ".join(unwritten)})
    if content.missing:
        points.append(
            _("%(n)s tổ chức chưa có số liệu, đã ghi tên trong báo cáo") % {"n": len(content.missing)}
        )
    for basis in content.unverified:
        points.append(_("%(basis)s: cần đối chiếu bản gốc") % {"basis": basis})
    return points
