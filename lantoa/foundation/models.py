"""Tables of the ground: the history of acts, and files that people attach."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock


def new_salt() -> str:
    """Sixteen bytes that nobody guesses."""
    return secrets.token_hex(16)


class EventQuerySet(models.QuerySet["Event"]):
    """Words for asking the history."""

    def about(self, subject: models.Model) -> EventQuerySet:
        """The life of one thing, oldest first."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk)).order_by("pk")

    def update(self, **kwargs: object) -> int:
        """History is only ever added to."""
        raise TypeError("history is append-only")

    def delete(self) -> tuple[int, dict[str, int]]:
        """History is only ever added to."""
        raise TypeError("history is append-only")


class Event(models.Model):
    """One act. Plain keys and names as they stood; no foreign keys, so that history outlives its subjects."""

    at = models.DateTimeField(_("lúc"), default=clock.now, db_index=True)
    on = models.DateField(_("ngày của việc"))
    verb = models.CharField(_("việc"), max_length=80)
    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=40)
    subject_label = models.CharField(_("về"), max_length=300)
    person_id = models.BigIntegerField(null=True)
    person_name = models.CharField(_("người thực hiện"), max_length=120, blank=True)
    post_label = models.CharField(_("với tư cách"), max_length=200, blank=True)
    on_behalf_of = models.CharField(_("thay mặt"), max_length=120, blank=True)
    # With which post it was done, and by the right of which address: a verification asks both again (replay.py).
    post_id = models.BigIntegerField(null=True)
    right = models.CharField(_("quyền đã dùng"), max_length=60, blank=True)
    unit_id = models.BigIntegerField(null=True)
    unit_name = models.CharField(_("đơn vị"), max_length=300, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    request_id = models.CharField(max_length=40, blank=True)
    # What names or quotes somebody is sealed under this salt; erased on request, it says by which (sealing.py).
    salt = models.CharField(max_length=32, default=new_salt, blank=True)
    erased_as = models.CharField(_("đã xóa lời theo yêu cầu số"), max_length=40, blank=True)
    # What is kept for a while only (at which machine, from where); its salted digest stays under the seal for good.
    short_lived = models.JSONField(null=True)
    short_lived_digest = models.CharField(max_length=64, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("sự kiện")
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "id"], name="events_of_a_subject"),
            models.Index(fields=["unit_id", "id"], name="events_of_a_unit"),
            models.Index(fields=["person_id", "id"], name="events_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.verb}: {self.subject_label}"


class SealedEvent(models.Model):
    """A leaf of the log: which event stands at this place, its hash, the digest of its personal words."""

    index = models.BigIntegerField(primary_key=True)
    event_id = models.BigIntegerField(unique=True)
    leaf = models.CharField(max_length=64)
    words = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("dòng niêm phong")


class Seal(models.Model):
    """The root of the whole log when a batch was sealed, chained to the one before."""

    at = models.DateTimeField(_("lúc"))
    size = models.BigIntegerField(_("số sự kiện"), unique=True)
    root = models.CharField(_("gốc"), max_length=64)
    previous = models.CharField(max_length=64, blank=True, unique=True)
    frontier = models.JSONField()
    last_event = models.BigIntegerField()

    class Meta:
        verbose_name = _("lần niêm phong")

    def __str__(self) -> str:
        return f"{self.size}: {self.root}"


class Listening(models.Model):
    """How far a listener (see heard.py) has heard the history, and which lower numbers may still come to light."""

    listener = models.CharField(_("ai nghe"), max_length=80, unique=True)
    heard_up_to = models.BigIntegerField(_("đã nghe đến sự kiện số"), default=0)
    gaps = models.JSONField(default=list)

    class Meta:
        verbose_name = _("lượt nghe lịch sử")

    def __str__(self) -> str:
        return f"{self.listener}: {self.heard_up_to}"


class Attachment(models.Model):
    """A file that a person attached, judged by its content. It has no address of its own: rooms serve it."""

    file = models.FileField(upload_to="%Y/%m/")
    name = models.CharField(_("tên tệp"), max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(_("dung lượng (byte)"))
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField(default=clock.now)
    added_by = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("tệp đính kèm")

    def __str__(self) -> str:
        return self.name

    @property
    def is_image(self) -> bool:
        """Whether it can be shown on a page."""
        return self.media_type.startswith("image/")


class Sent(models.Model):
    """A form that was carried out: its key, and the page it led to. Written in the transaction of the act."""

    key = models.CharField(max_length=32, unique=True)
    person_id = models.BigIntegerField(null=True)
    place = models.CharField(max_length=500)
    name = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    went_to = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now, db_index=True)

    class Meta:
        verbose_name = _("biểu mẫu đã gửi")
        indexes = [models.Index(fields=["person_id", "digest"], name="equal_sendings")]

    def __str__(self) -> str:
        return self.place


class DraftQuerySet(models.QuerySet["Draft"]):
    """Words for asking the drafts."""

    def live(self) -> DraftQuerySet:
        """Those whose form was not sent: a draft that comes late is no draft."""
        return self.exclude(models.Exists(Sent.objects.filter(key=models.OuterRef("key"))))

    def of(self, person_id: int, post_id: int | None) -> DraftQuerySet:
        """Those of one person in one post; another post does not see them."""
        return self.filter(person_id=person_id, post_id=post_id)


class Draft(models.Model):
    """What was typed in a form and not sent: boxes by name. It belongs to one person in one post."""

    key = models.CharField(max_length=32, unique=True)
    person_id = models.BigIntegerField()
    post_id = models.BigIntegerField(null=True)
    place = models.CharField(max_length=500)
    name = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=200, blank=True)
    boxes = models.JSONField(default=dict)
    version = models.JSONField(default=dict)
    # Why it was not sent, when it was the server that held it: told at the head of the form.
    note = models.CharField(max_length=300, blank=True)
    asks = models.BooleanField(default=False)
    # When it left the browser, in its own milliseconds: of two savings under way the older one changes nothing.
    turn = models.BigIntegerField(default=0)
    saved_at = models.DateTimeField(default=clock.now, db_index=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản nháp chưa gửi")
        indexes = [models.Index(fields=["person_id", "place"], name="drafts_of_a_person")]

    def __str__(self) -> str:
        return self.title or self.place

    @property
    def last_words(self) -> dict[str, str]:
        """One text a box, as a form of the room reads what was sent."""
        return {name: values[-1] for name, values in self.boxes.items() if values}


class DraftFile(models.Model):
    """A file chosen for a form that was not sent yet, already judged."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="files")
    attachment = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="+")
    box = models.CharField(max_length=120)
    # As it was chosen, before it was judged: the same choice arriving twice is kept once.
    chosen_name = models.CharField(max_length=255)
    chosen_size = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("tệp của bản nháp")
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "box", "chosen_name", "chosen_size"], name="a_chosen_file_is_kept_once"
            )
        ]

    def __str__(self) -> str:
        return self.chosen_name


class Edited(models.Model):
    """Who saved an edit form last. Its row is locked while somebody saves, so that no two do at once."""

    place = models.CharField(max_length=500, unique=True)
    key = models.CharField(max_length=32, blank=True)
    turn = models.BigIntegerField(default=0)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("lần lưu cuối")

    def __str__(self) -> str:
        return self.place
