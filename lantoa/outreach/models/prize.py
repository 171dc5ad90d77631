"""Prizes for works about the programme ("sáng tác, quảng bá"): rounds, levels, fields, works, promoters."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.half_open import ends_after_start
from lantoa.organisation.models import Unit
from lantoa.outreach import words
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded
from lantoa.people.actors import Actor

# Offered to whoever opens a round; each office names its own fields.
USUAL_FIELDS = "Văn học\nNghệ thuật\nXuất bản\nQuảng bá\nBáo chí"


class PrizeQuerySet(models.QuerySet["Prize"]):
    """Rounds come from above: everybody below may send works to them."""

    def visible_to(self, actor: Actor) -> Self:
        """Those that one's own unit, the units above it, or the units in reach have written down."""
        if not actor.may("outreach.view"):
            return self.none()
        everything = self.model.objects.all()
        line = [place.unit_id for place in actor.line]
        return in_any(self, everything.filter(unit__in=line), actor.in_reach(everything))


class Prize(models.Model):
    """One round of a prize at one level: "Giải sáng tác, quảng bá, đợt 2 (2021–2025)"."""

    class Level(models.TextChoices):
        CENTRAL = "central", _("Trung ương")
        PROVINCE = "province", _("cấp tỉnh")
        SUPERIOR = "superior", _("cấp trên cơ sở")
        GRASSROOTS = "grassroots", _("cấp cơ sở")

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="prizes", verbose_name=_("đơn vị tổ chức hoặc ghi đợt giải")
    )
    name = models.CharField(_("tên giải"), max_length=250)
    round = models.CharField(_("đợt"), max_length=100)
    level = models.CharField(_("cấp"), max_length=12, choices=Level)
    fields = models.TextField(_("các lĩnh vực, mỗi dòng một lĩnh vực"), max_length=1000)
    starts = models.DateField(_("nhận tác phẩm từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = PrizeQuerySet.as_manager()

    class Meta:
        verbose_name = _("đợt giải")
        ordering = ["-starts", "-pk"]
        constraints = [
            ends_after_start("a_prize_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["unit", "name", "round", "level"], name="a_round_of_a_prize_is_written_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.round}"

    def get_absolute_url(self) -> str:
        """The works of this round."""
        return f"{reverse('outreach:prize_works')}?giai={self.pk}"

    @property
    def field_names(self) -> list[str]:
        """Its fields, in the order they were written."""
        return [line.strip() for line in self.fields.splitlines() if line.strip()]


class PrizeWorkQuerySet(OutreachQuerySet):
    """Words for asking which works."""

    def works(self) -> Self:
        """Works, not those who carried works to people."""
        return self.filter(part=PrizeWork.Part.WORK)

    def promoters(self) -> Self:
        """Who carried works to people."""
        return self.filter(part=PrizeWork.Part.PROMOTER)

    def won(self) -> Self:
        """Those that were given a prize."""
        return self.filter(awarded_on__isnull=False)


class PrizeWork(Recorded):
    """A work that a unit, or somebody in it, sent to a round; or who promoted such works; and the prize, if any."""

    class Part(models.TextChoices):
        WORK = "work", _("tác phẩm sáng tác")
        PROMOTER = "promoter", _("tập thể, cá nhân quảng bá")

    class AuthorKind(models.TextChoices):
        COLLECTIVE = "collective", _("tập thể")
        INDIVIDUAL = "individual", _("cá nhân")

    class Award(models.TextChoices):
        SPECIAL = "special", _("giải đặc biệt")
        A = "a", _("giải A")
        B = "b", _("giải B")
        C = "c", _("giải C")
        ENCOURAGED = "encouraged", _("giải khuyến khích")
        OTHER = "other", _("hình thức khác")

    prize = models.ForeignKey(Prize, models.PROTECT, related_name="works", verbose_name=_("đợt giải"))
    part = models.CharField(_("tham gia"), max_length=10, choices=Part, default=Part.WORK)
    title = models.CharField(_("tên tác phẩm, việc quảng bá"), max_length=300)
    field = models.CharField(_("lĩnh vực"), max_length=100)
    author_kind = models.CharField(
        _("tác giả là"), max_length=10, choices=AuthorKind, default=AuthorKind.INDIVIDUAL
    )
    author = models.CharField(_("tác giả, nhóm tác giả"), max_length=200)
    author_key = models.CharField(max_length=200, editable=False)
    sent_on = models.DateField(_("gửi dự giải ngày"))
    award = models.CharField(_("giải"), max_length=10, choices=Award, blank=True)
    awarded_on = models.DateField(_("trao giải ngày"), null=True, blank=True)

    objects = PrizeWorkQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("tác phẩm dự giải")
        indexes = [models.Index(fields=["unit", "sent_on"], name="prize_works_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=Q(award="", awarded_on__isnull=True)
                | (~Q(award="") & Q(awarded_on__isnull=False) & Q(awarded_on__gte=F("sent_on"))),
                name="a_prize_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(author=""), name="a_work_has_its_title_and_author"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.author_key = words.donor_key(self.unit_id, None, self.author)
        super().save(*args, **kwargs)
