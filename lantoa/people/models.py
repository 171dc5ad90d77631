"""Tables of people. Memberships and posts have half-open dates; nothing overwrites the past."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.foundation.text import fold, name_key, search_words
from lantoa.organisation.models import Unit
from lantoa.people.roles import ROLE_CHOICES

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class PersonQuerySet(models.QuerySet["Person"]):
    """Words for asking who."""

    def visible_to(self, actor: Actor) -> PersonQuerySet:
        """Oneself, and the people of the units in reach for those who may view people."""
        own = Person.objects.filter(pk=actor.person.pk) if actor.person else Person.objects.none()
        if not actor.may("people.view"):
            return in_any(self, own)
        members, holders = Membership.objects.all(), Post.objects.all()
        return in_any(
            self,
            own,
            actor.in_reach(members).values("person_id"),
            actor.in_reach(holders).values("person_id"),
        )

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
    sort_key = models.CharField(max_length=400, editable=False, db_index=True)
    born_on = models.DateField(_("ngày sinh"), null=True, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=20, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    card_number = models.CharField(_("số thẻ đảng viên"), max_length=20, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("người")
        ordering = ["sort_key", "pk"]

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
        return self.filter(status__in=[Membership.Status.OFFICIAL, Membership.Status.PROBATIONARY])


class Membership(models.Model):
    """A person belongs to a cell for a time, with one status."""

    class Status(models.TextChoices):
        OFFICIAL = "official", _("đảng viên chính thức")
        PROBATIONARY = "probationary", _("đảng viên dự bị")
        EXEMPT = "exempt", _("đảng viên được miễn công tác, sinh hoạt")
        OUTSIDE = "outside", _("quần chúng ngoài Đảng")

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

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("chức vụ")
        constraints = [
            ends_after_start("a_post_ends_after_it_starts"),
        ]
        indexes = [models.Index(fields=["unit", "role", "starts"], name="posts_in_a_unit")]

    def __str__(self) -> str:
        return f"{self.person}: {self.label}"

    @property
    def label(self) -> str:
        """The title held, or the name of the role."""
        return str(self.title) if self.title else str(self.get_role_display())


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
        """The title asked for, or the name of the role."""
        return str(self.title) if self.title else str(self.get_role_display())


class AccountQuerySet(models.QuerySet["Account"]):
    """Words for asking about accounts."""

    def visible_to(self, actor: Actor) -> AccountQuerySet:
        """The accounts of the people in reach, for who looks after accounts."""
        if not actor.may("people.manage_accounts"):
            return self.none()
        return self.filter(person__in=Person.objects.visible_to(actor).values("pk"))

    def without_password(self) -> AccountQuerySet:
        """Opened, and its owner has set no password yet."""
        return self.filter(password__startswith=UNUSABLE_PASSWORD_PREFIX, is_active=True)


class AccountManager(BaseUserManager["Account"].from_queryset(AccountQuerySet)):  # type: ignore[misc]
    """Accounts are opened for persons."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """Sign-in names are typed in any case, with blanks in phone numbers."""
        return self.get(sign_in_name=normal_sign_in_name(username or ""))


def normal_sign_in_name(typed: str) -> str:
    """ "0912 345 678", "0912.345.678" and "+84 912-345-678" are the same; letters are compared in lower case."""
    bare = "".join(unicodedata.normalize("NFC", typed).split()).lower()[:120]
    digits = re.sub(r"[.\-()]", "", bare)
    if not re.fullmatch(r"\+?[0-9]{8,15}", digits):
        return bare
    return re.sub(r"^(?:\+|00)84(?=[1-9])|^84(?=[1-9][0-9]{8}$)", "0", digits)


class Account(AbstractBaseUser):
    """How a person signs in: a phone number, an e-mail or a short name, with a password."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="account")
    sign_in_name = models.CharField(_("tên đăng nhập"), max_length=120, unique=True)
    is_active = models.BooleanField(_("đang dùng"), default=True)
    must_change_password = models.BooleanField(_("phải đổi mật khẩu"), default=False)
    created_at = models.DateTimeField(default=clock.now)
    # Grows when every session of this account must end: signed out everywhere, closed, reset.
    generation = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "sign_in_name"
    objects = AccountManager()

    class Meta:
        verbose_name = _("tài khoản")

    def __str__(self) -> str:
        return self.sign_in_name

    def set_password(self, raw_password: str | None) -> None:
        """In NFC: some keyboards write "ệ" in one sign and some in three."""
        super().set_password(unicodedata.normalize("NFC", raw_password) if raw_password else raw_password)

    def check_password(self, raw_password: str | None) -> bool:
        """The same words in either form; one set before this was so, as it was typed."""
        composed = unicodedata.normalize("NFC", raw_password or "")
        if super().check_password(composed):
            return True
        return composed != raw_password and super().check_password(raw_password)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must know to go on: it changes with the password and with the generation."""
        said = f"{self.password}:{self.generation}"
        return salted_hmac("lantoa.people.Account", said, secret=secret, algorithm="sha256").hexdigest()


class Tries(models.Model):
    """Wrong tries at one door, counted under a digest: neither a name nor an address can be read here."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    shut_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("lần thử sai")


class ResetCode(models.Model):
    """A code that an administrator gives a person who forgot the password: once, for one hour."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="reset_codes")
    code_hash = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    # A newer code or a new password ends it, and with it the session that it opened.
    closed_at = models.DateTimeField(null=True)
    given_at = models.DateTimeField(default=clock.now)
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    # A second person agreed that who holds this code need not show the second key: it is lost.
    agreed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("mã đặt lại mật khẩu")
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("given_by")),
                name="who_gives_a_code_does_not_drop_the_second_key_alone",
            ),
        ]


class OpenSession(models.Model):
    """Somewhere somebody is signed in: since when, not where or with what. It goes when the session does."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="open_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    began_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("phiên đang mở")


class PersonMerge(models.Model):
    """Two records were one person: what was moved from the one that went, so that it can be moved back."""

    kept = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    gone = models.ForeignKey(Person, models.PROTECT, related_name="merged_into")
    log = models.JSONField(default=dict)
    merged_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    merged_at = models.DateTimeField(default=clock.now)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("việc gộp hồ sơ")
        constraints = [
            models.UniqueConstraint(
                fields=["gone"], condition=Q(undone_at__isnull=True), name="a_record_goes_into_one_other"
            ),
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="a_record_is_not_merged_with_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"


class Beginning(models.Model):
    """How an office began: who was made its administrator, and the head who confirms or refuses that."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="beginning")
    administrator = models.ForeignKey(Person, models.PROTECT, related_name="+")
    head = models.ForeignKey(Person, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True)
    refused_at = models.DateTimeField(_("từ chối lúc"), null=True)

    class Meta:
        verbose_name = _("việc bắt đầu dùng")
        constraints = [
            models.CheckConstraint(
                condition=~Q(administrator=F("head")), name="who_is_given_power_does_not_confirm_it"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(refused_at__isnull=True),
                name="a_beginning_is_not_both_confirmed_and_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.administrator}"
