"""Tables of meetings: one row a meeting, one row each absence. Who is not listed as absent was there."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.rules import percent
from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.models import Attachment
from lantoa.foundation.numbers import show
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.models import Membership, Person
from lantoa.programme.models import Theme

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Words for asking about meetings."""

    def visible_to(self, actor: Actor) -> MeetingQuerySet:
        """Those of the units in reach for who may view; a Party member's own cell's, without the committee's."""
        everything = Meeting.objects.all()
        shown = [actor.in_reach(everything) if actor.may("meetings.view") else everything.none()]
        if actor.may("meetings.attend") and actor.person is not None:
            cells = Membership.objects.on(actor.on).party().filter(person=actor.person)
            shown.append(everything.filter(~Q(kind=Meeting.Kind.BOARD), unit__in=cells.values("unit_id")))
        return in_any(self, *shown)

    def in_period(self, period: Period) -> MeetingQuerySet:
        """Those held in the period."""
        return self.filter(held_on__gte=period.starts, held_on__lt=period.ends)

    def regular(self) -> MeetingQuerySet:
        """The monthly meetings."""
        return self.filter(kind=Meeting.Kind.REGULAR)

    def thematic(self) -> MeetingQuerySet:
        """The thematic ones, whether held by themselves or as the second part of a regular meeting."""
        return self.filter(Q(kind=Meeting.Kind.THEMATIC) | Q(combined=True))

    def flag(self) -> MeetingQuerySet:
        """Those under the flag, on the first Monday of the month or every Monday."""
        return self.filter(kind=Meeting.Kind.FLAG)

    def first_on_topic(self) -> MeetingQuerySet:
        """Meetings with a topic that the unit had not yet had in the same series: a topic counts once."""
        before = Meeting.objects.filter(
            unit=OuterRef("unit"),
            kind=OuterRef("kind"),
            topic=OuterRef("topic"),
            held_on__lt=OuterRef("held_on"),
        )
        return self.exclude(topic="").filter(~Exists(before))

    def first_with_story(self) -> MeetingQuerySet:
        """Meetings with a story that the unit had not told before: a story counts once."""
        before = Meeting.objects.filter(
            unit=OuterRef("unit"), story=OuterRef("story"), held_on__lt=OuterRef("held_on")
        )
        return self.exclude(story="").filter(~Exists(before))

    def conferences(self) -> MeetingQuerySet:
        """Those that sum up a half-year, a year or a term."""
        return self.filter(kind=Meeting.Kind.CONFERENCE)

    def of_members(self) -> MeetingQuerySet:
        """Meetings that every member not exempt is due to attend."""
        return self.filter(kind__in=[Meeting.Kind.REGULAR, Meeting.Kind.THEMATIC])

    def counted(self) -> MeetingQuerySet:
        """Those of which it is known how many came."""
        return self.filter(present__isnull=False)


class Meeting(models.Model):
    """One meeting. `members` is how many were due on the day, `present` how many came; `minutes` how long it took."""

    class Kind(models.TextChoices):
        REGULAR = "regular", _("sinh hoạt thường kỳ")
        THEMATIC = "thematic", _("sinh hoạt chuyên đề")
        FLAG = "flag", _("chào cờ, sinh hoạt dưới cờ")
        BOARD = "board", _("họp chi ủy, cấp ủy")
        CONFERENCE = "conference", _("hội nghị sơ kết, tổng kết")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="meetings")
    kind = models.CharField(_("loại"), max_length=10, choices=Kind, default=Kind.REGULAR)
    combined = models.BooleanField(_("có phần chuyên đề"), default=False)
    held_on = models.DateField(_("ngày"))
    starts_at = models.TimeField(_("bắt đầu lúc"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("thời lượng (phút)"), null=True, blank=True)
    place = models.CharField(_("địa điểm"), max_length=200, blank=True)
    chair = models.CharField(_("chủ trì"), max_length=120, blank=True)
    secretary_name = models.CharField(_("thư ký"), max_length=120, blank=True)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="meetings")
    topic = models.CharField(_("chuyên đề"), max_length=300, blank=True)
    story = models.CharField(_("câu chuyện về Bác"), max_length=300, blank=True)
    presenter = models.CharField(_("người trình bày, kể chuyện"), max_length=200, blank=True)
    members = models.PositiveIntegerField(_("đảng viên phải dự"), default=0)
    exempt = models.PositiveIntegerField(_("được miễn sinh hoạt"), default=0)
    # Null: nobody has said how many came. Nobody came is 0.
    present = models.PositiveIntegerField(_("có mặt"), null=True, blank=True)
    absent_with_reason = models.PositiveIntegerField(_("vắng có lý do"), default=0)
    absent_without_reason = models.PositiveIntegerField(_("vắng không lý do"), default=0)
    attendance_note = models.CharField(_("vì sao khác danh sách"), max_length=300, blank=True)
    opinions = models.PositiveSmallIntegerField(_("số ý kiến phát biểu"), null=True, blank=True)
    # Of a conference: a line each point, each speech, each who was praised; the guests are not among those due.
    programme = models.TextField(_("chương trình"), max_length=4000, blank=True, db_default="", default="")
    speeches = models.TextField(_("tham luận"), max_length=4000, blank=True, db_default="", default="")
    praise = models.TextField(
        _("biểu dương, khen thưởng tại hội nghị"), max_length=4000, blank=True, db_default="", default=""
    )
    guests = models.PositiveIntegerField(_("khách mời"), null=True, blank=True)
    done = models.TextField(_("việc đã làm được"), blank=True)
    not_done = models.TextField(_("việc chưa làm được"), blank=True)
    next = models.TextField(_("việc tháng tới"), blank=True)
    minutes_number = models.CharField(_("số biên bản"), max_length=60, blank=True)
    minutes_file = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    posted_to_handbook_at = models.DateTimeField(_("đã đăng Sổ tay lúc"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("buổi sinh hoạt")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "held_on"], name="a_unit_holds_one_meeting_of_a_kind_a_day"
            ),
            models.CheckConstraint(
                condition=Q(kind="flag") | Q(present__lte=F("members")) | ~Q(attendance_note=""),
                name="more_present_than_members_is_explained",
            ),
            models.CheckConstraint(
                condition=Q(combined=False) | Q(kind="regular"),
                name="only_a_regular_meeting_has_a_thematic_part",
            ),
            models.CheckConstraint(
                condition=~(Q(kind="thematic") | Q(combined=True)) | ~Q(topic=""),
                name="a_thematic_meeting_names_its_topic",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "held_on"], name="meetings_of_a_unit"),
            models.Index(fields=["kind", "held_on"], name="meetings_of_a_kind"),
        ]

    @property
    def has_more_to_say(self) -> bool:
        """Whether anything is known of it besides its words and who came."""
        said = (self.attendance_note, self.chair, self.secretary_name, self.place, self.minutes_number)
        return any(said)

    def __str__(self) -> str:
        return f"{self.get_kind_display().capitalize()} {show_date(self.held_on)}"

    def get_absolute_url(self) -> str:
        """Its own page."""
        return place_of("meetings:show", self.pk)

    @property
    def ratio(self) -> str:
        """n/N; only n under the flag, where nobody is due by list; "chưa ghi" where nobody has said."""
        if self.present is None:
            return str(_("chưa ghi"))
        return f"{show(self.present)}/{show(self.members)}" if self.members else show(self.present)

    @property
    def about(self) -> str:
        """What was studied, in a line."""
        return self.topic or (self.theme.title if self.theme else "") or self.story

    @property
    def share(self) -> Decimal | None:
        """Per cent of those due who came."""
        return None if self.present is None else percent(self.present, self.members)


class Attendance(models.Model):
    """An absence: attendance is taken by exception."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="absences")
    person = models.ForeignKey(Person, models.PROTECT, related_name="absences")
    with_reason = models.BooleanField(_("có lý do"), default=True)
    reason = models.CharField(_("lý do"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("điểm danh")
        ordering = ["person__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="a_person_is_absent_from_a_meeting_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.reason}"
