"""The lists that the province keeps for practices: their fields, and the criteria of appraisers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import NumberField, PlainForm, TextField, carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import keeps_lists
from lantoa.practices import actions
from lantoa.practices.models import Criterion, Field


class FieldForm(PlainForm):
    """One field of the list."""

    name = TextField(label=gettext_lazy("Lĩnh vực"), max_length=120)
    short_name = TextField(label=gettext_lazy("Tên gọn"), max_length=60, required=False)
    place = NumberField(label=gettext_lazy("Thứ tự"), whole=True, least=0, most=999, required=False)
    is_offered = forms.BooleanField(label=gettext_lazy("Còn dùng khi đăng ký mới"), required=False)


class CriterionForm(PlainForm):
    """One criterion of the list."""

    text = TextField(label=gettext_lazy("Tiêu chí"), max_length=200)
    place = NumberField(label=gettext_lazy("Thứ tự"), whole=True, least=0, most=999, required=False)
    is_used = forms.BooleanField(label=gettext_lazy("Còn dùng khi thẩm định"), required=False)


def fields(request: HttpRequest) -> HttpResponse:
    """The list of fields: add one, rename one, take one out of use."""
    if not keeps_lists(request.actor):
        raise NotAllowed(_("Danh mục lĩnh vực do cấp cao nhất giữ. Đề nghị sửa ở trang Danh mục dùng chung."))
    blank = {"is_offered": True}
    return _kept(
        request, Field, FieldForm, "field", actions.save_field, blank, _("Đã lưu danh mục lĩnh vực.")
    )


def criteria(request: HttpRequest) -> HttpResponse:
    """The list of criteria: add one, change one, take one out of use."""
    if not keeps_lists(request.actor):
        raise NotAllowed(
            _("Tiêu chí thẩm định do cấp cao nhất giữ. Đề nghị sửa ở trang Danh mục dùng chung.")
        )
    blank, said = {"is_used": True}, _("Đã lưu danh mục tiêu chí.")
    return _kept(request, Criterion, CriterionForm, "criterion", actions.save_criterion, blank, said)


def _kept(
    request: HttpRequest,
    table: Any,
    form_of: type[PlainForm],
    key: str,
    save: Callable[..., Any],
    blank: dict[str, Any],
    said: str,
) -> HttpResponse:
    """The page of one list; `key` is what the action calls the line that is changed."""
    asked = asked_key(request.POST.get(key) or request.GET.get("sua"))
    changed = get_object_or_404(table, pk=asked) if asked else None
    initial = blank | {"place": table.objects.count() + 1}
    if changed:
        initial = {name: getattr(changed, name) for name in form_of.base_fields}
    form = form_of(request.POST or None, initial=initial)
    if carry_out(form, lambda **typed: save(by=request.actor, **{key: changed}, **typed)):
        return redirect_with(request, request.resolver_match.view_name, said)
    context = {"form": form, "changed": changed, "key": key, "rows": table.objects.all()}
    return render(request, f"{request.resolver_match.view_name.replace(':', '/')}.html", context)
