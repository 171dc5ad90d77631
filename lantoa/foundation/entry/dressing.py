"""A form on its way to the reader: which version it shows, what was typed in it before, which files are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import escape
from lxml import html

from lantoa.foundation.entry import boxes, drafts, versions
from lantoa.foundation.entry.opening import Opening, opened, sent_with
from lantoa.foundation.entry.sending import current, typed_in
from lantoa.foundation.models import Draft

EMPTY_VERSION = f'name="{versions.FIELD}" value=""'


@dataclass
class Shown:
    """A form that `{% entry %}` has put on the page."""

    opening: Opening
    sealed: str
    draft: Draft | None


def show(request: HttpRequest, name: str, kind: str, at: str = "") -> dict[str, Any]:
    """What `{% entry %}` writes at the head of a form; the page is dressed once it is whole."""
    opening, again = opened(request, name, kind, at), sent_with(request)
    is_again = again is not None and again.key == opening.key
    looks = not is_again and not getattr(request, "only_reads", False)
    draft = drafts.offered(opening, request) if looks else None
    one = Shown(opening, opening.seal(), draft)
    request.__dict__.setdefault("entries", []).append(one)
    now = current.get()
    return {
        "opening": opening,
        "sealed": one.sealed,
        "draft": draft,
        "begun_with": request.POST.get(drafts.FROM, "") if is_again else draft.key if draft else "",
        "version": request.POST.get(versions.FIELD, "") if is_again else "",
        "asks": (is_again and now is not None and now.asks) or (draft is not None and draft.asks),
    }


def is_shown_again(request: HttpRequest, opening: Opening) -> bool:
    """Whether the page that answers shows the very form that was sent."""
    return any(one.opening.key == opening.key for one in getattr(request, "entries", []))


def dress(request: HttpRequest, response: Any, kept: Draft | None = None) -> Any:
    """Write versions, drafts and kept files into the forms of a page. `kept` is the draft of a form that came back."""
    shown = [one for one in getattr(request, "entries", []) if not one.opening.is_button]
    if not shown or response.streaming or not response.get("Content-Type", "").startswith("text/html"):
        return response
    page = whole = response.content.decode()
    for one in shown:
        page = _dress_one(request, page, one, kept)
    if page is not whole:
        response.content = page
    return response


def _dress_one(request: HttpRequest, page: str, one: Shown, kept: Draft | None) -> str:
    place = boxes.form_around(page, one.sealed)
    if place is None:
        return page
    form = made = page[place[0] : place[1]]
    if one.opening.is_edit and EMPTY_VERSION in form:
        version = versions.dumped(one.draft.version) if one.draft else versions.version_at(boxes.read(form))
        made = form.replace(EMPTY_VERSION, f'name="{versions.FIELD}" value="{escape(version)}"')
    if one.draft:
        made = boxes.fill(made, one.draft.boxes, change=lambda root: show_files(root, one.draft))
    elif kept and kept.key == one.opening.key:
        made = boxes.fill(
            made, typed_in(request), only_empty=True, change=lambda root: show_files(root, kept)
        )
    return page if made is form else page[: place[0]] + made + page[place[1] :]


def show_files(root: Any, draft: Draft | None) -> None:
    """Name the kept files below the boxes they were chosen in."""
    for box, listed in files_of(draft).items():
        for control in root.xpath(".//input[@type='file']"):
            if control.get("name") == box:
                whole = control.xpath("ancestor::*[@class='fb'][1]") or [control]
                whole[0].addnext(html.fragment_fromstring(listed.strip()))


def files_of(draft: Draft | None) -> dict[str, str]:
    """The list of kept files of each box, as it stands in the page."""
    found: dict[str, list[Any]] = {}
    for one in draft.files.select_related("attachment").order_by("pk") if draft else []:
        found.setdefault(one.box, []).append(one)
    return {
        box: render_to_string("foundation/draft_files.html", {"files": files}) for box, files in found.items()
    }
