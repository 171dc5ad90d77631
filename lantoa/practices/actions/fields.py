"""The list of fields."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor, keeps_lists
from lantoa.practices.models import Field


@transaction.atomic
def save_field(
    *,
    by: Actor,
    name: str,
    short_name: str = "",
    place: int | None = None,
    is_offered: bool = True,
    field: Field | None = None,
) -> Field:
    """Add a field or change one; practices keep the field they have. Only who acts for the whole tree."""
    if not (by.may("programme.edit") and keeps_lists(by)):
        raise NotAllowed(_("Danh mục lĩnh vực do cấp cao nhất giữ. Đề nghị sửa ở trang Danh mục dùng chung."))
    name = clean(name)
    if not name:
        raise BadInput(_("Đặt tên lĩnh vực."), "name")
    same = Field.objects.filter(name=name).first()
    if same is not None and same != field:
        raise BadInput(_("Đã có lĩnh vực tên này."), "name")
    before = {"name": field.name, "is_offered": field.is_offered} if field else None
    kept = field or Field()
    kept.name, kept.short_name, kept.place, kept.is_offered = name, clean(short_name), place or 0, is_offered
    kept.save()
    record(
        "field.edited" if field else "field.added",
        kept,
        by=by,
        unit=by.unit,
        before=before,
        after={"name": name, "is_offered": is_offered},
    )
    return kept
