import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("shortcomings", "0001_initial"),
        ("shortcomings", "0002_where_it_was_found_points_to_its_meeting"),
        ("shortcomings", "0003_a_later_meeting_verifies_and_what_comes_back_is_counted"),
        ("shortcomings", "0004_each_reopening_is_kept"),
        ("shortcomings", "0005_earlier_reopenings_are_found_in_the_history"),
        ("shortcomings", "0006_the_cause_is_written_beside_the_finding"),
    ]

    initial = True

    dependencies = [
        ("foundation", "0001_squashed_0006"),
        ("meetings", "0001_squashed_0005"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Shortcoming",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("finding", models.TextField(verbose_name="hạn chế, khuyết điểm")),
                        ("field", models.CharField(blank=True, max_length=120, verbose_name="lĩnh vực")),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("self", "tự nhận"),
                                    ("review", "kiểm điểm"),
                                    ("inspection", "kiểm tra"),
                                    ("oversight", "giám sát"),
                                ],
                                max_length=12,
                                verbose_name="nguồn",
                            ),
                        ),
                        (
                            "source_note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="văn bản, cuộc họp nêu ra"
                            ),
                        ),
                        ("found_on", models.DateField(verbose_name="ngày nêu ra")),
                        ("cause", models.TextField(blank=True, verbose_name="nguyên nhân")),
                        ("remedy", models.TextField(blank=True, verbose_name="biện pháp khắc phục")),
                        ("deadline", models.DateField(verbose_name="hạn khắc phục")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "đang khắc phục"),
                                    ("reported", "chờ kiểm tra, xác nhận"),
                                    ("verified", "đã khắc phục"),
                                    ("withdrawn", "đã rút, ghi nhầm"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("done", models.TextField(blank=True, verbose_name="đã làm gì để khắc phục")),
                        (
                            "mended_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày khắc phục xong"),
                        ),
                        ("sent_back_why", models.TextField(blank=True, verbose_name="vì sao chưa xác nhận")),
                        (
                            "verified_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày xác nhận"),
                        ),
                        ("verified_note", models.TextField(blank=True, verbose_name="nhận xét khi xác nhận")),
                        (
                            "times_reopened",
                            models.PositiveSmallIntegerField(default=0, verbose_name="số lần mở lại"),
                        ),
                        (
                            "reopened_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày mở lại gần nhất"),
                        ),
                        ("reopened_why", models.TextField(blank=True, verbose_name="vì sao mở lại")),
                        ("reply", models.TextField(blank=True, verbose_name="ý kiến của người được nêu")),
                        (
                            "replied_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="nêu ý kiến lúc"),
                        ),
                        (
                            "evidence",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                                verbose_name="minh chứng",
                            ),
                        ),
                        (
                            "kept_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="nơi theo dõi, xác nhận",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shortcomings",
                                to="meetings.meeting",
                                verbose_name="buổi họp nêu ra",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                                verbose_name="người khắc phục",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shortcomings",
                                to="people.person",
                                verbose_name="của ai",
                            ),
                        ),
                        (
                            "reported_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shortcomings",
                                to="organisation.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "verified_meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="meetings.meeting",
                                verbose_name="buổi họp xác nhận",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hạn chế cần khắc phục",
                        "ordering": ["deadline", "pk"],
                        "indexes": [
                            models.Index(fields=["unit", "status"], name="shortcomings_of_a_unit"),
                            models.Index(fields=["person", "status"], name="shortcomings_of_a_person"),
                            models.Index(fields=["kept_by", "status"], name="shortcomings_to_verify"),
                            models.Index(fields=["found_on"], name="shortcomings_by_day"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("finding", ""), _negated=True),
                                name="a_shortcoming_says_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("deadline__gte", models.F("found_on"))),
                                name="a_shortcoming_is_due_after_it_is_found",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("source", "self"), _negated=True),
                                    ("written_by__isnull", True),
                                    ("person__isnull", True),
                                    ("written_by", models.F("person")),
                                    _connector="OR",
                                ),
                                name="what_one_admits_is_ones_own",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["reported", "verified"]), _negated=True),
                                    models.Q(
                                        ("mended_on__isnull", False),
                                        ("reported_by__isnull", False),
                                        models.Q(("done", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_mended_shortcoming_says_what_was_done",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "verified"), _negated=True),
                                    models.Q(("verified_by__isnull", False), ("verified_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_verified_shortcoming_says_by_whom_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verified_by__isnull", True),
                                    models.Q(("verified_by", models.F("reported_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_verifies_what_they_reported",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verified_by__isnull", True),
                                    ("owner__isnull", True),
                                    models.Q(("verified_by", models.F("owner")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_verifies_what_they_mended",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verified_by__isnull", True),
                                    ("person__isnull", True),
                                    models.Q(("verified_by", models.F("person")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_verifies_their_own_shortcoming",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("times_reopened", 0),
                                    models.Q(
                                        ("reopened_on__isnull", False),
                                        models.Q(("reopened_why", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_reopened_shortcoming_says_when_and_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FoundAgain",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("verified_on", models.DateField(verbose_name="đã xác nhận ngày")),
                        ("reopened_on", models.DateField(verbose_name="mở lại ngày")),
                        ("why", models.TextField(verbose_name="vì sao mở lại")),
                        (
                            "shortcoming",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reopenings",
                                to="shortcomings.shortcoming",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần mở lại hạn chế",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("why", ""), _negated=True), name="a_reopening_says_why"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reopened_on__gte", models.F("verified_on"))),
                                name="what_was_verified_is_reopened_later",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
