import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("exemplars", "0001_initial"),
        ("exemplars", "0002_agreements_move_to_consents"),
        ("exemplars", "0003_agreements_are_kept_in_consents"),
    ]

    initial = True

    dependencies = [
        ("commendations", "0001_squashed_0013"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
        ("practices", "0001_squashed_0016"),
        ("registrations", "0001_squashed_0017"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Exemplar",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="việc làm, trong một câu")),
                        (
                            "subject",
                            models.CharField(
                                choices=[("collective", "tập thể"), ("individual", "cá nhân")],
                                max_length=12,
                                verbose_name="của ai",
                            ),
                        ),
                        (
                            "collective_name",
                            models.CharField(blank=True, max_length=200, verbose_name="tên tập thể"),
                        ),
                        ("story", models.TextField(max_length=1500, verbose_name="câu chuyện")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="nơi")),
                        ("since", models.DateField(blank=True, null=True, verbose_name="từ ngày")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "bản nháp"),
                                    ("proposed", "chờ xem xét"),
                                    ("returned", "trả lại để sửa"),
                                    ("published", "đã công bố"),
                                    ("withdrawn", "đã rút"),
                                ],
                                default="draft",
                                max_length=12,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("proposed_on", models.DateField(blank=True, null=True, verbose_name="ngày đề nghị")),
                        ("return_reason", models.TextField(blank=True, verbose_name="lý do trả lại")),
                        (
                            "published_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày công bố"),
                        ),
                        (
                            "published_by",
                            models.CharField(blank=True, max_length=250, verbose_name="nơi công bố"),
                        ),
                        ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="ngày rút")),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do rút"),
                        ),
                        ("folded", models.TextField(editable=False)),
                        (
                            "commendation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="exemplars",
                                to="commendations.commendation",
                                verbose_name="khen thưởng",
                            ),
                        ),
                        (
                            "field",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exemplars",
                                to="practices.field",
                                verbose_name="lĩnh vực",
                            ),
                        ),
                        (
                            "judging_unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "practice",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="exemplars",
                                to="practices.practice",
                                verbose_name="mô hình",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "registration",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="exemplars",
                                to="registrations.registration",
                                verbose_name="bản đăng ký",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exemplars",
                                to="organisation.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gương, điển hình",
                        "ordering": ["-published_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["unit", "status"], name="exemplars_of_a_unit"),
                            models.Index(fields=["published_on"], name="exemplars_by_day"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "returned"), _negated=True),
                                    models.Q(("return_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_returned_exemplar_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "published"), _negated=True),
                                    models.Q(
                                        ("published_on__isnull", False),
                                        models.Q(("published_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_published_exemplar_says_when_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "withdrawn"), _negated=True),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_withdrawn_exemplar_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "proposed"), _negated=True),
                                    models.Q(("judging_unit__isnull", False), ("proposed_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_proposed_exemplar_waits_somewhere",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExemplarResult",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(blank=True, max_length=120, verbose_name="kết quả")),
                        ("value", models.DecimalField(decimal_places=4, max_digits=18, verbose_name="số")),
                        ("unit_of_count", models.CharField(max_length=60, verbose_name="đơn vị tính")),
                        (
                            "recurrence",
                            models.CharField(
                                choices=[
                                    ("total", "tổng cộng"),
                                    ("per_month", "mỗi tháng"),
                                    ("per_year", "mỗi năm"),
                                ],
                                default="total",
                                max_length=10,
                                verbose_name="tính thế nào",
                            ),
                        ),
                        (
                            "counted_until",
                            models.DateField(blank=True, null=True, verbose_name="tính đến ngày"),
                        ),
                        ("place", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                        (
                            "exemplar",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="results",
                                to="exemplars.exemplar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kết quả",
                        "ordering": ["place", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("value__gt", 0)), name="a_result_is_more_than_nothing"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("unit_of_count", ""), _negated=True),
                                name="a_result_says_what_it_counts",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
