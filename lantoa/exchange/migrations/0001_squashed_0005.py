import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("exchange", "0001_lists_come_in_and_go_out"),
        ("exchange", "0002_long_lists_are_brought_in_beside_the_pages"),
        ("exchange", "0003_a_long_list_goes_out_as_a_file_of_its_own"),
        ("exchange", "0004_a_result_is_told_until_it_was_seen"),
        ("exchange", "0005_a_page_s_own_long_list_goes_out_too"),
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
                    name="Export",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=40, verbose_name="danh sách")),
                        ("post", models.PositiveBigIntegerField(verbose_name="chức vụ khi hỏi")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("running", "đang lập tệp"),
                                    ("ready", "tệp đã xong"),
                                    ("failed", "chưa lập được tệp"),
                                ],
                                default="running",
                                max_length=8,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("asked_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "phase",
                            models.CharField(
                                blank=True,
                                choices=[("waiting", "đang đợi đến lượt"), ("writing", "đang đọc và ghi")],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        ("phase_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("said", models.CharField(blank=True, max_length=500)),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("whole", models.PositiveIntegerField(default=0)),
                        ("address", models.CharField(blank=True, max_length=1000)),
                        ("taken_at", models.DateTimeField(null=True)),
                        ("columns", models.JSONField(default=list)),
                        ("content", models.BinaryField(null=True, verbose_name="tệp Excel")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "danh sách xuất ra",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "running")),
                                fields=("by", "post", "kind", "unit", "address"),
                                name="a_long_list_is_asked_for_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Import",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=40, verbose_name="danh sách")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "chưa nhập"),
                                    ("running", "đang nhập"),
                                    ("done", "đã nhập"),
                                    ("undone", "đã hoàn tác"),
                                    ("dropped", "đã bỏ"),
                                ],
                                default="draft",
                                max_length=8,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("file_name", models.CharField(blank=True, max_length=150, verbose_name="tên tệp")),
                        ("started_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("touched_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("done_at", models.DateTimeField(null=True)),
                        ("seen_at", models.DateTimeField(null=True)),
                        (
                            "phase",
                            models.CharField(
                                blank=True,
                                choices=[("waiting", "đang đợi đến lượt"), ("writing", "đang đọc và ghi")],
                                max_length=8,
                            ),
                        ),
                        ("phase_at", models.DateTimeField(null=True)),
                        ("said", models.CharField(blank=True, max_length=500)),
                        ("rows", models.JSONField(default=list)),
                        ("names", models.JSONField(default=list)),
                        ("meaning", models.JSONField(default=list)),
                        ("first_row", models.PositiveIntegerField(default=0)),
                        ("order", models.CharField(default="dmy", max_length=3)),
                        ("mended", models.JSONField(default=dict)),
                        ("answers", models.JSONField(default=dict)),
                        ("left_out", models.JSONField(default=list)),
                        ("options", models.JSONField(default=dict)),
                        ("counts", models.JSONField(default=dict)),
                        ("log", models.JSONField(default=dict)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="imports",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "danh sách nhập vào",
                        "ordering": ["-pk"],
                        "indexes": [models.Index(fields=["unit", "kind", "state"], name="imports_of_a_unit")],
                    },
                ),
            ],
        ),
    ]
