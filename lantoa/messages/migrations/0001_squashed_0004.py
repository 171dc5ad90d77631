import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("messages", "0001_what_people_are_told"),
        ("messages", "0002_units_are_reminded_of_what_is_late"),
        ("messages", "0003_reminders_go_once_and_letters_are_written_down"),
        ("messages", "0004_a_unit_replies_to_a_reminder"),
    ]

    initial = True

    dependencies = [
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Message",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("verb", models.CharField(max_length=80)),
                        ("subject_type", models.CharField(blank=True, max_length=80)),
                        ("subject_id", models.CharField(blank=True, max_length=40)),
                        ("key", models.CharField(max_length=120, unique=True)),
                        ("title", models.CharField(max_length=400, verbose_name="nội dung")),
                        ("note", models.TextField(blank=True, verbose_name="nói thêm")),
                        ("url", models.CharField(max_length=500)),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn")),
                        ("at", models.DateTimeField(verbose_name="lúc")),
                        ("shows_at", models.DateTimeField(verbose_name="hiện từ lúc")),
                        ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="đọc lúc")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="messages",
                                to="people.person",
                                verbose_name="người nhận",
                            ),
                        ),
                        (
                            "urged",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="messages",
                                to="messages.urged",
                                verbose_name="lời nhắc",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "thông báo",
                        "ordering": ["-shows_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["person", "-shows_at", "-id"], name="messages_of_a_person"),
                            models.Index(
                                condition=models.Q(("read_at__isnull", True)),
                                fields=["person", "shows_at"],
                                name="messages_not_read",
                            ),
                            models.Index(
                                fields=["subject_type", "subject_id"], name="messages_about_a_thing"
                            ),
                            models.Index(fields=["shows_at"], name="messages_by_age"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True),
                                name="a_message_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Preference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "gets_digest",
                            models.BooleanField(default=True, verbose_name="nhận thư tổng hợp đầu tuần"),
                        ),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="message_preference",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lựa chọn nhận thư",
                    },
                ),
                migrations.CreateModel(
                    name="Reminded",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=200, unique=True)),
                        (
                            "message",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reminded",
                                to="messages.message",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần nhắc hạn",
                    },
                ),
                migrations.CreateModel(
                    name="Urged",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="ngày")),
                        ("text", models.TextField(verbose_name="lời nhắc")),
                        ("counts", models.JSONField(default=dict)),
                        ("reply", models.TextField(blank=True, verbose_name="trả lời")),
                        (
                            "replied_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="trả lời lúc"),
                        ),
                        (
                            "replied_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                                verbose_name="người trả lời",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="urged",
                                to="organisation.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                        (
                            "urging",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="urged",
                                to="messages.urging",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lời nhắc",
                        "ordering": ["-on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "on"), name="a_unit_is_reminded_once_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("replied_at__isnull", True), ("reply", "")),
                                    models.Q(
                                        models.Q(("reply", ""), _negated=True), ("replied_at__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_reply_says_something_and_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Urging",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "by_label",
                            models.CharField(blank=True, max_length=200, verbose_name="với tư cách"),
                        ),
                        ("text", models.TextField(verbose_name="lời nhắc")),
                        ("finish_by", models.DateField(verbose_name="hạn mong muốn")),
                        ("at", models.DateTimeField(verbose_name="gửi lúc")),
                        ("shows_at", models.DateTimeField(verbose_name="hiện từ lúc")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                                verbose_name="người gửi",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="urgings",
                                to="organisation.unit",
                                verbose_name="đơn vị gửi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần đôn đốc",
                        "ordering": ["-at", "-pk"],
                        "indexes": [models.Index(fields=["unit", "-at"], name="urgings_of_a_unit")],
                    },
                ),
                migrations.CreateModel(
                    name="Sending",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("channel", models.CharField(max_length=20, verbose_name="kênh")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("digest", "tổng hợp đầu tuần"),
                                    ("waiting", "việc chờ cho ý kiến"),
                                    ("urged", "lời nhắc của cấp trên"),
                                ],
                                max_length=10,
                                verbose_name="loại",
                            ),
                        ),
                        ("key", models.CharField(max_length=120, unique=True)),
                        ("words", models.CharField(max_length=300, verbose_name="nội dung")),
                        ("at", models.DateTimeField(verbose_name="xếp lúc")),
                        ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="số lần thử")),
                        (
                            "next_try_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="thử tiếp lúc"),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi được lúc")),
                        ("outcome", models.CharField(blank=True, max_length=300, verbose_name="kết quả")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sendings",
                                to="people.person",
                                verbose_name="người nhận",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lượt gửi",
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("next_try_at__isnull", False)),
                                fields=["next_try_at"],
                                name="sendings_to_try",
                            ),
                            models.Index(fields=["-at"], name="sendings_by_time"),
                        ],
                    },
                ),
            ],
        ),
    ]
