import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("practices", "0001_initial"),
        ("practices", "0002_the_five_fields"),
        ("practices", "0003_taking_practices_over"),
        ("practices", "0004_fates_are_counted_by_index"),
        ("practices", "0005_everyone_named_has_agreed"),
        ("practices", "0006_who_was_named_before_is_written_down"),
        ("practices", "0007_recognition_is_asked_for_and_answered"),
        ("practices", "0008_lessons_from_where_it_stopped"),
        ("practices", "0009_a_checklist_for_appraisers"),
        ("practices", "0010_agreements_move_to_consents"),
        ("practices", "0011_agreements_are_kept_in_consents"),
        ("practices", "0012_whether_it_was_thought_out_here"),
        ("practices", "0013_what_was_taken_over_says_so"),
        ("practices", "0014_taking_over_has_a_room"),
        ("practices", "0015_a_practice_may_carry_a_line_of_results"),
        ("practices", "0016_models_of_a_movement_are_assessed"),
    ]

    initial = True

    dependencies = [
        ("foundation", "0001_squashed_0006"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
        ("programme", "0001_squashed_0014"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Field",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, unique=True, verbose_name="lĩnh vực")),
                        ("short_name", models.CharField(blank=True, max_length=60, verbose_name="tên gọn")),
                        ("place", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                        ("is_offered", models.BooleanField(default=True, verbose_name="còn dùng")),
                    ],
                    options={
                        "verbose_name": "lĩnh vực",
                        "ordering": ["place", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Criterion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.CharField(max_length=200, unique=True, verbose_name="tiêu chí")),
                        ("place", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                        ("is_used", models.BooleanField(default=True, verbose_name="còn dùng")),
                    ],
                    options={
                        "verbose_name": "tiêu chí thẩm định",
                        "ordering": ["place", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="a_criterion_says_what_it_asks",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Practice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên mô hình")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("model", "mô hình"), ("task", "phần việc"), ("way", "cách làm")],
                                default="model",
                                max_length=8,
                                verbose_name="loại",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                choices=[("collective", "tập thể"), ("individual", "cá nhân")],
                                default="collective",
                                max_length=12,
                                verbose_name="chủ thể",
                            ),
                        ),
                        (
                            "subject_name",
                            models.CharField(max_length=200, verbose_name="tên tập thể, cá nhân"),
                        ),
                        (
                            "place_name",
                            models.CharField(blank=True, max_length=250, verbose_name="nơi thực hiện"),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("cell", "cấp chi bộ"),
                                    ("grassroots", "cấp cơ sở"),
                                    ("superior", "cấp trên trực tiếp cơ sở"),
                                    ("province", "cấp tỉnh"),
                                    ("central", "cấp Trung ương"),
                                ],
                                default="grassroots",
                                max_length=12,
                                verbose_name="cấp đăng ký",
                            ),
                        ),
                        (
                            "axis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("economy", "Phát triển kinh tế - xã hội, nhiệm vụ chính trị"),
                                    ("institutions", "Thể chế, phân cấp, kiểm tra"),
                                    ("innovation", "Khoa học, đổi mới sáng tạo, chuyển đổi số"),
                                    (
                                        "party",
                                        "Xây dựng Đảng, đoàn kết, phòng, chống tham nhũng, lãng phí, tiêu cực",
                                    ),
                                    ("people", "Văn hóa, con người, an sinh xã hội"),
                                    ("defence", "Quốc phòng, an ninh, đối ngoại"),
                                ],
                                db_default="",
                                default="",
                                max_length=12,
                                verbose_name="trục kết quả",
                            ),
                        ),
                        (
                            "content_of_uncle",
                            models.CharField(blank=True, max_length=300, verbose_name="nội dung học tập Bác"),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="vì sao làm")),
                        ("how", models.TextField(blank=True, verbose_name="cách làm")),
                        ("target", models.TextField(blank=True, verbose_name="chỉ tiêu, sản phẩm")),
                        (
                            "scope",
                            models.CharField(blank=True, max_length=250, verbose_name="đối tượng, phạm vi"),
                        ),
                        (
                            "participants",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="số người tham gia"
                            ),
                        ),
                        (
                            "cost",
                            models.BigIntegerField(blank=True, null=True, verbose_name="kinh phí (đồng)"),
                        ),
                        (
                            "cost_note",
                            models.CharField(blank=True, max_length=250, verbose_name="nguồn kinh phí"),
                        ),
                        (
                            "hardest",
                            models.CharField(blank=True, max_length=250, verbose_name="việc khó nhất"),
                        ),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=200, verbose_name="người liên hệ"),
                        ),
                        ("starts", models.DateField(blank=True, null=True, verbose_name="bắt đầu")),
                        (
                            "ends",
                            models.DateField(blank=True, null=True, verbose_name="dự kiến đến trước ngày"),
                        ),
                        (
                            "consent_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày đồng ý nêu tên"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "bản nháp"),
                                    ("proposed", "chờ thẩm định"),
                                    ("returned", "trả lại để sửa"),
                                    ("registered", "đã đăng ký"),
                                    ("running", "đang thực hiện"),
                                    ("stopped", "đã dừng"),
                                ],
                                default="draft",
                                max_length=12,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("is_typical", models.BooleanField(default=False, verbose_name="tiêu biểu")),
                        ("is_original", models.BooleanField(default=True, verbose_name="tự xây dựng")),
                        ("return_reason", models.TextField(blank=True, verbose_name="lý do trả lại")),
                        ("proposed_on", models.DateField(blank=True, null=True, verbose_name="ngày đề nghị")),
                        (
                            "registered_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày đăng ký"),
                        ),
                        (
                            "began_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày bắt đầu thực hiện"),
                        ),
                        ("stopped_on", models.DateField(blank=True, null=True, verbose_name="ngày dừng")),
                        ("stop_reason", models.TextField(blank=True, verbose_name="lý do dừng")),
                        (
                            "stop_cause",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("moved_away", "người phụ trách chuyển công tác"),
                                    ("merged", "sáp nhập đơn vị"),
                                    ("few_people", "ít người tham gia"),
                                    ("no_money", "chưa bố trí được kinh phí"),
                                    ("no_room", "chưa bố trí được nơi làm"),
                                    ("other", "lý do khác"),
                                ],
                                max_length=12,
                                verbose_name="nguyên nhân dừng",
                            ),
                        ),
                        ("result", models.CharField(blank=True, max_length=500, verbose_name="kết quả")),
                        (
                            "result_value",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=18, null=True, verbose_name="số đo"
                            ),
                        ),
                        (
                            "result_unit",
                            models.CharField(blank=True, max_length=60, verbose_name="đơn vị tính"),
                        ),
                        (
                            "result_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày báo kết quả"),
                        ),
                        ("folded", models.TextField(default="", editable=False)),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "evidence",
                            models.ManyToManyField(blank=True, related_name="+", to="foundation.attachment"),
                        ),
                        (
                            "field",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="practices",
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
                                related_name="practices_to_judge",
                                to="organisation.unit",
                                verbose_name="nơi thẩm định",
                            ),
                        ),
                        (
                            "movement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="practices",
                                to="programme.movement",
                                verbose_name="phong trào",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="practices",
                                to="people.person",
                                verbose_name="người thực hiện",
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
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="practices",
                                to="organisation.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mô hình",
                        "ordering": ["-registered_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["unit", "registered_on"], name="practices_of_a_unit"),
                            models.Index(fields=["judging_unit", "status"], name="practices_to_judge"),
                            models.Index(fields=["field", "registered_on"], name="practices_of_a_field"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("subject_name", ""), _negated=True),
                                name="a_practice_names_whose_it_is",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("subject", "individual"), ("person__isnull", True), _connector="OR"
                                ),
                                name="a_collective_practice_names_no_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("subject", "collective"),
                                    ("status__in", ("draft", "returned")),
                                    ("consent_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="who_is_named_has_agreed_to_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts__isnull", True),
                                    ("ends__isnull", True),
                                    ("ends__gt", models.F("starts")),
                                    _connector="OR",
                                ),
                                name="a_practice_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "returned"), _negated=True),
                                    models.Q(("return_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_returned_practice_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ("draft", "proposed", "returned")),
                                    ("registered_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_registered_practice_has_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "running"), _negated=True),
                                    ("began_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_running_practice_has_begun",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status", "stopped"),
                                        ("stopped_on__isnull", False),
                                        models.Q(("stop_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("status", "stopped"), _negated=True),
                                        ("stopped_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_stopped_practice_says_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("cost__isnull", True), ("cost__gte", 0), _connector="OR"),
                                name="a_cost_is_not_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("result_value__isnull", True),
                                    models.Q(
                                        ("result_on__isnull", False),
                                        models.Q(("result_unit", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_measured_result_has_a_unit_and_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MovementAssessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        ("assessed_on", models.DateField(verbose_name="ngày đánh giá")),
                        ("is_effective", models.BooleanField(verbose_name="có hiệu quả")),
                        (
                            "practice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assessments",
                                to="practices.practice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đánh giá mô hình trong phong trào",
                        "ordering": ["-year", "-pk"],
                        "indexes": [models.Index(fields=["assessed_on"], name="assessments_by_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("practice", "year"), name="a_practice_is_assessed_once_a_year"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Lesson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("published_on", models.DateField(verbose_name="ngày công bố")),
                        ("name", models.TextField(verbose_name="đã thử việc gì")),
                        ("reason", models.TextField(blank=True, verbose_name="vì sao làm")),
                        ("how", models.TextField(blank=True, verbose_name="cách làm")),
                        ("target", models.TextField(blank=True, verbose_name="nhằm đạt gì")),
                        ("hardest", models.TextField(blank=True, verbose_name="việc khó nhất")),
                        ("stop_reason", models.TextField(verbose_name="vì sao dừng")),
                        (
                            "first_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="năm bắt đầu"
                            ),
                        ),
                        ("last_year", models.PositiveSmallIntegerField(verbose_name="năm dừng")),
                        ("folded", models.TextField(default="", editable=False)),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "practice",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lesson",
                                to="practices.practice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bài học từ nơi đã dừng",
                        "ordering": ["-last_year", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("stop_reason", ""), _negated=True),
                                name="a_lesson_says_why_it_stopped",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CorePart",
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
                            "practice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="core_parts",
                                to="practices.practice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phần cốt lõi",
                        "ordering": ["place"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("practice", "place"), name="a_core_part_has_its_own_place"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="a_core_part_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appraised",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[("met", "đạt"), ("not_yet", "chưa"), ("unclear", "chưa rõ")],
                                max_length=8,
                                verbose_name="nhận xét",
                            ),
                        ),
                        ("words", models.CharField(blank=True, max_length=300, verbose_name="nói thêm")),
                        ("said_on", models.DateField(verbose_name="ngày")),
                        (
                            "said_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="practices.criterion",
                            ),
                        ),
                        (
                            "practice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appraised",
                                to="practices.practice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nhận xét theo tiêu chí",
                        "ordering": ["criterion__place", "criterion"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("practice", "criterion"),
                                name="a_criterion_is_answered_once_for_a_practice",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Recognition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("cell", "cấp chi bộ"),
                                    ("grassroots", "cấp cơ sở"),
                                    ("superior", "cấp trên trực tiếp cơ sở"),
                                    ("province", "cấp tỉnh"),
                                    ("central", "cấp Trung ương"),
                                ],
                                max_length=12,
                                verbose_name="cấp công nhận",
                            ),
                        ),
                        ("decision_number", models.CharField(max_length=60, verbose_name="số quyết định")),
                        ("decided_on", models.DateField(verbose_name="ngày quyết định")),
                        ("body", models.CharField(max_length=200, verbose_name="cơ quan công nhận")),
                        (
                            "practice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="recognitions",
                                to="practices.practice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "công nhận mô hình",
                        "ordering": ["decided_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("practice", "level", "decision_number"),
                                name="a_decision_recognises_a_practice_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("decision_number", ""), _negated=True),
                                name="a_recognition_names_its_decision",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecognitionRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("cell", "cấp chi bộ"),
                                    ("grassroots", "cấp cơ sở"),
                                    ("superior", "cấp trên trực tiếp cơ sở"),
                                    ("province", "cấp tỉnh"),
                                    ("central", "cấp Trung ương"),
                                ],
                                max_length=12,
                                verbose_name="cấp công nhận",
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="ngày đề nghị")),
                        ("result", models.TextField(verbose_name="kết quả khi đề nghị")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "chờ trả lời"),
                                    ("recognised", "đã công nhận"),
                                    ("refused", "không công nhận"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="tình trạng",
                            ),
                        ),
                        (
                            "refusal_reason",
                            models.TextField(blank=True, verbose_name="lý do không công nhận"),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True, verbose_name="ngày trả lời")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "judging_unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "practice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="recognition_requests",
                                to="practices.practice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đề nghị công nhận mô hình",
                        "ordering": ["-asked_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "waiting")),
                                fields=("practice", "level"),
                                name="a_practice_waits_once_for_each_level",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "refused"), _negated=True),
                                    models.Q(("refusal_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="who_does_not_recognise_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "waiting"), ("decided_on__isnull", False), _connector="OR"
                                ),
                                name="an_answered_request_has_its_day",
                            ),
                        ],
                    },
                ),
            ],
        ),
        lantoa.foundation.squashed.FirstRows(
            room="practices",
            steps=["0002_the_five_fields.add_fields", "0009_a_checklist_for_appraisers.add_criteria"],
        ),
    ]
