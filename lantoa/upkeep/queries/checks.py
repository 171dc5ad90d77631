"""Whether the data is whole: named checks, each with its sentence. They read, they mend nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Count, Exists, F, ForeignKey, Model, OuterRef, Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from lantoa.foundation import clock, sealing
from lantoa.foundation.half_open import goes_past
from lantoa.foundation.models import Attachment
from lantoa.organisation.models import Heir, Placement, Unit
from lantoa.people.models import Account, Grant, Membership, Person, Post
from lantoa.people.roles import ROLES
from lantoa.personal_data import queries as personal_data
from lantoa.upkeep.models import Checked
from lantoa.upkeep.queries.sense import Sense, all_sense

MOST_NAMED = 5


@dataclass(frozen=True)
class Check:
    """One sentence that should be true, and how to find what makes it false: the keys of what is wrong."""

    code: str
    sentence: str
    wrong: Callable[[], list[str]]


@dataclass(frozen=True)
class Found:
    """A check that was run: how many are wrong, the first few of them; of what was kept None where it was not run."""

    check: Check
    count: int | None
    first: list[str]


def run_checks() -> Iterator[Found]:
    """Every check, in order; slow on a large installation."""
    for check in checks():
        wrong = check.wrong()
        yield Found(check, len(wrong), wrong[:MOST_NAMED])


def kept_checks(kept: Checked | None) -> list[Found]:
    """Every check as the last run found it; what was wrong first. Asks nothing of the data itself."""
    told = {code: (count, first) for code, count, first in kept.found} if kept else {}
    found = [Found(check, *told.get(check.code, (None, []))) for check in checks()]
    return sorted(found, key=lambda one: not one.count)


def checks() -> list[Check]:
    """The named ones first, then one for each table that points at others, and each table of the history."""
    return [*named_checks(), *_pointing()]


def named_checks() -> list[Check]:
    """Each with a sentence of its own: of the data as it stands, and of what lies between two tables."""
    return [*_named(), *(Check(code, str(said), partial(_keys, rows)) for code, said, rows in all_sense())]


def _keys(found: object) -> list[str]:
    return [str(key) for key in found.values_list("pk", flat=True)]  # type: ignore[attr-defined]


def _named() -> list[Check]:
    return [
        *(
            Check(code, str(said), partial(_keys, rows))
            for code, said, rows in [*_of_the_tree(), *_of_people()]
        ),
        Check("membership.overlap", _("Không ai sinh hoạt ở hai chi bộ cùng lúc"), _overlapping),
        Check("attachment.file", _("Mỗi tệp đính kèm có tệp thật trên đĩa"), _rows_without_files),
        Check("attachment.row", _("Mỗi tệp trên đĩa có dòng ghi trong cơ sở dữ liệu"), _files_without_rows),
        Check("attachment.size", _("Tệp trên đĩa dài đúng như đã ghi"), _files_cut_off),
        Check("history.sealed", _("Lịch sử đúng như lúc niêm phong"), _history),
        Check(
            "erasures.replayed",
            _("Những gì đã xóa theo yêu cầu thì sau khi khôi phục cũng đã xóa lại"),
            lambda: [one.number for one in personal_data.not_erased_again()],
        ),
    ]


def _of_the_tree() -> Iterator[Sense]:
    standing = Placement.objects.filter(ends__isnull=True)
    places = Count("placements", filter=Q(placements__ends__isnull=True))
    twice = Unit.objects.annotate(n=places).filter(n__gt=1)
    yield "unit.one_place", _("Mỗi đơn vị đứng ở một chỗ trong cây tại một lúc"), twice
    yield "unit.placed", _("Mỗi đơn vị có ít nhất một chỗ trong cây"), Unit.objects.filter(placements=None)
    above = Placement.objects.filter(unit=OuterRef("parent"), ends__isnull=True)
    orphans = standing.filter(parent__isnull=False).exclude(Exists(above))
    yield "unit.parent", _("Cấp trên của đơn vị đang hoạt động cũng đang hoạt động"), orphans
    itself = Placement.objects.filter(parent=F("unit"))
    yield "unit.not_own_parent", _("Không đơn vị nào là cấp trên của chính nó"), itself
    own_heir = Heir.objects.filter(unit=OuterRef("unit"), heir=OuterRef("unit"))
    without = standing.exclude(Exists(own_heir))
    yield "unit.heir", _("Mỗi đơn vị đang hoạt động là nơi kế tục của chính nó"), without


def _of_people() -> Iterator[Sense]:
    today = clock.today()
    yield "person.named", _("Ai cũng có họ và tên"), Person.objects.filter(full_name="")
    unfolded = Person.objects.filter(Q(name_folded="") | Q(sort_key=""))
    yield "person.folded", _("Ai cũng tìm được theo tên không dấu"), unfolded
    stands = Exists(Placement.objects.filter(unit=OuterRef("unit"), ends__isnull=True))
    members, posts = Membership.objects.on(today), Post.objects.on(today)
    yield "membership.unit_stands", _("Không ai sinh hoạt ở đơn vị đã kết thúc"), members.exclude(stands)
    yield "post.unit_stands", _("Không chức vụ nào ở đơn vị đã kết thúc"), posts.exclude(stands)
    strange = Post.objects.exclude(role__in=list(ROLES))
    yield "post.role", _("Mỗi chức vụ có một vai trò mà hệ thống biết"), strange
    without = Grant.objects.filter(state=Grant.State.GIVEN, post=None)
    yield "grant.given", _("Mỗi đề nghị đã giao có chức vụ đi kèm"), without
    plain = Account.objects.exclude(password__contains="$").exclude(password__startswith="!")
    yield "account.password", _("Mật khẩu nào cũng được giữ dưới dạng băm"), plain


def _overlapping() -> list[str]:
    other = Membership.objects.filter(person=OuterRef("person"), pk__lt=OuterRef("pk"))
    other = other.filter(goes_past(OuterRef("starts")))
    other = other.filter(Q(starts__lt=OuterRef("ends")) | Q(pk__isnull=False, starts__lte=OuterRef("starts")))
    return _keys(Membership.objects.filter(Exists(other)))


def _rows_without_files() -> list[str]:
    return [
        str(one.pk)
        for one in Attachment.objects.iterator()
        if not one.file.storage.exists(str(one.file.name))
    ]


def _files_without_rows() -> list[str]:
    root, known = Path(settings.MEDIA_ROOT), set(Attachment.objects.values_list("file", flat=True))
    found = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return sorted(name for name in found if name not in known)


def _files_cut_off() -> list[str]:
    kept = (one for one in Attachment.objects.iterator() if one.file.storage.exists(str(one.file.name)))
    return [str(one.pk) for one in kept if one.file.size != one.size]


def _history() -> list[str]:
    fault = sealing.verify().fault
    return [fault.said] if fault else []


def _pointing() -> Iterator[Check]:
    """For each table of ours: every key that points somewhere points at something that is there."""
    for model in sorted(apps.get_models(), key=lambda one: one._meta.label_lower):
        keys = [field for field in model._meta.fields if isinstance(field, ForeignKey)]
        if keys and model.__module__.startswith("lantoa."):
            sentence = _("%(what)s trỏ đến những bản ghi có thật") % {
                "what": capfirst(str(model._meta.verbose_name))
            }
            yield Check(f"{model._meta.label_lower}.keys", sentence, _dangling(model, keys))


def _dangling(model: type[Model], keys: list[ForeignKey]) -> Callable[[], list[str]]:  # type: ignore[type-arg]
    def wrong() -> list[str]:
        found: list[str] = []
        for field in keys:
            target = field.related_model._base_manager.filter(pk=OuterRef(field.attname))  # type: ignore[union-attr]
            rows = model._base_manager.filter(**{f"{field.name}__isnull": False}).exclude(Exists(target))
            found += [f"{field.name} {key}" for key in rows.values_list("pk", flat=True)]
        return found

    return wrong
