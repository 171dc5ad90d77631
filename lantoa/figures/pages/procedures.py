"""Administrative procedures whose time is told before and after: named once, then typed in the grid like all else."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lantoa.figures import actions
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.people.addresses import asked_unit

MOST, LONGEST = 60, 200


class ProceduresForm(PlainForm):
    """One procedure a line."""

    names = TextField(
        label=gettext_lazy("Các thủ tục"),
        rows=8,
        max_length=MOST * LONGEST,
        help_text=gettext_lazy("Mỗi dòng một thủ tục, ví dụ: Cấp phép xây dựng."),
    )

    def clean_names(self) -> list[str]:
        """The lines, each short enough for a label."""
        lines = [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]
        if len(lines) > MOST or any(len(line) > LONGEST for line in lines):
            raise forms.ValidationError(
                _("Mỗi lần nhiều nhất %(most)s thủ tục, mỗi thủ tục không quá %(longest)s chữ.")
                % {"most": MOST, "longest": LONGEST}
            )
        return lines


def procedures(request: HttpRequest) -> HttpResponse:
    """Name them; each becomes a line of the grid."""
    unit = asked_unit(request)
    form = ProceduresForm(request.POST or None)
    if kept := carry_out(form, lambda names: actions.keep_procedures(names, unit=unit, by=request.actor)):
        said = ngettext("Đã thêm %(n)s thủ tục.", "Đã thêm %(n)s thủ tục.", len(kept)) % {"n": len(kept)}
        return redirect_with(request, f"{reverse('figures:grid', args=[unit.code])}", said)
    context = {"form": form, "unit": unit, "unit_name": request.actor.name_of(unit)}
    return render(request, "figures/procedures.html", context)
