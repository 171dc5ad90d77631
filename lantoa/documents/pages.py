"""Pages of papers issued: the list, one paper, its signed file, giving a number, terms."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.documents import actions, queries
from lantoa.documents import book as books
from lantoa.documents.models import Document, DocumentType, Register, System
from lantoa.documents.names import XLSX, attachment_response
from lantoa.foundation import attachments
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import DayField, FileField, PlainForm, TextField, carry_out
from lantoa.foundation.filters import asked_words
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import answer_unless_long, wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.addresses import asked_unit


class IssueForm(PlainForm):
    """What the register of papers needs."""

    type = forms.ModelChoiceField(
        DocumentType.objects.none(), label=gettext_lazy("Loại văn bản"), empty_label=gettext_lazy("Chọn loại")
    )
    body_abbreviation = TextField(
        label=gettext_lazy("Chữ viết tắt cơ quan ban hành"),
        help_text=gettext_lazy("Đứng cuối ký hiệu, ví dụ ĐU trong Số 05-BC/ĐU."),
        max_length=80,
    )
    on = DayField(
        label=gettext_lazy("Ngày ban hành"),
        help_text=gettext_lazy("Ngày/tháng/năm, ví dụ 02/09/2027."),
    )
    abstract = TextField(
        label=gettext_lazy("Trích yếu"),
        help_text=gettext_lazy("Văn bản nói về việc gì, ví dụ: kết quả học tập, thực hành năm 2026."),
        rows=3,
        max_length=500,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["type"]
        field.queryset = DocumentType.objects.all()
        field.choices = [("", field.empty_label), *_by_system()]


class TermForm(PlainForm):
    """A new term of the committee."""

    name = TextField(
        label=gettext_lazy("Nhiệm kỳ"), help_text=gettext_lazy("Ví dụ 2025 - 2030."), max_length=40
    )
    starts = DayField(
        label=gettext_lazy("Từ ngày"),
        help_text=gettext_lazy("Ngày đại hội hoặc ngày ghi trong quyết định chỉ định cấp ủy."),
    )


class FileForm(PlainForm):
    """The signed paper."""

    file = FileField(
        label=gettext_lazy("Bản đã ký"),
        help_text=gettext_lazy("Chọn ảnh chụp, bản quét hoặc tệp PDF đã ký số, tối đa 25 MB."),
    )


def _by_system() -> list[tuple[Any, list[tuple[Any, str]]]]:
    """The kinds of papers under the name of their system."""
    kinds = list(DocumentType.objects.all())
    return [
        (label, [(kind.pk, f"{kind.label} ({kind.code})") for kind in kinds if kind.system == system])
        for system, label in System.choices
    ]


def index(request: HttpRequest) -> HttpResponse:
    """The papers issued by the units in reach, newest first."""
    text = asked_words(request)
    page = paginate(request, queries.documents_for(request.actor, text))
    context = {"page": page, "text": text, "may_issue": request.actor.may("reports.issue")}
    return render(request, "documents/index.html", context)


def book(request: HttpRequest) -> HttpResponseBase:
    """One register of a unit, number by number, with the numbers that no paper bears; as Excel with `?xuat=xlsx`."""
    actor, unit = request.actor, asked_unit(request)
    registers = books.registers_of(unit)
    register = _asked_register(request, registers)
    name = actor.name_of(unit)
    if register and wants_workbook(request):
        return _book_as_workbook(register, unit, name)
    lines = books.lines_of(register) if register else []
    page = paginate(request, lines)
    context = {
        "unit": unit,
        "unit_name": name,
        "units": organisation.children_by_name(actor.unit, actor.on) if actor.unit else [],
        "registers": registers,
        "register": register,
        "page": page,
        "rows": books.with_papers(page),
        "empty": books.how_many_empty(lines),
        "may_issue": actor.may("reports.issue") and unit == actor.unit,
    }
    return render(request, "documents/book.html", context)


def _book_as_workbook(register: Register, unit: Unit, name: str) -> HttpResponse:
    lines, heads = books.lines_of(register), [str(head) for head in books.HEADS]
    title = f"{_('Sổ văn bản đi')} {name} {register.title}.xlsx"
    return answer_unless_long(
        "so-van-ban-di",
        books.title_of(register),
        heads,
        lines,
        len(lines),
        unit=unit,
        write=partial(books.as_workbook, register),
        answer=lambda content: attachment_response(content, title, XLSX),
    )


def _asked_register(request: HttpRequest, registers: list[Register]) -> Register | None:
    """The register in ?so=; the one that was written in last when none is asked for, or the unit has no such one."""
    asked = request.GET.get("so", "")
    first = registers[0] if registers else None
    return next((one for one in registers if str(one.pk) == asked), first)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper: number, issuer, abstract, and the signed file or the place to attach it."""
    return _show(request, _load(request, pk), FileForm())


def file(request: HttpRequest, pk: int) -> FileResponse:
    """The signed paper."""
    document = _load(request, pk)
    if document.signed_file is None:
        raise Http404
    return attachments.serve(document.signed_file)


@posts_only
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach the signed paper."""
    document, form = _load(request, pk), FileForm(request.POST, request.FILES)
    if carry_out(form, lambda file: actions.attach_signed(document, file=file, by=request.actor)):
        return redirect_with(request, "documents:show", _("Đã đính kèm bản ký."), document.pk)
    return _show(request, document, form)


def issue(request: HttpRequest) -> HttpResponse:
    """Give the next number of the actor's own unit."""
    unit = _own_unit(request)
    usual = queries.usual_abbreviation(unit)
    first = {"body_abbreviation": usual, "on": request.actor.on}
    form = IssueForm(request.POST or None, initial=first)
    if document := carry_out(form, partial(actions.issue, issuer_unit=unit, by=request.actor)):
        message = _("Đã cấp %(line)s.") % {"line": queries.number_line(document)}
        return redirect_with(request, "documents:show", message, document.pk)
    return _with_unit(request, "documents/issue.html", form)


def terms(request: HttpRequest) -> HttpResponse:
    """The terms of the actor's own committee, and the form that opens the next."""
    unit, form = _own_unit(request), TermForm(request.POST or None)
    if carry_out(form, partial(actions.open_term, unit=unit, by=request.actor)):
        return redirect_with(request, "documents:terms", _("Đã ghi nhiệm kỳ mới."))
    return _with_unit(
        request,
        "documents/terms.html",
        form,
        terms=unit.terms.all(),
        may_view=request.actor.may("reports.view"),
    )


def _load(request: HttpRequest, pk: int) -> Document:
    """The paper, if this actor may see it; else it does not exist."""
    visible = Document.objects.visible_to(request.actor)
    return get_object_or_404(visible.select_related("type", "register", "issuer_unit", "signed_file"), pk=pk)


def _show(request: HttpRequest, document: Document, form: FileForm) -> HttpResponse:
    actor = request.actor
    may_sign = not document.is_signed and actor.may("reports.issue") and actor.reaches(document.issuer_unit)
    line = queries.number_line(document)
    context = {"document": document, "line": line, "form": form, "may_sign": may_sign}
    return render(request, "documents/show.html", context, status=400 if form.errors else 200)


def _own_unit(request: HttpRequest) -> Any:
    """The unit the actor acts for."""
    if request.actor.unit is None:
        raise NotAllowed(_("Vai trò đang dùng không gắn với đơn vị nào. Chọn vai trò khác."))
    return request.actor.unit


def _with_unit(request: HttpRequest, template: str, form: forms.Form, **more: Any) -> HttpResponse:
    name = organisation.name_of(_own_unit(request), request.actor.on)
    status = 400 if form.errors else 200
    return render(request, template, {"form": form, "unit_name": name, **more}, status=status)
