"""Two records of one person become one, with all that hangs on them; and two again, when that was a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.serializers import deserialize, serialize
from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, Model
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.half_open import goes_past
from lantoa.foundation.history import record
from lantoa.people import queries
from lantoa.people.actors import Actor
from lantoa.people.models import Account, Membership, Person, PersonMerge, Post
from lantoa.people.roles import goes_beyond_a_member

FILLED = ("born_on", "card_number", "phone", "email")


def pointing() -> Iterator[ForeignKey[Any, Any]]:
    """Every column of the house that names a person; what was merged before stays as it was told."""
    for relation in Person._meta.related_objects:
        field: Any = relation.field
        if relation.related_model is not PersonMerge and field.concrete and not field.many_to_many:
            yield field


@transaction.atomic
def merge_people(kept: Person, gone: Person, *, by: Actor) -> PersonMerge:
    """Everything that names `gone` names `kept` from now on; `gone` is in no list any more and cannot sign in.

    NotAllowed for oneself, or where either holds something out of reach. BadInput when a post would come to somebody by
    this, or when both have something of which a person has one (a registration of a year).
    """
    kept, gone = (Person.objects.select_for_update().get(pk=one.pk) for one in (kept, gone))
    _must_be_possible(kept, gone, by)
    log: dict[str, Any] = {"moved": {}, "removed": [], "filled": {}, "account": None}
    _one_place_at_a_time(kept, gone, log)
    _accounts(kept, gone, log)
    for field in pointing():
        _move(field, gone, kept, log)
    for name in FILLED:
        if not getattr(kept, name) and getattr(gone, name):
            log["filled"][name] = True
            setattr(kept, name, getattr(gone, name))
    kept.save()
    merge = PersonMerge.objects.create(kept=kept, gone=gone, log=log, merged_by=by.person)
    after = {"gone": gone.pk, "moved": sum(map(len, log["moved"].values()))}
    record("person.merged", kept, by=by, unit=by.unit, note=str(gone), after=after)
    return merge


def _must_be_possible(kept: Person, gone: Person, by: Actor) -> None:
    if by.person in (kept, gone):
        raise NotAllowed(_("Không ai tự gộp hồ sơ của mình; người quản trị khác làm việc này."))
    if not (queries.reaches_all_of(kept, by) and queries.reaches_all_of(gone, by)):
        raise NotAllowed(_("Một trong hai người còn giữ chức vụ hoặc sinh hoạt ngoài phạm vi của đồng chí."))
    if kept == gone:
        raise BadInput(_("Chọn hai hồ sơ khác nhau."))
    still = Post.objects.filter(goes_past(by.on), person=gone)
    if any(goes_beyond_a_member(post.role) for post in still):
        raise BadInput(
            _("Hồ sơ bỏ đi đang giữ chức vụ. Giữ hồ sơ ấy, hoặc kết thúc chức vụ trước rồi giao lại."), "kept"
        )


def _one_place_at_a_time(kept: Person, gone: Person, log: dict[str, Any]) -> None:
    """Where both belonged somewhere at one time, what the kept record says stands."""
    mine = list(Membership.objects.filter(person=kept))
    for one in Membership.objects.filter(person=gone):
        if any(_overlap(one, other) for other in mine):
            log["removed"].append(serialize("json", [one]))
            one.delete()


def _overlap(one: Membership, other: Membership) -> bool:
    return (other.ends is None or one.starts < other.ends) and (one.ends is None or other.starts < one.ends)


def _accounts(kept: Person, gone: Person, log: dict[str, Any]) -> None:
    """With two accounts, that of the kept record stays in use; the other is closed and stays where it is."""
    account = Account.objects.filter(person=gone).first()
    if account and Account.objects.filter(person=kept).exists():
        log["account"] = [account.pk, account.is_active]
        Account.objects.filter(pk=account.pk).update(is_active=False, generation=account.generation + 1)


def _move(field: ForeignKey[Any, Any], gone: Person, kept: Person, log: dict[str, Any]) -> None:
    model: type[Model] = field.model
    rows = model._default_manager.filter(**{field.name: gone})
    if model is Account and log["account"]:
        return
    keys = [str(key) for key in rows.values_list("pk", flat=True)]
    if not keys:
        return
    try:
        with transaction.atomic():
            model._base_manager.filter(pk__in=keys).update(**{field.name: kept})
    except IntegrityError:
        raise BadInput(
            _(
                "Cả hai hồ sơ cùng có “%(what)s” mà một người chỉ có một, hoặc sẽ thành tự duyệt việc của mình. "
                "Xử lý một bên trước rồi gộp."
            )
            % {"what": model._meta.verbose_name}
        ) from None
    log["moved"][f"{model._meta.label_lower}.{field.name}"] = keys


@transaction.atomic
def undo_merge(merge: PersonMerge, *, by: Actor) -> Person:
    """Two records again: what was moved goes back, what was set aside returns; what came since stays."""
    merge = (
        PersonMerge.objects.select_for_update(of=("self",)).select_related("kept", "gone").get(pk=merge.pk)
    )
    if merge.undone_at is not None:
        raise Conflict(_("Hai hồ sơ này đã được tách lại."))
    if by.person in (merge.kept, merge.gone) or not queries.reaches_all_of(merge.kept, by):
        raise NotAllowed(_("Người này còn giữ chức vụ hoặc sinh hoạt ngoài phạm vi của đồng chí."))
    try:
        with transaction.atomic():
            _put_back(merge)
    except IntegrityError:
        raise BadInput(
            _("Đã có hồ sơ mới trùng với phần sẽ trả lại. Xử lý phần trùng trước rồi tách.")
        ) from None
    merge.undone_at = clock.now()
    merge.save(update_fields=["undone_at"])
    record(
        "person.unmerged",
        merge.kept,
        by=by,
        unit=by.unit,
        note=str(merge.gone),
        after={"gone": merge.gone_id},
    )
    return merge.gone


def _put_back(merge: PersonMerge) -> None:
    for field in pointing():
        keys = merge.log["moved"].get(f"{field.model._meta.label_lower}.{field.name}", [])
        field.model._base_manager.filter(pk__in=keys, **{field.name: merge.kept}).update(
            **{field.name: merge.gone}
        )
    for kept in merge.log["removed"]:
        for row in deserialize("json", kept):
            row.save()
    if merge.log["account"]:
        pk, was_active = merge.log["account"]
        Account.objects.filter(pk=pk).update(is_active=was_active)
    for name in merge.log["filled"]:
        if getattr(merge.kept, name) == getattr(merge.gone, name):
            setattr(merge.kept, name, None if name == "born_on" else "")
    merge.kept.save()
