"""What was typed and chosen and not sent yet: kept for one person in one post, offered where it was typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from lantoa.foundation import attachments, clock
from lantoa.foundation.entry.opening import Opening
from lantoa.foundation.entry.sending import typed_in
from lantoa.foundation.entry.versions import version_of
from lantoa.foundation.errors import BadInput
from lantoa.foundation.models import Attachment, Draft, DraftFile, Edited, Sent

FROM, TURN, TITLE = "_from", "_turn", "_title"
MOST_FILES = 20
LARGEST = 400_000  # letters in one draft: far above the longest report, far below what could fill a disk
KEPT_FOR = dt.timedelta(days=60)


@transaction.atomic
def keep(opening: Opening, request: HttpRequest, *, note: str = "", asks: bool = False) -> Draft | None:
    """Keep what this form holds, in place of the draft it was opened with. None when it was sent, or is no draft.

    Of two savings of one opening under way at once the one that left the browser later stays.
    """
    boxes = typed_in(request)
    if not opening.keeps_drafts or sum(len(v) for values in boxes.values() for v in values) > LARGEST:
        return None
    turn = turn_of(request)
    if _was_sent(opening, turn):
        return None
    kept, new = Draft.objects.select_for_update().get_or_create(
        key=opening.key, defaults=_whose(opening) | {"boxes": boxes, "turn": turn}
    )
    if not new and turn and turn < kept.turn:
        return kept
    kept.boxes, kept.turn, kept.version = boxes, turn or kept.turn, version_of(request)
    kept.note, kept.asks, kept.saved_at = note[:300], asks, clock.now()
    kept.title = request.POST.get(TITLE, kept.title)[:200].replace("\x00", "")
    kept.save()
    _take_over(kept, request.POST.get(FROM, ""))
    return kept


def turn_of(request: HttpRequest) -> int:
    """When this left the browser, by its own clock, in milliseconds; 0 when it did not say."""
    turn = request.POST.get(TURN, "")
    return int(turn) if turn.isdecimal() and len(turn) < 16 else 0


def _was_sent(opening: Opening, turn: int) -> bool:
    """Whether this came too late: the form was sent, or (an edit form, which may stay open) sent after it."""
    if opening.is_edit:
        return bool(turn) and Edited.objects.filter(key=opening.key, turn__gte=turn).exists()
    return Sent.objects.filter(key=opening.key).exists()


def _whose(opening: Opening) -> dict[str, Any]:
    return {
        "person_id": opening.person,
        "post_id": opening.post,
        "place": opening.place,
        "name": opening.name,
    }


def _take_over(kept: Draft, earlier: str) -> None:
    """The draft that this opening began with goes on in it, its files too."""
    before = Draft.objects.filter(key=earlier, person_id=kept.person_id).exclude(pk=kept.pk).first()
    if before is None:
        return
    known = set(kept.files.values_list("box", "chosen_name", "chosen_size"))
    for one in before.files.all():
        if (one.box, one.chosen_name, one.chosen_size) not in known:
            one.draft = kept
            one.save(update_fields=["draft"])
    drop([before])


def keep_files(draft: Draft, request: HttpRequest) -> list[str]:
    """Judge and keep the chosen files; the sentences about those that cannot be used."""
    refused = []
    for box, many in request.FILES.lists():
        for one in many:
            try:
                _keep_file(draft, box, one, request.actor)  # type: ignore[attr-defined]
            except BadInput as bad:
                refused.append(str(bad))
    return refused


@transaction.atomic
def _keep_file(draft: Draft, box: str, chosen: Any, actor: Any) -> None:
    known = draft.files.filter(box=box, chosen_name=chosen.name, chosen_size=chosen.size)
    if known.exists():
        return
    if draft.files.count() >= MOST_FILES:
        raise BadInput(_("Chọn không quá %(most)s tệp một lần.") % {"most": MOST_FILES})
    chosen.seek(0)
    attachment = attachments.keep(attachments.judge(chosen), by=actor)
    draft.files.create(attachment=attachment, box=box, chosen_name=chosen.name, chosen_size=chosen.size)


def offered(opening: Opening, request: HttpRequest) -> Draft | None:
    """The newest draft of this form, of this person in this post. A page asks once for all its forms."""
    if not opening.keeps_drafts:
        return None
    if "drafts_here" not in request.__dict__:
        mine = Draft.objects.of(opening.person, opening.post).live()  # type: ignore[arg-type]
        here = mine.filter(place=opening.place).order_by("saved_at", "pk")
        request.__dict__["drafts_here"] = {one.name: one for one in here}
    found: Draft | None = request.__dict__["drafts_here"].get(opening.name)
    return found


def unsent(actor: Any) -> QuerySet[Draft]:
    """Everything this person began in this post and did not send, newest first."""
    if actor.person is None:
        return Draft.objects.none()
    return Draft.objects.of(actor.person.pk, actor.post_id).live().order_by("-saved_at", "-pk")


def typed_at(person_id: int, place: str) -> Draft | None:
    """The newest draft of a person at a page, in whatever post she typed it."""
    return Draft.objects.filter(person_id=person_id, place=place).live().order_by("-saved_at", "-pk").first()


def with_kept_files(opening: Opening, request: HttpRequest) -> None:
    """Put the files kept with the draft beside those chosen now, as if they had been chosen again."""
    if opening.person is None:
        return
    keys = [opening.key, request.POST.get(FROM, "")]
    kept = DraftFile.objects.filter(draft__key__in=keys, draft__person_id=opening.person)
    for one in kept.select_related("attachment").order_by("pk"):
        here = [(new.name, new.size) for new in request.FILES.getlist(one.box)]
        if (one.chosen_name, one.chosen_size) not in here:
            request.FILES.appendlist(one.box, _chosen_again(one.attachment))


def _chosen_again(kept: Attachment) -> SimpleUploadedFile:
    try:
        with kept.file.open("rb") as content:
            return SimpleUploadedFile(kept.name, content.read(), content_type=kept.media_type)
    except FileNotFoundError:
        said = _("Tệp “%(name)s” đã chọn không còn trên máy chủ. Mở bản nháp, bỏ tệp ấy rồi chọn lại.")
        raise BadInput(said % {"name": kept.name}) from None


def sent(opening: Opening, request: HttpRequest) -> None:
    """The form was carried out: neither its draft nor the one it began with is a draft any more."""
    if opening.person is not None:
        keys = [opening.key, request.POST.get(FROM, "")]
        drop(Draft.objects.filter(key__in=keys, person_id=opening.person))


def drop(drafts: Iterable[Draft]) -> None:
    """Forget drafts and the files chosen for them."""
    for draft in drafts:
        for one in draft.files.select_related("attachment"):
            drop_file(one)
        draft.delete()


def drop_file(one: DraftFile) -> None:
    """Forget one chosen file; the room that was sent it has a copy of its own."""
    attachment: Any = one.attachment
    one.delete()
    attachment.delete()
    name = attachment.file.name
    transaction.on_commit(lambda: attachment.file.storage.delete(name))


def forget_old(now: dt.datetime) -> int:
    """Forget drafts nobody touched for sixty days, and keys so old that their pages are. How many drafts went."""
    Sent.objects.filter(at__lt=now - KEPT_FOR).delete()
    old = list(Draft.objects.filter(saved_at__lt=now - KEPT_FOR))
    drop(old)
    return len(old)
