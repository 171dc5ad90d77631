import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("upkeep", "0001_what_ran_and_which_copies_were_kept"),
        ("upkeep", "0002_a_second_place_is_named_on_the_page"),
    ]

    initial = True

    dependencies = [
        ("people", "0001_squashed_0011"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="KeptCopy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="lúc")),
                        ("name", models.CharField(max_length=120, verbose_name="tên tệp")),
                        ("size", models.BigIntegerField(verbose_name="dung lượng (byte)")),
                        ("seconds", models.PositiveIntegerField(verbose_name="mất bao lâu (giây)")),
                        ("places", models.JSONField(verbose_name="đã ghi ở")),
                        ("missed", models.JSONField(default=list, verbose_name="không ghi được ở")),
                        ("rows", models.BigIntegerField(verbose_name="số dòng")),
                        ("events", models.BigIntegerField(verbose_name="số sự kiện")),
                    ],
                    options={
                        "verbose_name": "bản sao lưu",
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="KeepPlace",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("path", models.CharField(max_length=500, unique=True, verbose_name="thư mục")),
                        ("named_at", models.DateTimeField(verbose_name="khai lúc")),
                        (
                            "named_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nơi giữ bản sao",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="TaskRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=60)),
                        ("started_at", models.DateTimeField(verbose_name="bắt đầu")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="xong")),
                        ("is_good", models.BooleanField(null=True)),
                        ("said", models.CharField(blank=True, max_length=500, verbose_name="kết quả")),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần chạy",
                        "ordering": ["-pk"],
                        "indexes": [models.Index(fields=["code", "-started_at"], name="runs_of_a_task")],
                    },
                ),
            ],
        ),
    ]
