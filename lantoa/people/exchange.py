"""The list of people: who belongs where, who holds which post, who signs in how.

A list never moves anybody to another cell (a move needs a day) and never empties what is known. A post that gives
rights over others waits for a second person, as everywhere.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.dates import show_date
from lantoa.foundation.exchange import (
    ANOTHER,
    CHANGED,
    CONFLICT,
    NEW,
    SAME,
    UNREADABLE,
    Alike,
    Answers,
    Kind,
    Plan,
)
from lantoa.foundation.tables import Choice, Column, Row
from lantoa.foundation.tables.columns import DATE, PHONE, TICK
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.organisation.finding import Finder, told_apart
from lantoa.organisation.models import Unit
from lantoa.people import actions, rules
from lantoa.people.models import Account, Grant, Membership, Person, Post, normal_sign_in_name
from lantoa.people.roles import ROLES

STATUSES = (
    Choice("official", Membership.Status.OFFICIAL.label, ("chinh thuc", "ct", "dang vien", "dvct")),
    Choice("probationary", Membership.Status.PROBATIONARY.label, ("du bi", "db", "dvdb")),
    Choice("exempt", Membership.Status.EXEMPT.label, ("mien", "mien sinh hoat", "mien cong tac sinh hoat")),
    Choice("outside", Membership.Status.OUTSIDE.label, ("quan chung", "ngoai dang")),
)
ROLE_CHOICES = tuple(Choice(role.code, role.name) for role in ROLES.values())
COLUMNS = (
    Column(
        "full_name",
        gettext_lazy("Họ và tên"),
        ("ho ten", "ho ten d c", "ho va ten dang vien", "ho ten dang vien", "ho dem", "ho va ten dem", "ten"),
        required=True,
        most=120,
    ),
    Column(
        "born_on",
        gettext_lazy("Ngày sinh"),
        ("sinh ngay", "ngay thang nam sinh", "nam sinh", "ngay sinh"),
        kind=DATE,
    ),
    Column(
        "card_number",
        gettext_lazy("Số thẻ đảng viên"),
        ("so the", "the dv", "the dang", "so the dang", "so tdv", "the dang vien"),
        most=20,
    ),
    Column(
        "unit",
        gettext_lazy("Chi bộ, đơn vị"),
        ("chi bo", "don vi", "sinh hoat tai", "to chuc dang", "chi bo sinh hoat", "noi sinh hoat"),
    ),
    Column(
        "status", gettext_lazy("Diện"), ("loai dang vien", "dang vien", "dien dang vien"), choices=STATUSES
    ),
    Column("phone", gettext_lazy("Điện thoại"), ("dt", "sdt", "so dien thoai", "di dong"), kind=PHONE),
    Column("email", gettext_lazy("Thư điện tử"), ("email", "mail", "hop thu"), most=254),
    Column(
        "since",
        gettext_lazy("Sinh hoạt từ ngày"),
        ("tu ngay", "ve chi bo ngay", "ngay chuyen den"),
        kind=DATE,
    ),
    Column("title", gettext_lazy("Chức vụ"), ("chuc danh", "chuc vu dang", "chuc vu trong dang"), most=160),
    Column(
        "role",
        gettext_lazy("Vai trò"),
        ("vai tro trong he thong", "quyen"),
        choices=ROLE_CHOICES,
        hint=gettext_lazy("Để trống thì đọc từ chức vụ: bí thư, phó bí thư."),
    ),
    Column("post_unit", gettext_lazy("Chức vụ tại"), ("don vi giu chuc vu", "chuc vu o don vi")),
    Column("is_head", gettext_lazy("Người đứng đầu"), ("dung dau",), kind=TICK),
    Column("account", gettext_lazy("Tên đăng nhập"), ("tai khoan",), most=120),
    Column("id", gettext_lazy("Mã"), ("ma nguoi", "ma dang vien"), most=12),
)
OF_PERSON = ("full_name", "born_on", "card_number", "phone", "email")
WITH_PHONES, ONE_WORD = "accounts", "one_word"


class _Planner:
    """The rows against the people in reach, and against each other. A fixed number of questions, whatever the rows."""

    def __init__(self, unit: Unit, by: Any, answers: Answers, options: Mapping[str, bool]) -> None:
        self.unit, self.by, self.answers, self.options = unit, by, answers, options
        places = organisation.subtree(unit, by.on)
        self.finder = Finder(places, by.on)
        self.stands = dict(places.values_list("unit_id", "starts"))
        self.level = dict(places.values_list("unit_id", "unit__level"))
        self.name = dict(places.values_list("unit_id", "name"))
        self._load()

    def _load(self) -> None:
        known = Person.objects.visible_to(self.by)
        self.people = {person.pk: person for person in known}
        ids = known.values("pk")
        members = Membership.objects.on(self.by.on).filter(person__in=ids)
        self.belongs = {m.person_id: m for m in members}
        self.accounts = dict(Account.objects.filter(person__in=ids).values_list("person_id", "sign_in_name"))
        self.taken = dict(Account.objects.values_list("sign_in_name", "person_id"))
        self.held: dict[int, set[tuple[int, str]]] = defaultdict(set)
        posts, asked = Post.objects.on(self.by.on), Grant.objects.waiting()
        for found in (posts, asked):
            for pk, unit, role in found.filter(person__in=ids).values_list("person_id", "unit_id", "role"):
                self.held[pk].add((unit, role))
        self.by_card = {p.card_number: p for p in self.people.values() if p.card_number}
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            self.by_name[person.name_folded].append(person)

    def plan(self, rows: Sequence[Row]) -> list[Plan]:
        plans = [Plan(row, values=dict(row.values)) for row in rows]
        for plan in plans:
            self._read(plan)
        self._twins(plans)
        for plan in plans:
            self._judge(plan)
        return plans

    def _read(self, plan: Plan) -> None:
        """Units by name, the role that a title says, the sign-in name."""
        values, wrongs = plan.values, plan.row.wrongs
        name = values["full_name"]
        if name and not rules.is_full_name(name) and not self.options.get(ONE_WORD) and plan.state == SAME:
            said = _("ghi đủ họ và tên; giấy tờ ghi đúng một chữ thì đánh dấu “Nhận cả tên chỉ có một chữ”")
            wrongs.setdefault("full_name", said)
        for code in ("unit", "post_unit"):
            values[code] = self._unit(values[code], plan, code)
        values["post_unit"] = values["post_unit"] or values["unit"]
        if values["title"] and not values["role"]:
            values["role"] = rules.role_said_by(values["title"], self.level.get(values["post_unit"], ""))
        values["is_head"] = values["is_head"] or (
            bool(values["title"]) and rules.is_head_said_by(values["title"])
        )
        if not values["account"] and self.options.get(WITH_PHONES):
            values["account"] = values["phone"]
        values["account"] = normal_sign_in_name(values["account"] or "")

    def _unit(self, typed: str | None, plan: Plan, code: str) -> int | None:
        if not typed:
            return self.unit.pk if code == "unit" else None
        found = self.finder.find(typed)
        if len(found) == 1:
            return found[0].unit_id
        said = _("không có đơn vị “%s” trong phạm vi này") % typed[:80]
        if found:
            said = _("nhiều đơn vị tên này; ghi rõ: %s") % "; ".join(told_apart(found[:4]))
        plan.row.wrongs.setdefault(code, said)
        return None

    def _twins(self, plans: Sequence[Plan]) -> None:
        """Two rows of one list that say the same person, or claim the same card or sign-in name."""
        for code, said in (
            ("card_number", _("trùng số thẻ với dòng %s")),
            ("account", _("trùng tên đăng nhập với dòng %s")),
        ):
            first: dict[str, Plan] = {}
            for plan in plans:
                value = plan.values[code]
                if value and first.setdefault(value, plan) is not plan:
                    box = "phone" if code == "account" and not plan.row.texts["account"] else code
                    plan.row.wrongs.setdefault(box, said % first[value].row.number)
        seen: dict[tuple[Any, ...], Plan] = {}
        for plan in plans:
            values = plan.values
            key = (fold(values["full_name"] or ""), values["born_on"], values["unit"], values["card_number"])
            if key[0] and seen.setdefault(key, plan) is not plan:
                plan.row.wrongs.setdefault("full_name", _("trùng người với dòng %s") % seen[key].row.number)

    def _judge(self, plan: Plan) -> None:
        values = plan.values
        if not values["full_name"]:
            plan.state, plan.said = UNREADABLE, _("Không thấy họ tên; có vẻ là dòng cộng.")
            return
        if plan.row.wrongs:
            plan.state = CONFLICT
            return
        person = self._same(plan)
        if plan.state == CONFLICT:
            return
        if person is None:
            self._new(plan)
        else:
            self._known(plan, person)

    def _same(self, plan: Plan) -> Person | None:
        """Whose row this is: by code, by card, by name and day of birth, else what somebody answered."""
        values = plan.values
        if values["id"]:
            pk = values["id"].lstrip("nN")
            if pk.isdecimal() and int(pk) in self.people:
                return self.people[int(pk)]
            plan.state = CONFLICT
            plan.row.wrongs["id"] = _("không có người nào mang mã này trong phạm vi của đồng chí")
            return None
        namesakes = self.by_name.get(fold(values["full_name"]), [])
        if values["card_number"] and (person := self.by_card.get(values["card_number"])):
            if person in namesakes:
                return person
            plan.state = CONFLICT
            plan.row.wrongs["card_number"] = _("số thẻ này của đồng chí %s") % person
            return None
        sure = [p for p in namesakes if self._is_sure(p, values)]
        if len(sure) == 1:
            return sure[0]
        near = sure or [p for p in namesakes if self._may_be(p, values)]
        return self._answered(plan, near) if near else None

    def _is_sure(self, person: Person, values: Mapping[str, Any]) -> bool:
        """One name, one day of birth and no other card; or one name in one unit, where neither tells a day."""
        cards = {person.card_number, values["card_number"] or ""} - {""}
        if len(cards) > 1:
            return False
        if person.born_on and values["born_on"]:
            return bool(person.born_on == values["born_on"])
        here = self.belongs.get(person.pk)
        return bool(here and here.unit_id == values["unit"]) and not (person.born_on or values["born_on"])

    def _may_be(self, person: Person, values: Mapping[str, Any]) -> bool:
        known, told = person.born_on, values["born_on"]
        if values["phone"] and person.phone == values["phone"]:
            return True
        return not known or not told or known.year == told.year

    def _answered(self, plan: Plan, near: Sequence[Person]) -> Person | None:
        answer = self.answers.get(plan.row.number, "")
        if answer == ANOTHER:
            return None
        if chosen := next((p for p in near if str(p.pk) == answer), None):
            return chosen
        plan.state, plan.said = CONFLICT, _("Có thể là người đã có trong danh sách.")
        plan.alike = [Alike(p.pk, str(p), self._facts(plan, p)) for p in near[:5]]
        return None

    def _facts(self, plan: Plan, person: Person) -> list[tuple[Any, str, str]]:
        here = self.belongs.get(person.pk)
        return [
            (_("Ngày sinh"), plan.row.texts["born_on"], show_date(person.born_on)),
            (_("Số thẻ"), plan.row.texts["card_number"], person.card_number),
            (
                _("Chi bộ"),
                self.name.get(plan.values["unit"], ""),
                self.name.get(here.unit_id, "") if here else "",
            ),
            (_("Điện thoại"), plan.row.texts["phone"], person.phone),
        ]

    def _new(self, plan: Plan) -> None:
        values = plan.values
        plan.state = NEW
        stands = self.stands[values["unit"]]
        values["since"], values["status"] = values["since"] or stands, values["status"] or "official"
        if values["since"] < stands:
            plan.state = CONFLICT
            plan.row.wrongs["since"] = _("đơn vị thành lập ngày %s, sau ngày này") % show_date(stands)
        self._account(plan, None)

    def _known(self, plan: Plan, person: Person) -> None:
        values, plan.match = plan.values, person.pk
        here = self.belongs.get(person.pk)
        if here and plan.row.texts["unit"] and here.unit_id != values["unit"]:
            plan.state = CONFLICT
            where = self.name.get(here.unit_id) or _("đơn vị khác")
            plan.said = (
                _("Đang sinh hoạt tại %s. Chuyển sinh hoạt cần ngày: mở trang của đồng chí ấy.") % where
            )
            return
        if here and values["status"] and here.status != values["status"]:
            plan.state = CONFLICT
            said = _("Diện đang ghi: %s. Đổi diện cần ngày: mở trang của đồng chí ấy.")
            plan.said = said % here.get_status_display()
            return
        for code in OF_PERSON:
            before, after = getattr(person, code), values[code]
            if after and after != before:
                plan.changes[code] = (_text(before), _text(after))
        if not here and plan.row.texts["unit"] and not self.held[person.pk]:
            plan.changes["unit"] = ("", self.name.get(values["unit"], ""))
        if self._gives_post(plan, person):
            plan.changes["title"] = ("", values["title"] or str(ROLES[values["role"]].name))
        self._account(plan, person)
        if plan.state != CONFLICT:
            plan.state = CHANGED if plan.changes else SAME

    def _gives_post(self, plan: Plan, person: Person) -> bool:
        values = plan.values
        own = self.by.person is not None and self.by.person.pk == person.pk
        return (
            bool(values["role"])
            and not own
            and (values["post_unit"], values["role"]) not in self.held[person.pk]
        )

    def _account(self, plan: Plan, person: Person | None) -> None:
        """A sign-in name for who has none; one that somebody else has is no name."""
        wanted = plan.values["account"]
        if not wanted or (person and person.pk in self.accounts):
            plan.values["account"] = ""
            return
        if wanted in self.taken:
            plan.state = CONFLICT
            box = "account" if plan.row.texts["account"] else "phone"
            plan.row.wrongs[box] = _("đã là tên đăng nhập của người khác")
        elif person:
            plan.changes["account"] = ("", wanted)


def _text(value: Any) -> str:
    return show_date(value) if isinstance(value, dt.date) else str(value or "")


def plan(
    rows: Sequence[Row], *, unit: Unit, by: Any, answers: Answers | None = None, options: Any = None
) -> list[Plan]:
    """Who would be added or changed at or below this unit."""
    return _Planner(unit, by, answers or {}, options or {}).plan(rows)


@transaction.atomic
def write(plans: Sequence[Plan], *, unit: Unit, by: Any) -> dict[str, Any]:
    """People and memberships at once; posts and accounts through their own acts."""
    new = [one for one in plans if one.state == NEW]
    changed = [one for one in plans if one.state == CHANGED]
    people = Person.objects.bulk_create([_person(one).prepare() for one in new])
    Membership.objects.bulk_create(
        Membership(person=p, unit_id=o.values["unit"], status=o.values["status"], starts=o.values["since"])
        for p, o in zip(people, new, strict=True)
    )
    log: dict[str, Any] = {
        "created": [[str(p), p.pk] for p in people],
        "changed": [],
        "grants": [],
        "accounts": [],
    }
    units = Unit.objects.in_bulk({o.values["post_unit"] for o in plans})
    for person, one in zip(people, new, strict=True):
        _post_and_account(person, one, units, log, by)
    known = Person.objects.in_bulk([one.match for one in changed])
    for one in changed:
        person = known[one.match or 0]
        log["changed"].append(_change(person, one, by.on))
        if "title" in one.changes:
            _give(person, one, units, log, by)
        if "account" in one.changes:
            log["accounts"].append(actions.add_account(person, sign_in_name=one.values["account"], by=by).pk)
    return log


def _person(plan: Plan) -> Person:
    return Person(**{code: plan.values[code] or ("" if code != "born_on" else None) for code in OF_PERSON})


def _post_and_account(
    person: Person, plan: Plan, units: Mapping[int, Unit], log: dict[str, Any], by: Any
) -> None:
    if plan.values["role"]:
        _give(person, plan, units, log, by)
    if plan.values["account"]:
        log["accounts"].append(actions.add_account(person, sign_in_name=plan.values["account"], by=by).pk)


def _give(person: Person, plan: Plan, units: Mapping[int, Unit], log: dict[str, Any], by: Any) -> None:
    values = plan.values
    wide = rules.reaches_below(values["role"])
    grant = actions.appoint(
        person,
        unit=units[values["post_unit"]],
        role=values["role"],
        title=values["title"] or "",
        reach=Post.Reach.SUBTREE if wide else Post.Reach.UNIT,
        is_head=values["is_head"],
        starts=by.on,
        by=by,
    )
    log["grants"].append(grant.pk)


def _change(person: Person, plan: Plan, on: dt.date) -> dict[str, Any]:
    before = {}
    for code in OF_PERSON:
        if code in plan.changes:
            before[code] = [_text(getattr(person, code)), _text(plan.values[code])]
            setattr(person, code, plan.values[code])
    if before:
        person.save()
    joined = None
    if "unit" in plan.changes:
        values = plan.values
        joined = Membership.objects.create(
            person=person,
            unit_id=values["unit"],
            status=values["status"] or "official",
            starts=values["since"] or on,
        ).pk
    return {"person": person.pk, "before": before, "joined": joined}


@transaction.atomic
def undo(log: Mapping[str, Any], *, by: Any) -> list[str]:
    """What the list added goes, what it changed is as before; who has been built on since stays and is named."""
    kept: list[str] = []
    opened = Account.objects.filter(pk__in=log["accounts"])
    for grant in Grant.objects.filter(pk__in=log["grants"]).select_related("post"):
        with suppress(ProtectedError), transaction.atomic():
            post = grant.post
            grant.delete()
            if post:
                post.delete()
    opened.without_password().delete()
    for name, pk in log["created"]:
        if Account.objects.filter(person=pk).exists() or not _gone(pk):
            kept.append(name)
    for one in log["changed"]:
        _put_back(one)
    return kept


def _gone(pk: int) -> bool:
    """The person with her membership, unless something stands on her by now."""
    try:
        with transaction.atomic():
            Membership.objects.filter(person=pk).delete()
            Person.objects.filter(pk=pk).delete()
    except ProtectedError:
        return False
    return True


def _put_back(one: Mapping[str, Any]) -> None:
    person = Person.objects.get(pk=one["person"])
    for code, (before, after) in one["before"].items():
        if _text(getattr(person, code)) == after:  # somebody may have mended it since
            day = dt.datetime.strptime(before, "%d/%m/%Y").date() if code == "born_on" and before else None
            setattr(person, code, day if code == "born_on" else before)
    person.save()
    if one["joined"]:
        Membership.objects.filter(pk=one["joined"]).delete()


def rows(unit: Unit, *, by: Any) -> Iterator[dict[str, str]]:
    """The people who belong here or below, with the post they hold first; the columns of the list that comes in."""
    members = organisation.within(Membership.objects.on(by.on), unit, on=by.on).select_related("person")
    found = list(members.order_by("person__sort_key", "person_id"))
    places = organisation.subtree(unit, by.on)
    name_of = dict(places.values_list("unit_id", "name"))
    code_of = dict(places.values_list("unit_id", "unit__code"))
    names = [fold(name) for name in name_of.values()]
    held = Post.objects.on(by.on).filter(unit__in=name_of).select_related("title").order_by("-pk")
    posts = {post.person_id: post for post in held}

    def called(unit_id: int) -> str:
        name = name_of.get(unit_id, "")
        return name if names.count(fold(name)) == 1 else code_of.get(unit_id, name)

    for member in found:
        person, post = member.person, posts.get(member.person_id)
        yield {
            "full_name": person.full_name,
            "born_on": show_date(person.born_on),
            "card_number": person.card_number,
            "unit": called(member.unit_id),
            "status": str(member.get_status_display()),
            "phone": person.phone,
            "email": person.email,
            "since": show_date(member.starts),
            "title": str(post.title or "") if post else "",
            "role": str(ROLES[post.role].name) if post else "",
            "post_unit": called(post.unit_id) if post and post.unit_id != member.unit_id else "",
            "is_head": "x" if post and post.is_head else "",
            "id": f"N{person.pk}",
        }


KINDS = [
    Kind(
        code="people",
        label=gettext_lazy("Người, chức vụ, tài khoản"),
        imports="people.manage_accounts",
        views="people.view",
        columns=COLUMNS,
        plan=plan,
        write=write,
        undo=undo,
        rows=rows,
        hint=gettext_lazy("Mỗi dòng một người, có chi bộ; thêm chức vụ, điện thoại nếu có."),
        options=(
            (WITH_PHONES, gettext_lazy("Mở tài khoản theo số điện thoại cho người chưa có")),
            (ONE_WORD, gettext_lazy("Nhận cả tên chỉ có một chữ, đã đối chiếu giấy tờ")),
        ),
    )
]
