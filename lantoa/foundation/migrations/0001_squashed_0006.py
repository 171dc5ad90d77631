import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.models
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("foundation", "0001_initial"),
        ("foundation", "0002_the_history_is_sealed"),
        ("foundation", "0003_what_was_sent_and_what_was_not_yet"),
        ("foundation", "0004_a_room_hears_by_a_kept_cursor"),
        ("foundation", "0005_an_event_keeps_some_words_for_a_while"),
        ("foundation", "0006_an_event_says_with_which_post_and_by_which_right"),
    ]

    initial = True

    dependencies = []

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Attachment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("file", models.FileField(upload_to="%Y/%m/")),
                        ("name", models.CharField(max_length=200, verbose_name="tên tệp")),
                        ("media_type", models.CharField(max_length=100)),
                        ("size", models.PositiveIntegerField(verbose_name="dung lượng (byte)")),
                        ("sha256", models.CharField(max_length=64)),
                        ("added_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("added_by", models.BigIntegerField(null=True)),
                    ],
                    options={
                        "verbose_name": "tệp đính kèm",
                    },
                ),
                migrations.CreateModel(
                    name="Edited",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.CharField(max_length=500, unique=True)),
                        ("key", models.CharField(blank=True, max_length=32)),
                        ("turn", models.BigIntegerField(default=0)),
                        ("by_name", models.CharField(blank=True, max_length=120)),
                        ("at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "lần lưu cuối",
                    },
                ),
                migrations.CreateModel(
                    name="Listening",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("listener", models.CharField(max_length=80, unique=True, verbose_name="ai nghe")),
                        (
                            "heard_up_to",
                            models.BigIntegerField(default=0, verbose_name="đã nghe đến sự kiện số"),
                        ),
                        ("gaps", models.JSONField(default=list)),
                    ],
                    options={
                        "verbose_name": "lượt nghe lịch sử",
                    },
                ),
                migrations.CreateModel(
                    name="Seal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="lúc")),
                        ("size", models.BigIntegerField(unique=True, verbose_name="số sự kiện")),
                        ("root", models.CharField(max_length=64, verbose_name="gốc")),
                        ("previous", models.CharField(blank=True, max_length=64, unique=True)),
                        ("frontier", models.JSONField()),
                        ("last_event", models.BigIntegerField()),
                    ],
                    options={
                        "verbose_name": "lần niêm phong",
                    },
                ),
                migrations.CreateModel(
                    name="SealedEvent",
                    fields=[
                        ("index", models.BigIntegerField(primary_key=True, serialize=False)),
                        ("event_id", models.BigIntegerField(unique=True)),
                        ("leaf", models.CharField(max_length=64)),
                        ("words", models.CharField(max_length=64)),
                    ],
                    options={
                        "verbose_name": "dòng niêm phong",
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=32, unique=True)),
                        ("person_id", models.BigIntegerField()),
                        ("post_id", models.BigIntegerField(null=True)),
                        ("place", models.CharField(max_length=500)),
                        ("name", models.CharField(blank=True, max_length=80)),
                        ("title", models.CharField(blank=True, max_length=200)),
                        ("boxes", models.JSONField(default=dict)),
                        ("version", models.JSONField(default=dict)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("asks", models.BooleanField(default=False)),
                        ("turn", models.BigIntegerField(default=0)),
                        (
                            "saved_at",
                            models.DateTimeField(db_index=True, default=lantoa.foundation.clock.now),
                        ),
                    ],
                    options={
                        "verbose_name": "bản nháp chưa gửi",
                        "indexes": [models.Index(fields=["person_id", "place"], name="drafts_of_a_person")],
                    },
                ),
                migrations.CreateModel(
                    name="Event",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "at",
                            models.DateTimeField(
                                db_index=True, default=lantoa.foundation.clock.now, verbose_name="lúc"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="ngày của việc")),
                        ("verb", models.CharField(max_length=80, verbose_name="việc")),
                        ("subject_type", models.CharField(max_length=80)),
                        ("subject_id", models.CharField(max_length=40)),
                        ("subject_label", models.CharField(max_length=300, verbose_name="về")),
                        ("person_id", models.BigIntegerField(null=True)),
                        (
                            "person_name",
                            models.CharField(blank=True, max_length=120, verbose_name="người thực hiện"),
                        ),
                        (
                            "post_label",
                            models.CharField(blank=True, max_length=200, verbose_name="với tư cách"),
                        ),
                        (
                            "on_behalf_of",
                            models.CharField(blank=True, max_length=120, verbose_name="thay mặt"),
                        ),
                        ("post_id", models.BigIntegerField(null=True)),
                        ("right", models.CharField(blank=True, max_length=60, verbose_name="quyền đã dùng")),
                        ("unit_id", models.BigIntegerField(null=True)),
                        ("unit_name", models.CharField(blank=True, max_length=300, verbose_name="đơn vị")),
                        ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                        ("before", models.JSONField(null=True)),
                        ("after", models.JSONField(null=True)),
                        ("request_id", models.CharField(blank=True, max_length=40)),
                        (
                            "salt",
                            models.CharField(
                                blank=True, default=lantoa.foundation.models.new_salt, max_length=32
                            ),
                        ),
                        (
                            "erased_as",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="đã xóa lời theo yêu cầu số"
                            ),
                        ),
                        ("short_lived", models.JSONField(null=True)),
                        ("short_lived_digest", models.CharField(blank=True, max_length=64)),
                    ],
                    options={
                        "verbose_name": "sự kiện",
                        "indexes": [
                            models.Index(
                                fields=["subject_type", "subject_id", "id"], name="events_of_a_subject"
                            ),
                            models.Index(fields=["unit_id", "id"], name="events_of_a_unit"),
                            models.Index(fields=["person_id", "id"], name="events_of_a_person"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=32, unique=True)),
                        ("person_id", models.BigIntegerField(null=True)),
                        ("place", models.CharField(max_length=500)),
                        ("name", models.CharField(blank=True, max_length=80)),
                        ("digest", models.CharField(blank=True, max_length=64)),
                        ("went_to", models.CharField(blank=True, max_length=500)),
                        ("at", models.DateTimeField(db_index=True, default=lantoa.foundation.clock.now)),
                    ],
                    options={
                        "verbose_name": "biểu mẫu đã gửi",
                        "indexes": [models.Index(fields=["person_id", "digest"], name="equal_sendings")],
                    },
                ),
                migrations.CreateModel(
                    name="DraftFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("box", models.CharField(max_length=120)),
                        ("chosen_name", models.CharField(max_length=255)),
                        ("chosen_size", models.PositiveIntegerField()),
                        (
                            "attachment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                            ),
                        ),
                        (
                            "draft",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="foundation.draft",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tệp của bản nháp",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("draft", "box", "chosen_name", "chosen_size"),
                                name="a_chosen_file_is_kept_once",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
