"""Tables of outreach: charity, works, citizens' opinions, news. A mistake is struck out, not lost."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.outreach import words
from lantoa.people.actors import OWN, Actor
from lantoa.people.models import Person


class OutreachQuerySet(models.QuerySet[Any]):
    """Words that every list of this room understands."""

    def visible_to(self, actor: Actor) -> Self:
        """What lies within reach; for a plain member what her own unit recorded."""
        if not actor.may("outreach.view"):
            return self.none()
        return self._own(actor) if actor.reach == OWN else actor.in_reach(self)

    def _own(self, actor: Actor) -> Self:
        """What the unit the actor belongs to has recorded itself."""
        if actor.unit is None:
            return self.none()
        return self.filter(unit__in=organisation.units_within(actor.unit, actor.on, only_itself=True))

    def standing(self) -> Self:
        """Without what was struck out."""
        return self.filter(withdrawn_on__isnull=True)


class Recorded(models.Model):
    """What a unit recorded. A mistake is struck out with a reason; it stays readable and is no longer counted."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("đơn vị"))
    withdrawn_on = models.DateField(_("gạch bỏ ngày"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("lý do gạch bỏ"), max_length=300, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")),
                name="a_struck_out_%(class)s_says_why",
            )
        ]


class CampaignQuerySet(OutreachQuerySet):
    """Campaigns come from above: everybody below may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Those that one's own unit, the units above it, or the units in reach have launched."""
        if not actor.may("outreach.view"):
            return self.none()
        everything = self.model.objects.all()
        line = [place.unit_id for place in actor.line]
        reached = actor.in_reach(everything, of_unit="launched_by")
        return in_any(self, everything.filter(launched_by__in=line), reached)

    def running(self, on: dt.date) -> Self:
        """Those that have begun and not ended."""
        return self.filter(holds_on(on))


class Campaign(models.Model):
    """A campaign to help: "Mỗi tổ chức, mỗi cá nhân gắn với một địa chỉ nhân đạo"."""

    name = models.CharField(_("tên cuộc vận động"), max_length=250)
    launched_by = models.ForeignKey(
        Unit, models.PROTECT, related_name="campaigns", verbose_name=_("đơn vị phát động")
    )
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("cuộc vận động")
        ordering = ["-starts", "-pk"]
        constraints = [
            ends_after_start("a_campaign_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["launched_by", "name", "starts"], name="a_unit_launches_a_campaign_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The gifts to this campaign."""
        return f"{reverse('outreach:donations')}?cuoc-van-dong={self.pk}"


class DonationQuerySet(OutreachQuerySet):
    """Words for asking who gave what."""

    def _own(self, actor: Actor) -> Self:
        """One's own gifts, and what the unit gave as a whole. What a colleague gave is the colleague's matter."""
        everything = Donation.objects.all()
        mine = everything.filter(person=actor.person) if actor.person else everything.none()
        ours = super(DonationQuerySet, everything.collective())._own(actor)
        return in_any(self, mine, ours)

    def collective(self) -> Self:
        """Given by organisations."""
        return self.filter(donor_kind=Donation.DonorKind.COLLECTIVE)

    def individual(self) -> Self:
        """Given by persons."""
        return self.filter(donor_kind=Donation.DonorKind.INDIVIDUAL)

    def of_money(self) -> Self:
        """Money; never added to things."""
        return self.filter(amount__isnull=False)

    def in_kind(self) -> Self:
        """Things; never added to money."""
        return self.filter(amount__isnull=True)


class Donation(Recorded):
    """One gift: money or things, from an organisation or from a person through an organisation."""

    class DonorKind(models.TextChoices):
        COLLECTIVE = "collective", _("tập thể")
        INDIVIDUAL = "individual", _("cá nhân")

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="donations", verbose_name=_("cuộc vận động")
    )
    donor_kind = models.CharField(_("người ủng hộ là"), max_length=10, choices=DonorKind)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="donations")
    donor_name = models.CharField(_("tên người hoặc tập thể ủng hộ"), max_length=200, blank=True)
    donor_key = models.CharField(max_length=200, editable=False)
    amount = models.BigIntegerField(_("số tiền (đồng)"), null=True, blank=True)
    in_kind = models.CharField(_("hiện vật"), max_length=200, blank=True)
    quantity = models.DecimalField(_("số lượng"), max_digits=12, decimal_places=2, null=True, blank=True)
    quantity_unit = models.CharField(_("đơn vị tính"), max_length=40, blank=True)
    given_on = models.DateField(_("ngày ủng hộ"))

    objects = DonationQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("khoản ủng hộ")
        indexes = [models.Index(fields=["unit", "given_on"], name="donations_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                # Said with isnull: an unknown amount compared with 0 is neither true nor false, and would pass.
                condition=Q(amount__isnull=False, amount__gt=0, in_kind="")
                | (Q(amount__isnull=True) & ~Q(in_kind="")),
                name="a_donation_is_money_or_in_kind",
            ),
            models.CheckConstraint(
                condition=Q(donor_kind="collective", person__isnull=True)
                | (Q(donor_kind="individual") & (Q(person__isnull=False) | ~Q(donor_name=""))),
                name="only_an_individual_donor_is_a_person",
            ),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | (Q(quantity__gt=0) & ~Q(in_kind="")),
                name="only_things_are_given_in_a_quantity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign}, {show_date(self.given_on)}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> Donation:
        """Fill the column that different donors are counted by; bulk_create does not call save."""
        self.donor_key = words.donor_key(self.unit_id, self.person_id, self.donor_name)
        return self

    @property
    def donor(self) -> str:
        """Who gave, in words; empty when it was the unit itself."""
        return self.donor_name or (str(self.person) if self.person else "")


class WorkQuerySet(OutreachQuerySet):
    """Words for asking which works."""

    def handed_over(self) -> Self:
        """Those that people already use."""
        return self.filter(handed_over_on__isnull=False)

    def new_houses(self) -> Self:
        """Houses built anew; repairs are another thing."""
        return self.filter(kind=Work.Kind.HOUSE, build=Work.Build.NEW)

    def repaired_houses(self) -> Self:
        """Houses mended for those who live in them."""
        return self.filter(kind=Work.Kind.HOUSE, build=Work.Build.REPAIR)


class Work(Recorded):
    """Something built or mended for people."""

    class Kind(models.TextChoices):
        HOUSE = "house", _("nhà ở")
        ROAD = "road", _("đường giao thông")
        BRIDGE = "bridge", _("cầu")
        SCHOOL = "school", _("trường, lớp học")
        WATER = "water", _("nước sạch, thủy lợi")
        CULTURE = "culture", _("nhà văn hóa, sân chơi")
        LIGHTING = "lighting", _("điện, chiếu sáng")
        OTHER = "other", _("công trình khác")

    class Build(models.TextChoices):
        NEW = "new", _("xây mới")
        REPAIR = "repair", _("sửa chữa")

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, blank=True, related_name="works", verbose_name=_("cuộc vận động")
    )
    kind = models.CharField(_("loại công trình"), max_length=12, choices=Kind)
    build = models.CharField(_("hình thức"), max_length=10, choices=Build, default=Build.NEW)
    name = models.CharField(_("tên công trình"), max_length=250)
    place = models.CharField(_("nơi xây dựng"), max_length=250, blank=True)
    cost = models.BigIntegerField(_("kinh phí (đồng)"), null=True, blank=True)
    funded_by = models.CharField(_("nguồn kinh phí"), max_length=250, blank=True)
    handed_over_on = models.DateField(_("bàn giao ngày"), null=True, blank=True)

    objects = WorkQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("công trình")
        indexes = [models.Index(fields=["unit", "handed_over_on"], name="works_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gt=0), name="a_work_costs_something_or_is_not_said"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Forum(Recorded):
    """A conference where people speak: "Công an lắng nghe ý kiến nhân dân"."""

    title = models.CharField(_("tên hội nghị"), max_length=250)
    held_on = models.DateField(_("ngày tổ chức"))
    place = models.CharField(_("địa điểm"), max_length=250, blank=True)
    attended = models.PositiveIntegerField(_("số người dự"), null=True, blank=True)

    objects = OutreachQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("hội nghị lắng nghe ý kiến")
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The conference and its opinions."""
        return reverse("outreach:forum", args=[self.pk])


class OpinionQuerySet(OutreachQuerySet):
    """Words for asking what people said."""

    def visible_to(self, actor: Actor) -> Self:
        """Only who is charged with units reads what people said to them; a plain member does not."""
        return actor.in_reach(self) if actor.may("outreach.view") else self.none()

    def open(self) -> Self:
        """Those without an answer yet."""
        return self.standing().filter(status=words.RECEIVED)

    def resolved(self) -> Self:
        """Those whose matter is settled."""
        return self.filter(status=words.RESOLVED)


class CitizenOpinion(Recorded):
    """What somebody said. Nobody has to give a name; a name that was given is shown only on the opinion itself."""

    class Channel(models.TextChoices):
        DIRECT = "direct", _("trực tiếp")
        SURVEY = "survey", _("phiếu khảo sát")

    class Source(models.TextChoices):
        PEOPLE = "people", _("nhân dân")
        AGENCY = "agency", _("cơ quan, ban ngành")

    class Field(models.TextChoices):
        PROCEDURES = "procedures", _("thủ tục hành chính")
        LAND = "land", _("đất đai, xây dựng")
        SECURITY = "security", _("an ninh, trật tự")
        WELFARE = "welfare", _("chính sách, an sinh")
        INFRASTRUCTURE = "infrastructure", _("đường, điện, nước")
        ENVIRONMENT = "environment", _("môi trường")
        HEALTH_EDUCATION = "health_education", _("y tế, giáo dục")
        CONDUCT = "conduct", _("tác phong cán bộ")
        OTHER = "other", _("việc khác")

    class Status(models.TextChoices):
        RECEIVED = words.RECEIVED, _("chờ trả lời")
        ANSWERED = words.ANSWERED, _("đã trả lời")
        RESOLVED = words.RESOLVED, _("đã giải quyết xong")

    forum = models.ForeignKey(Forum, models.PROTECT, null=True, blank=True, related_name="opinions")
    received_on = models.DateField(_("ngày tiếp nhận"))
    channel = models.CharField(_("kênh"), max_length=10, choices=Channel, default=Channel.DIRECT)
    source = models.CharField(_("nguồn"), max_length=10, choices=Source, default=Source.PEOPLE)
    field = models.CharField(_("lĩnh vực"), max_length=20, choices=Field, default=Field.OTHER)
    text = models.TextField(_("ý kiến"), max_length=words.LONGEST_OPINION)
    given_by = models.CharField(_("người góp ý"), max_length=120, blank=True)
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.RECEIVED)
    answer = models.TextField(_("trả lời"), max_length=4000, blank=True)
    answered_on = models.DateField(_("trả lời ngày"), null=True, blank=True)
    outcome = models.TextField(_("kết quả giải quyết"), max_length=4000, blank=True)
    resolved_on = models.DateField(_("giải quyết xong ngày"), null=True, blank=True)

    objects = OpinionQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("ý kiến nhân dân")
        indexes = [models.Index(fields=["unit", "received_on"], name="opinions_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(condition=~Q(text=""), name="an_opinion_says_something"),
            models.CheckConstraint(
                condition=~Q(status="answered") | (Q(answered_on__isnull=False) & ~Q(answer="")),
                name="an_answered_opinion_has_its_answer",
            ),
            models.CheckConstraint(
                condition=Q(status="resolved", resolved_on__isnull=False)
                | (~Q(status="resolved") & Q(resolved_on__isnull=True)),
                name="only_a_resolved_opinion_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("received_on")),
                name="an_answer_follows_the_opinion",
            ),
            models.CheckConstraint(
                condition=Q(resolved_on__isnull=True) | Q(resolved_on__gte=F("received_on")),
                name="an_opinion_is_resolved_after_it_came",
            ),
        ]

    def __str__(self) -> str:
        # Goes into the history: no name and no words of the person who spoke.
        return f"{self._meta.verbose_name} {self.pk or ''}, {show_date(self.received_on)}"

    def get_absolute_url(self) -> str:
        """The opinion's page."""
        return reverse("outreach:opinion", args=[self.pk])


class ArticleQuerySet(OutreachQuerySet):
    """Words for asking what was published."""

    def written(self) -> Self:
        """News and articles: each appears once."""
        return self.exclude(kind=Article.Kind.COLUMN)

    def columns(self) -> Self:
        """Columns, which go on until they end."""
        return self.filter(kind=Article.Kind.COLUMN)

    def kept_up(self, on: dt.date) -> Self:
        """Columns that run on this day."""
        return self.columns().filter(
            Q(published_on__lte=on) & (Q(ended_on__isnull=True) | Q(ended_on__gt=on))
        )


class Article(Recorded):
    """A piece of news, an article, or a column that a unit keeps up in some outlet."""

    class Kind(models.TextChoices):
        NEWS = "news", _("tin")
        ARTICLE = "article", _("bài")
        COLUMN = "column", _("chuyên mục")

    kind = models.CharField(_("thể loại"), max_length=10, choices=Kind)
    title = models.CharField(_("tên tin, bài, chuyên mục"), max_length=300)
    outlet = models.CharField(_("nơi đăng"), max_length=200)
    published_on = models.DateField(_("ngày đăng"))
    ended_on = models.DateField(_("ngừng từ ngày"), null=True, blank=True)
    url = models.CharField(_("địa chỉ"), max_length=500, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("tin, bài, chuyên mục")
        indexes = [models.Index(fields=["unit", "published_on"], name="articles_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | (Q(kind="column") & Q(ended_on__gt=F("published_on"))),
                name="only_a_column_ends_and_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.title
