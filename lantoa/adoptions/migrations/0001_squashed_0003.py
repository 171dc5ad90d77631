import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("adoptions", "0001_taking_over_has_a_room"),
        ("adoptions", "0002_what_a_practice_became_elsewhere_are_its_descents"),
        ("adoptions", "0003_practices_of_others_are_discussed"),
    ]

    initial = True

    dependencies = [
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
        ("practices", "0001_squashed_0016"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Adoption",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("generation", models.PositiveSmallIntegerField(verbose_name="đời")),
                        ("adopted_on", models.DateField(verbose_name="ngày vận dụng")),
                        ("half_year_on", models.DateField(verbose_name="ngày tròn 6 tháng")),
                        ("full_year_on", models.DateField(verbose_name="ngày tròn 12 tháng")),
                        ("recorded_on", models.DateField(verbose_name="ngày ghi")),
                        (
                            "learned_note",
                            models.CharField(blank=True, max_length=300, verbose_name="học được qua"),
                        ),
                        (
                            "adopted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "origin",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="adoptions",
                                to="practices.practice",
                                verbose_name="học từ mô hình",
                            ),
                        ),
                        (
                            "practice",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="adopted_from",
                                to="practices.practice",
                                verbose_name="mô hình tại đơn vị vận dụng",
                            ),
                        ),
                        (
                            "root",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="descents",
                                to="practices.practice",
                                verbose_name="nơi khởi đầu",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vận dụng mô hình",
                        "ordering": ["adopted_on", "pk"],
                        "indexes": [
                            models.Index(fields=["root", "adopted_on"], name="adoptions_of_a_root"),
                            models.Index(fields=["adopted_on"], name="adoptions_by_day"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("practice", models.F("origin")), _negated=True),
                                name="nobody_takes_over_from_its_own_practice",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("practice", models.F("root")), _negated=True),
                                name="a_chain_never_comes_back_to_its_root",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("generation", 1), ("origin", models.F("root"))),
                                    models.Q(
                                        ("generation__gt", 1),
                                        models.Q(("origin", models.F("root")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="who_learned_from_the_root_is_the_first_generation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("full_year_on__gt", models.F("half_year_on")),
                                    ("half_year_on__gt", models.F("adopted_on")),
                                ),
                                name="an_adoption_grows_older",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdoptedPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("text", models.CharField(max_length=300, verbose_name="phần cốt lõi")),
                        (
                            "fate",
                            models.CharField(
                                choices=[
                                    ("kept", "giữ nguyên"),
                                    ("changed", "đổi cho hợp"),
                                    ("dropped", "bỏ"),
                                ],
                                default="kept",
                                max_length=8,
                                verbose_name="giữ, đổi hay bỏ",
                            ),
                        ),
                        (
                            "why",
                            models.CharField(blank=True, max_length=300, verbose_name="đổi thế nào, vì sao"),
                        ),
                        (
                            "core",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="fates",
                                to="practices.corepart",
                            ),
                        ),
                        (
                            "adoption",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="adoptions.adoption",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phần đã vận dụng",
                        "ordering": ["place"],
                        "indexes": [
                            models.Index(fields=["core", "fate", "why"], name="fates_of_a_core_part")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("adoption", "place"), name="an_adopted_part_has_its_own_place"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fate", "kept"), models.Q(("why", ""), _negated=True), _connector="OR"
                                ),
                                name="what_was_changed_or_dropped_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Checkup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="ngày hỏi")),
                        ("answered_on", models.DateField(verbose_name="ngày trả lời")),
                        ("alive", models.BooleanField(verbose_name="còn duy trì")),
                        ("result", models.CharField(blank=True, max_length=500, verbose_name="kết quả")),
                        (
                            "value",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="số đo"
                            ),
                        ),
                        (
                            "unit_of_count",
                            models.CharField(blank=True, max_length=60, verbose_name="đơn vị tính"),
                        ),
                        (
                            "why_stopped",
                            models.CharField(blank=True, max_length=500, verbose_name="vì sao dừng"),
                        ),
                        (
                            "adoption",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="checkups",
                                to="adoptions.adoption",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trả lời còn duy trì",
                        "ordering": ["due_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("adoption", "due_on"), name="a_question_is_answered_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("alive", True), ("why_stopped", "")),
                                    models.Q(("alive", False), models.Q(("why_stopped", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="only_what_stopped_says_why_it_stopped",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", True),
                                    models.Q(("unit_of_count", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_result_counted_says_of_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("answered_on__gte", models.F("due_on"))),
                                name="a_question_is_answered_after_it_is_due",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Discussion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("chosen_on", models.DateField(verbose_name="chọn ngày")),
                        ("why", models.CharField(blank=True, max_length=300, verbose_name="vì sao chọn")),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="trao đổi ngày")),
                        (
                            "said",
                            models.TextField(blank=True, max_length=2000, verbose_name="ý kiến trao đổi"),
                        ),
                        (
                            "taken",
                            models.TextField(blank=True, max_length=2000, verbose_name="điều rút ra để làm"),
                        ),
                        (
                            "practice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="discussions",
                                to="practices.practice",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="discussions",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "trao đổi về mô hình",
                        "ordering": ["-chosen_on", "-pk"],
                        "indexes": [models.Index(fields=["unit", "held_on"], name="discussions_of_a_unit")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("held_on__isnull", True)),
                                fields=("unit", "practice"),
                                name="a_practice_waits_once_to_be_discussed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_on__isnull", True), ("said", ""), ("taken", "")),
                                    models.Q(
                                        ("held_on__isnull", False), models.Q(("said", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_discussion_that_was_held_says_what_was_said",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("held_on__isnull", True),
                                    ("held_on__gte", models.F("chosen_on")),
                                    _connector="OR",
                                ),
                                name="a_discussion_is_held_after_it_was_chosen",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
