import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("searching", "0001_what_can_be_found_and_by_whom"),
        ("searching", "0002_words_are_found_by_an_index_of_their_own"),
        ("searching", "0003_the_search_reads_by_the_cursor_that_every_room_has"),
        ("searching", "0004_words_are_indexed_under_their_kind"),
    ]

    initial = True

    dependencies = []

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=20)),
                        ("key", models.BigIntegerField()),
                        ("part", models.PositiveSmallIntegerField(default=0)),
                        ("title", models.CharField(max_length=300)),
                        ("line", models.CharField(blank=True, max_length=600)),
                        ("code", models.CharField(blank=True, max_length=120)),
                        ("url", models.CharField(max_length=300)),
                        ("words", models.TextField()),
                        ("starts", models.DateField(null=True)),
                        ("ends", models.DateField(null=True)),
                    ],
                    options={
                        "verbose_name": "dòng tìm kiếm",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "key", "part"), name="a_record_is_indexed_once_a_part"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sight",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("permission", models.CharField(blank=True, max_length=60)),
                        ("way", models.CharField(blank=True, max_length=8)),
                        ("unit_id", models.BigIntegerField(null=True)),
                        ("person_id", models.BigIntegerField(null=True)),
                        ("starts", models.DateField(null=True)),
                        ("ends", models.DateField(null=True)),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sights",
                                to="searching.entry",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "quyền thấy một dòng tìm kiếm",
                        "indexes": [
                            models.Index(fields=["unit_id", "way"], name="sights_of_a_unit"),
                            models.Index(fields=["person_id"], name="sights_of_a_person"),
                        ],
                    },
                ),
            ],
        ),
        lantoa.foundation.squashed.FirstRows(
            room="searching",
            steps=[
                "0002_words_are_found_by_an_index_of_their_own.forwards",
                "0004_words_are_indexed_under_their_kind.forwards",
            ],
        ),
    ]
