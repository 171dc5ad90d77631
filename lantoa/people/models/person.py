"""A person, where she belongs and which posts she holds, each from a day to a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.foundation.text import fold, name_key, search_words
from lantoa.organisation.models import Unit
from lantoa.people.roles import ROLE_CHOICES

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class PersonQuerySet(models.QuerySet["Person"]):
    """Words for asking who."""

    def visible_to(self, actor: Actor, among: list[int] | None = None) -> PersonQuerySet:
        """Oneself, and the people of the units in reach for those who may view people; `among` the few of a page."""
        own = Person.objects.filter(pk=actor.person.pk) if actor.person else Person.objects.none()
        if not actor.may("people.view"):
            return in_any(self, own)
        members, holders = Membership.objects.all(), Post.objects.all()
        if among is not None:
            members, holders = members.filter(person__in=among), holders.filter(person__in=among)
        return in_any(
            self,
            own,
            actor.in_reach(members).values("person_id"),
            actor.in_reach(holders).values("person_id"),
        )

    def visible_in_parts(self, actor: Actor) -> list[PersonQuerySet]:
        """The same for who may view people and reaches widely, in parts: see `paging.Pages`.

        The first is read as the index of names has it, and whether the actor may see somebody is asked of her alone.
        """
        found = [
            Subquery(actor.in_reach_by_row(there.filter(person=OuterRef("pk")), "unit").values("pk")[:1])
            for there in (Membership.objects.all(), Post.objects.all())
        ]
        here = Person.objects.alias(here=Coalesce(*found)).filter(here__isnull=False)
        own = Person.objects.filter(pk=actor.person.pk) if actor.person else Person.objects.none()
        return [here, own]

    def named(self, text: str) -> PersonQuerySet:
        """Whose name has all these words, accents or not."""
        found = self
        for word in search_words(text):
            found = found.filter(name_folded__contains=word)
        return found

    def named_exactly(self, full_name: str) -> PersonQuerySet:
        """Who is called so, accents aside."""
        return self.filter(name_folded=fold(full_name))


class Person(models.Model):
    """Someone: a member, or a person outside the Party who takes part."""

    full_name = models.CharField(_("họ và tên"), max_length=120)
    name_folded = models.CharField(max_length=120, editable=False, db_index=True)
    sort_key = models.CharField(max_length=400, editable=False)
    born_on = models.DateField(_("ngày sinh"), null=True, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=20, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    card_number = models.CharField(_("số thẻ đảng viên"), max_length=20, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("người")
        ordering = ["sort_key", "pk"]
        # Many bear one name: the key behind it stands in the index, so that lists by name are read from it in order.
        indexes = [models.Index(fields=["sort_key", "id"], name="people_by_name")]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> Person:
        """Fill the columns that search and sorting use; bulk_create does not call save."""
        self.name_folded = fold(self.full_name)
        self.sort_key = name_key(self.full_name)[:400]
        return self


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Words for asking about memberships."""

    def on(self, day: dt.date) -> MembershipQuerySet:
        """Those that hold on this day."""
        return self.filter(holds_on(day))

    def visible_to(self, actor: Actor) -> MembershipQuerySet:
        """One's own memberships, and those in the units in reach for who may view people."""
        own = Membership.objects.filter(person=actor.person) if actor.person else self.none()
        if not actor.may("people.view"):
            return in_any(self, own)
        return in_any(self, own, actor.in_reach(Membership.objects.all()))

    def party(self) -> MembershipQuerySet:
        """Members of the Party: every denominator of members comes from here."""
        return self.exclude(status=Membership.Status.OUTSIDE)

    def due_to_attend(self) -> MembershipQuerySet:
        """Members who are not exempt from meetings."""
        return self.filter(status__in=Membership.DUE)


class Membership(models.Model):
    """A person belongs to a cell for a time, with one status."""

    class Status(models.TextChoices):
        OFFICIAL = "official", _("đảng viên chính thức")
        PROBATIONARY = "probationary", _("đảng viên dự bị")
        EXEMPT = "exempt", _("đảng viên được miễn công tác, sinh hoạt")
        OUTSIDE = "outside", _("quần chúng ngoài Đảng")

    DUE = (Status.OFFICIAL, Status.PROBATIONARY)  # to attend meetings

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships")
    status = models.CharField(_("diện"), max_length=12, choices=Status, default=Status.OFFICIAL)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("sinh hoạt tại chi bộ")
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(ends__isnull=True),
                name="a_person_belongs_to_one_cell_at_a_time",
            ),
            ends_after_start("a_membership_ends_after_it_starts"),
        ]
        indexes = [models.Index(fields=["unit", "starts"], name="members_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_status_display()}"


class Title(models.Model):
    """A title that people hold: "Bí thư Huyện ủy", "Giám đốc Sở". Several people may hold the same one."""

    name = models.CharField(_("chức danh"), max_length=160, unique=True)

    class Meta:
        verbose_name = _("chức danh")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Duty(models.Model):
    """A duty of a title: what a person in that place is charged with."""

    title = models.ForeignKey(Title, models.CASCADE, related_name="duties")
    name = models.CharField(_("nhiệm vụ"), max_length=300)

    class Meta:
        verbose_name = _("nhiệm vụ theo vị trí việc làm")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["title", "name"], name="a_title_names_a_duty_once")]

    def __str__(self) -> str:
        return self.name


class PostQuerySet(models.QuerySet["Post"]):
    """Words for asking about posts."""

    def on(self, day: dt.date) -> PostQuerySet:
        """Those that hold on this day."""
        return self.filter(holds_on(day))

    def visible_to(self, actor: Actor) -> PostQuerySet:
        """One's own posts, and those in the units in reach for who may view people."""
        own = Post.objects.filter(person=actor.person) if actor.person else self.none()
        if not actor.may("people.view"):
            return in_any(self, own)
        return in_any(self, own, actor.in_reach(Post.objects.all()))

    def heading(self) -> PostQuerySet:
        """Those at the head of a unit, and those who stand in for one of them."""
        return self.filter(Q(is_head=True) | Q(stands_for__is_head=True))


class Post(models.Model):
    """A role in a unit for a time, with or without what lies below."""

    class Reach(models.TextChoices):
        UNIT = "unit", _("chỉ đơn vị này")
        SUBTREE = "subtree", _("đơn vị này và các đơn vị trực thuộc")

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts")
    role = models.CharField(_("vai trò"), max_length=20, choices=ROLE_CHOICES)
    title = models.ForeignKey(Title, models.PROTECT, null=True, blank=True, related_name="posts")
    reach = models.CharField(_("phạm vi"), max_length=10, choices=Reach, default=Reach.UNIT)
    is_head = models.BooleanField(_("người đứng đầu"), default=False)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)
    # The post whose holder is away: the same role, unit and reach, and never longer than that.
    stands_for = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="deputies")

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("chức vụ")
        constraints = [
            ends_after_start("a_post_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(stands_for__isnull=True) | Q(ends__isnull=False, is_head=False),
                name="a_deputy_has_a_last_day_and_is_no_head",
            ),
        ]
        indexes = [models.Index(fields=["unit", "role", "starts"], name="posts_in_a_unit")]

    def __str__(self) -> str:
        return f"{self.person}: {self.label}"

    @property
    def label(self) -> str:
        """The title held, or the name of the role; of a deputy, that she stands in."""
        held = str(self.title) if self.title else str(self.get_role_display())
        return gettext("%(post)s, thay khi vắng mặt") % {"post": held} if self.stands_for_id else held
