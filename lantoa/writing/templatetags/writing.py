"""Advice beside the boxes of any form that says which they are: `{% advice_beside form %}`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms, template

from lantoa.foundation.dates import show_date
from lantoa.foundation.numbers import show
from lantoa.writing.inquiry import Inquiry, Of, answer

register = template.Library()


@register.inclusion_tag("writing/beside.html", takes_context=True)
def advice_beside(context: Any, form: forms.BaseForm, **named: str) -> dict[str, Any]:
    """The panel beside a form's text, live where scripts run, else by its button.

    The form's class says in `advised` what `Inquiry` takes, with its own field names; there `stays` says that the
    page of the form answers the button itself. `back` (the address of the writing page) makes a panel that can only
    be read. The page may put an `Of` into the context as `advice_of`; where it does not, `about` names the paper.
    """
    named = {**getattr(form, "advised", {}), **named}
    back = named.pop("back", "")
    of: Of = context.get("advice_of") or Of(about=named.pop("about", ""))
    names = {key: _prefixed(form, value) if key.endswith("_of") else value for key, value in named.items()}
    place = f"khuyen-{form.prefix}" if form.prefix else "khuyen"
    asking = Inquiry(**{**names, "place": place, "about": of.about, "subject": of.subject, "owner": of.owner})
    request = context["request"]
    boxes = {form.add_prefix(name): _typed(form[name].value()) for name in form.fields}
    shown = None
    if asking.text(boxes).strip():
        shown = answer(asking, boxes, actor=request.actor, account=request.user)
    return {
        "asking": asking,
        "panel": shown,
        "back": back,
        "place": place,
        "csrf_token": context.get("csrf_token"),
    }


def _prefixed(form: forms.BaseForm, names: str) -> str:
    lines = (line.split() for line in names.split(","))
    return ",".join(" ".join(form.add_prefix(name) for name in line) for line in lines)


def _typed(value: Any) -> str:
    """As a person would have typed it: the text is the same before and after it was kept."""
    if isinstance(value, Decimal):
        return show(value)
    if isinstance(value, dt.date):
        return show_date(value)
    return "" if value is None else str(value)
