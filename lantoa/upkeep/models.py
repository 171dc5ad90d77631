"""Tables of upkeep: what ran, what the checks of the data found, and which copies were kept."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.people.models import Person


class TaskRun(models.Model):
    """One run of a task: by the clock, or by an administrator who pressed the button."""

    code = models.CharField(max_length=60)
    started_at = models.DateTimeField(_("bắt đầu"))
    ended_at = models.DateTimeField(_("xong"), null=True)
    is_good = models.BooleanField(null=True)
    said = models.CharField(_("kết quả"), max_length=500, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("lần chạy")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["code", "-started_at"], name="runs_of_a_task")]

    def __str__(self) -> str:
        return self.code

    @property
    def seconds(self) -> int | None:
        """How long it took; None while it runs, or when it was cut off."""
        return round((self.ended_at - self.started_at).total_seconds()) if self.ended_at else None


class KeptCopy(models.Model):
    """A copy that was made, restored into a scratch place, compared, and then encrypted."""

    at = models.DateTimeField(_("lúc"))
    name = models.CharField(_("tên tệp"), max_length=120)
    size = models.BigIntegerField(_("dung lượng (byte)"))
    seconds = models.PositiveIntegerField(_("mất bao lâu (giây)"))
    places = models.JSONField(_("đã ghi ở"))
    missed = models.JSONField(_("không ghi được ở"), default=list)
    rows = models.BigIntegerField(_("số dòng"))
    events = models.BigIntegerField(_("số sự kiện"))

    class Meta:
        verbose_name = _("bản sao lưu")
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.name


class Checked(models.Model):
    """What every check of the data found at one moment: [code, how many are wrong, the first few of them] each."""

    at = models.DateTimeField(_("lúc"))
    found = models.JSONField(_("kết quả từng điều"))

    class Meta:
        verbose_name = _("lần kiểm tra dữ liệu")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class KeepPlace(models.Model):
    """A folder named on the page, to which copies go besides the one beside the data."""

    path = models.CharField(_("thư mục"), max_length=500, unique=True)
    named_at = models.DateTimeField(_("khai lúc"))
    named_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("nơi giữ bản sao")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.path
