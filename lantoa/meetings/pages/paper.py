"""The attendance sheet on paper: printed with boxes to tick, photographed, read as a draft that somebody confirms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import FilesField, PlainForm, carry_out
from lantoa.meetings import rules, scanning, sheet
from lantoa.meetings.models import Appointment
from lantoa.meetings.pages.forms import ABSENT, DOUBTFUL, UNEXCUSED, Line, Sheet
from lantoa.organisation import queries as organisation

MOST_PHOTOS = 10


class PhotoForm(PlainForm):
    """Pictures of the sheet, one a page."""

    photo = FilesField(
        label=gettext_lazy("Ảnh phiếu điểm danh"),
        most=MOST_PHOTOS,
        help_text=gettext_lazy(
            "Mỗi tờ một ảnh, chụp thẳng, thấy cả bốn góc. Ảnh đọc xong thì bỏ, không lưu."
        ),
    )


def attendance_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet to print: who is due, two boxes each, what the reader finds its way by."""
    one = _mine(request, pk)
    listed = _listed(request, one)
    people = [line.person.pk for line in listed]
    pages = [
        _page(sheet.printed(one.pk, number, some), listed[number * sheet.ROWS :][: len(some)])
        for number, some in enumerate(sheet.pages_of(people))
    ]
    context = {
        "one": one,
        "unit_name": organisation.name_of(one.unit, one.held_on),
        "pages": pages,
        "width": sheet.WIDTH,
        "height": sheet.HEIGHT,
    }
    return render(request, "meetings/attendance_sheet.html", context)


def _page(printed: sheet.Printed, lines: list[Line]) -> dict[str, Any]:
    marks = [square for number in range(len(sheet.CORNERS)) for square in sheet.mark_squares(number)]
    first = printed.page * sheet.ROWS + 1
    rows = [
        {
            "number": first + n,
            "y": sheet.row_at(n),
            "line": line,
            "boxes": [sheet.box_at(n, c) for c in (0, 1)],
        }
        for n, line in enumerate(lines)
    ]
    return {"number": printed.page + 1, "squares": [*marks, *sheet.code_squares(printed.text)], "rows": rows}


def read_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The ticks of a photographed sheet become those of the form; nothing is written before somebody saves it."""
    one = _mine(request, pk)
    form = PhotoForm(request.POST or None, request.FILES or None)
    people = [line.person.pk for line in _listed(request, one)]
    found = carry_out(form, lambda **typed: _read(one, people, typed["photo"]))
    if found is not None:
        asked = {"lich": one.pk, "don-vi": one.unit.code, "loai": one.kind} | found
        return redirect(f"{reverse('meetings:record')}?{urlencode(asked)}")
    context = {
        "one": one,
        "unit_name": organisation.name_of(one.unit, one.held_on),
        "form": form,
        "is_possible": scanning.is_possible(),
    }
    return render(request, "meetings/read_sheet.html", context)


def _read(one: Appointment, people: list[int], photos: Iterable[Judged]) -> dict[str, str]:
    """Keys of the absent, of those without a reason, of those to look at again: as the form's address takes them."""
    if not scanning.is_possible():
        raise BadInput(_("Máy chủ chưa cài phần đọc ảnh, nên chưa đọc được phiếu."), "photo")
    pages = sheet.pages_of(people)
    expected = [sheet.printed(one.pk, number, some) for number, some in enumerate(pages)]
    scans = {scan.sheet.page: scan for scan in (scanning.read(photo.content, expected) for photo in photos)}
    missing = [str(number + 1) for number in range(len(pages)) if number not in scans]
    if missing:
        raise BadInput(_("Còn thiếu ảnh tờ số %(pages)s.") % {"pages": ", ".join(missing)}, "photo")
    said = {
        person: rules.said_on_paper(scan.boxes[row, 0], scan.boxes[row, 1])
        for number, scan in sorted(scans.items())
        for row, person in enumerate(pages[number])
    }
    return {
        name: ",".join(str(person) for person, how in said.items() if how == name)
        for name in (ABSENT, UNEXCUSED, DOUBTFUL)
        if name in said.values()
    }


def _mine(request: HttpRequest, pk: int) -> Appointment:
    found = Appointment.objects.visible_to(request.actor).select_related("unit")
    one: Appointment = get_object_or_404(found.filter(meeting__isnull=True), pk=pk)
    rules.must_edit(request.actor.reaches(one.unit))
    return one


def _listed(request: HttpRequest, one: Appointment) -> list[Line]:
    listed = Sheet(one.unit, one.held_on, {})
    listed.tell_apart(request.actor)
    return listed.lines
