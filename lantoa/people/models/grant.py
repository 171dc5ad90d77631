"""Posts that somebody asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.half_open import ends_after_start
from lantoa.organisation.models import Unit
from lantoa.people.models.person import Person, Post, Title
from lantoa.people.roles import ROLE_CHOICES

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class GrantQuerySet(models.QuerySet["Grant"]):
    """Words for asking about posts that somebody asked to be given."""

    def visible_to(self, actor: Actor) -> GrantQuerySet:
        """Those in the units in reach, for who asks for posts or confirms them."""
        if not actor.may("people.confirm_posts"):
            return self.none()
        return actor.in_reach(self)

    def waiting(self) -> GrantQuerySet:
        """Those that a second person has not yet answered."""
        return self.filter(state=Grant.State.WAITING)


class Grant(models.Model):
    """Somebody asked that a post be given. Rights that go beyond a member's own wait for a second person."""

    class State(models.TextChoices):
        WAITING = "waiting", _("chờ người thứ hai xác nhận")
        GIVEN = "given", _("đã giao")
        REFUSED = "refused", _("không đồng ý")
        WITHDRAWN = "withdrawn", _("đã rút")

    person = models.ForeignKey(Person, models.PROTECT, related_name="grants")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="grants")
    role = models.CharField(_("vai trò"), max_length=20, choices=ROLE_CHOICES)
    title = models.ForeignKey(Title, models.PROTECT, null=True, blank=True, related_name="grants")
    reach = models.CharField(_("phạm vi"), max_length=10, choices=Post.Reach, default=Post.Reach.UNIT)
    is_head = models.BooleanField(_("người đứng đầu"), default=False)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)
    stands_for = models.ForeignKey(Post, models.CASCADE, null=True, blank=True, related_name="+")
    decision = models.CharField(_("số quyết định"), max_length=80, blank=True)
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.WAITING)
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_in = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField()
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    post = models.OneToOneField(Post, models.SET_NULL, null=True, related_name="grant")
    seen_on = models.DateField(null=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("đề nghị giao chức vụ")
        ordering = ["-pk"]
        constraints = [
            ends_after_start("a_grant_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(asked_by__isnull=True) | ~Q(asked_by=F("person")),
                name="nobody_asks_for_a_post_for_herself",
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True)
                | Q(state="withdrawn")
                | (~Q(answered_by=F("person")) & ~Q(answered_by=F("asked_by"))),
                name="a_second_person_answers_a_grant",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "answered_on"], name="grants_by_state"),
            models.Index(fields=["unit", "state"], name="grants_of_a_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.label}"

    @property
    def label(self) -> str:
        """The title asked for, or the name of the role; of a deputy, that she is to stand in."""
        asked = str(self.title) if self.title else str(self.get_role_display())
        return gettext("%(post)s, thay khi vắng mặt") % {"post": asked} if self.stands_for_id else asked
