"""Members go with their cell to the one that continues it; posts end with the unit, and somebody must be named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation.half_open import goes_past
from lantoa.foundation.hangs import Hanging
from lantoa.organisation.models import Unit
from lantoa.people.models import Grant, Membership, Post


def hanging(unit: Unit, *, on: dt.date) -> Iterator[Hanging]:
    """Members and posts of the very unit."""
    members = Membership.objects.on(on).filter(unit=unit).count()
    posts = Post.objects.on(on).filter(unit=unit).count()
    asked = Grant.objects.waiting().filter(unit=unit).count()
    yield Hanging(_("Người sinh hoạt"), members, _("Đi theo đơn vị kế tục; diện và ngày giữ nguyên."))
    yield Hanging(
        _("Chức vụ"), posts, _("Kết thúc cùng đơn vị. Việc đang chờ lên cấp trên đến khi giao người mới.")
    )
    if asked:
        yield Hanging(
            _("Đề nghị giao chức vụ"), asked, _("Không xác nhận được nữa; đề nghị lại ở đơn vị mới.")
        )


def follow(heirs: Mapping[int, int], *, on: dt.date) -> dict[str, Any]:
    """Memberships of ended units go on in those that continue them; posts end that day. Gives the log for `restore`."""
    still = goes_past(on)
    members = list(Membership.objects.filter(still, unit__in=heirs))
    begun = [one for one in members if one.starts < on]
    later = [one for one in members if one.starts >= on]
    log: dict[str, Any] = {
        "closed": [[one.pk, _iso(one.ends)] for one in begun],
        "moved": [[one.pk, one.unit_id] for one in later],
        "posts": [
            [post.pk, _iso(post.ends)] for post in Post.objects.filter(still, unit__in=heirs, starts__lt=on)
        ],
    }
    fresh = [_continued(one, heirs[one.unit_id], on) for one in begun]
    Membership.objects.filter(pk__in=[one.pk for one in begun]).update(ends=on)
    for one in later:
        one.unit_id = heirs[one.unit_id]
    Membership.objects.bulk_update(later, ["unit"])
    log["opened"] = [one.pk for one in Membership.objects.bulk_create(fresh)]
    Post.objects.filter(pk__in=[pk for pk, _ends in log["posts"]]).update(ends=on)
    return log


def _continued(one: Membership, unit: int, on: dt.date) -> Membership:
    return Membership(person_id=one.person_id, unit_id=unit, status=one.status, starts=on, ends=one.ends)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def restore(log: Mapping[str, Any]) -> None:
    """Everything as it stood before `follow`."""
    Membership.objects.filter(pk__in=log["opened"]).delete()
    for model, rows in ((Membership, log["closed"]), (Post, log["posts"])):
        for pk, ends in rows:
            model._default_manager.filter(pk=pk).update(ends=ends or None)
    for pk, unit in log["moved"]:
        Membership.objects.filter(pk=pk).update(unit=unit)
