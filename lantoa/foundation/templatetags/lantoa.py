"""Words that every template knows: icons, form fields, Vietnamese numbers, dates and names."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, Textarea
from django.forms.formsets import BaseFormSet
from django.template import TemplateSyntaxError
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from lantoa.foundation import addresses, dates, menu, numbers, panels, text
from lantoa.foundation.entry import dressing
from lantoa.foundation.errors import BadInput

register = template.Library()
ICONS = Path(__file__).resolve().parent.parent / "icons"
BEFORE_A_COMMA = re.compile(r"\s+(?=(?:<\w[^>]*>)*[,;:.](?:\s|<|$))")
BILLION, MILLION = 1_000_000_000, 1_000_000


# Drawings


@cache
def _drawing(name: str) -> SafeString:
    """The strokes of one icon. The files are ours, read once, never named by a visitor."""
    path = ICONS / f"{name}.svg"
    if not path.is_file():
        raise TemplateSyntaxError(f"There is no icon {name!r} in {ICONS}")
    inside = re.sub(r".*?<svg[^>]*>|</svg>.*", "", path.read_text(), flags=re.DOTALL)
    strokes = inside.replace('<path stroke="none" d="M0 0h24v24H0z" fill="none" />', "")
    return mark_safe(" ".join(strokes.split()))


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """An inline drawing that a screen reader passes over: the words beside it say the same."""
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" '
        'stroke-linejoin="round" aria-hidden="true">{}</svg>',
        f"ic {css}".strip(),
        _drawing(name),
    )


@register.simple_tag
def bar(part: float, whole: float) -> SafeString:
    """A thin bar of part in whole, green when full. The figure itself stands beside it in words."""
    share = min(100.0, max(0.0, 100 * part / whole)) if whole else 0.0
    return format_html(
        '<svg class="bar{}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="{}" height="8"/></svg>',
        " full-bar" if share >= 100 else "",
        f"{share:.1f}",
    )


@register.simple_tag(takes_context=True)
def page_above(context: template.Context) -> str:
    """The nearest address above this page that the actor may open: where the way back leads."""
    return addresses.page_above(context["request"])


@register.simple_block_tag
def card(
    content: str,
    title: str = "",
    *,
    id: str = "",
    of: Any = "",
    css: str = "",
    body: str = "",
    named: str = "",
    label: str = "",
    at: str = "",
    bare: bool = False,
) -> SafeString:
    """A card with its heading: {% card _("Quá trình") id="qua" css="mt" body="scr" %}…{% endcard %}.

    With an `id` the card is a landmark named by its heading, or by one that it holds itself and whose id is `named`, or
    by a `label`; in a list `of` says of which thing ("viec" of 3: "viec-3"). `at` is where links to it lead. `css` and
    `body` are further classes of the card and of what it holds; a `bare` one brings its own bodies, or a form as body.
    """
    heading = "-".join(str(part) for part in (id or named, of) if part != "")
    told = {"id": at, "class": f"card {css}".strip(), "aria-labelledby": heading, "aria-label": label}
    over = format_html('<h2 id="{}">{}</h2>', heading, title) if id else format_html("<h2>{}</h2>", title)
    return format_html(
        "<section{}>{}{}</section>",
        format_html_join("", ' {}="{}"', ((name, value) for name, value in told.items() if value)),
        format_html('<div class="hd">{}</div>', over) if title else "",
        content if bare else format_html('<div class="{}">{}</div>', f"bd {body}".strip(), content),
    )


@register.simple_block_tag
def sentence(content: str) -> SafeString:
    """A sentence of pieces, none of which leaves a space before a comma. {% sentence %}…{% endsentence %}"""
    return mark_safe(BEFORE_A_COMMA.sub("", content.strip()))


@register.simple_tag(name="way")
def frame_way(word: str) -> str:
    """`{% way "help" %}`: where the frame of the page leads by that word (see foundation/menu.py)."""
    return menu.way(word)


@register.inclusion_tag("foundation/panels.html", name="panels", takes_context=True)
def show_panels(
    context: template.Context, place: str, *args: Any, css: str = "btn", of: Any = ""
) -> dict[str, Any]:
    """What upper rooms offer for this page, as far as the reader may open it: see foundation/panels.py.

    `css` is the class of a mere link; `of` says to whom only hears the page of which thing in a list it is.
    """
    actor = context["request"].actor
    mine = [one for one in panels.offered(place) if not one.permission or actor.may(one.permission)]
    return {"panels": [(one, one.url(*args)) for one in mine], "css": css, "of": of}


# Numbers, dates, names


@register.filter
def show_number(value: Any, places: int | None = None) -> str:
    """1234.5 → "1.234,5"."""
    return numbers.show(value, places)


@register.filter
def money(value: int | None) -> str:
    """Đồng in words that lose nothing: "2,95 tỷ đồng", "350 triệu đồng", "1.234.567 đồng"."""
    if value is None:
        return ""
    for step, name in ((BILLION, _("tỷ đồng")), (MILLION, _("triệu đồng"))):
        if abs(value) >= step and value * 1000 % step == 0:
            return f"{numbers.show(value / step)} {name}"
    return f"{numbers.show(value)} {_('đồng')}"


@register.filter
def show_date(day: dt.date | None) -> str:
    """16/11/2026."""
    return dates.show_date(timezone.localtime(day).date() if isinstance(day, dt.datetime) else day)


@register.filter
def last_day(ends: dt.date | None) -> str:
    """The last day of a time that ends before `ends`: 01/12/2026 → 30/11/2026."""
    return show_date(ends - dt.timedelta(days=1)) if ends else ""


@register.filter
def show_weekday(day: dt.date | None) -> str:
    """thứ Hai, 16/11/2026."""
    return dates.show_weekday(day) if day else ""


@register.filter
def show_datetime(at: dt.datetime | None) -> str:
    """20:45, 16/11/2026, in Vietnam's time."""
    return dates.show_moment(at) if at else ""


@register.filter
def due(day: dt.date | None, today: dt.date) -> str:
    """ "Hạn 20/11/2026, còn 4 ngày": the absolute day first, how far it is beside it."""
    if day is None:
        return ""
    left = days_from(day, today)
    if left < 0:
        how_far = _("quá %(days)s ngày") % {"days": -left}
    else:
        how_far = _("còn %(days)s ngày") % {"days": left} if left else _("hôm nay")
    return _("Hạn %(day)s, %(how_far)s") % {"day": dates.show_date(day), "how_far": how_far}


@register.filter
def days_from(day: dt.date, today: dt.date) -> int:
    """How many days from today until that day; negative when it is past."""
    return (day - today).days


@register.filter
def given_name(full_name: Any) -> str:
    """What a person is called by: "Nguyễn Thị Lan" → "Lan"."""
    return text.given_name(str(full_name))


@register.filter
def initials(full_name: Any) -> str:
    """Two letters for a badge: "Nguyễn Thị Lan" → "NL"."""
    return text.initials(str(full_name))


# Forms


@register.inclusion_tag("foundation/entry.html", takes_context=True)
def entry(context: template.Context, name: Any = "", edits: Any = None, at: str = "") -> dict[str, Any]:
    """What makes a form a form of this house; stands first in every form that a person types in.

    `name` tells several forms of one page apart; `edits` is what the form changes, if others may be changing it
    too; `at` is its page, where that is not the page it is shown on. Brings the CSRF token, the opening, and the
    words of a draft that was not sent. See docs/handbook/a-form.md.
    """
    return dressing.show(context["request"], str(name), "edit" if edits else "write", at)


@register.inclusion_tag("foundation/entry.html", takes_context=True)
def once(context: template.Context) -> dict[str, Any]:
    """What stands first in a form that is only a button: pressed twice, it acts once."""
    return dressing.show(context["request"], "", "press")


def _kind(field: BoundField) -> str:
    """Which of the shapes of foundation/field.html a field takes."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, CheckboxInput):
        return "tick"
    if widget.use_fieldset and hasattr(widget, "option_template_name"):
        return "ticks" if isinstance(widget, CheckboxSelectMultiple) else "choice"
    return {"password": "password", "file": "file"}.get(getattr(widget, "input_type", ""), "box")


@register.inclusion_tag("foundation/field.html")
def field(bound: BoundField, *, suffix: str = "", hint: str = "", css: str = "") -> dict[str, Any]:
    """One question: label, hint, error and box, tied together for a screen reader.

    `suffix` is the unit written behind the box ("người"); `hint` overrides the form's help text;
    `css` goes to the outer element ("w-s" for a short box).
    """
    # The browser's own bubbles vanish and speak the browser's language; our errors stay.
    bound.form.use_required_attribute = False
    kind, own_id = _kind(bound), bound.auto_id
    hint = hint or str(bound.help_text)
    limit = bound.field.widget.attrs.get("maxlength") if isinstance(bound.field.widget, Textarea) else None
    told = [(bound.errors, "error"), (hint, "hint"), (limit, "count")]
    described = " ".join(f"{own_id}_{name}" for present, name in told if present)
    attrs: dict[str, str | bool] = {"aria-describedby": described} if described else {}
    return {
        "field": bound,
        "kind": kind,
        "widget": bound.as_widget(attrs=attrs) if kind not in ("choice", "ticks") else "",
        "described": described,
        "hint": hint,
        "limit": limit,
        "suffix": suffix,
        "css": css,
        "says": _says(bound),
    }


def _says(bound: BoundField) -> str:
    """A number as it is read aloud, on a form that is shown again: "một triệu hai trăm nghìn đồng".

    Money always; other numbers from a thousand on, where a zero too many is easily missed.
    """
    how = bound.field.widget.attrs.get("data-says")
    typed = bound.value() if how and bound.form.is_bound else ""
    if not typed:
        return ""
    try:
        number: Decimal = (
            Decimal(numbers.read_money(str(typed))) if how == "tien" else numbers.read(str(typed))
        )
    except BadInput:
        return ""
    if how == "tien":
        return _("%(words)s đồng") % {"words": numbers.say(number)}
    return numbers.say(number) if abs(number) >= 1000 else ""


def first_box(bound: BoundField) -> str:
    """The id that a link to this field must jump to."""
    return f"{bound.auto_id}_0" if _kind(bound) in ("ticks", "choice") else bound.auto_id


def _wrongs(form: BaseForm) -> list[tuple[str, str]]:
    """(id, message) of everything wrong in one form, in the order of the page."""
    found = [("", str(message)) for message in form.non_field_errors()]
    return found + [
        (first_box(bound), _with_its_box(str(message), str(bound.label)))
        for bound in form
        for message in bound.errors
    ]


def _with_its_box(message: str, box: str) -> str:
    """Far from its box a refusal says which one it is; beside it the label does."""
    return message if not box or box.lower() in message.lower() else f"{box}: {message}"


@register.inclusion_tag("foundation/errors.html")
def error_summary(*forms: BaseForm | BaseFormSet[Any] | None) -> dict[str, Any]:
    """The box at the head of a form that names every place to mend, in the words used beside the field."""
    wrongs: list[tuple[str, str]] = []
    for form in forms:
        if isinstance(form, BaseFormSet):
            wrongs += [("", str(message)) for message in form.non_form_errors()]
            wrongs += [wrong for one in form for wrong in _wrongs(one)]
        elif form is not None:
            wrongs += _wrongs(form)
    return {"wrongs": wrongs, "beside_boxes": any(box for box, _message in wrongs)}


@register.simple_tag(takes_context=True)
def error_prefix(context: template.Context) -> str:
    """ "Lỗi: " before the page's title when a form on it was refused, so that it is heard first."""
    values = [value for layer in context.dicts for value in layer.values()]
    # By type and not isinstance, which would wake lazy values (and the database) only to look at them.
    forms = [value for value in values if issubclass(type(value), BaseForm | BaseFormSet)]
    return _("Lỗi: ") if any(form.is_bound and form.errors and any(form.errors) for form in forms) else ""


@register.filter
def in_words(value: Any) -> str:
    """Any cell of a list as a person reads it: dates, numbers, yes and no, text."""
    match value:
        case None | "":
            return ""
        case bool():
            return _("có") if value else _("không")
        case dt.datetime():
            return dates.show_date(timezone.localtime(value).date())
        case dt.date():
            return dates.show_date(value)
        case int() | float():
            return numbers.show(value)
    return numbers.show(value) if type(value).__name__ == "Decimal" else str(value)
