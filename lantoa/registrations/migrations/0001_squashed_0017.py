import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("registrations", "0001_initial"),
        ("registrations", "0002_on_behalf"),
        ("registrations", "0003_years"),
        ("registrations", "0004_year_end"),
        ("registrations", "0005_shortcomings_carried_over"),
        ("registrations", "0006_households_and_lines_on_behalf"),
        ("registrations", "0007_confirmation_by_code"),
        ("registrations", "0008_who_follows_a_task"),
        ("registrations", "0009_what_was_agreed_to_is_kept"),
        ("registrations", "0010_what_was_decided_points_to_its_meeting"),
        ("registrations", "0011_approvals_find_their_meetings"),
        ("registrations", "0012_what_is_typed_is_a_draft_like_any_other"),
        ("registrations", "0013_papers_are_counted_by_their_index"),
        ("registrations", "0014_what_was_sent_is_compared_already"),
        ("registrations", "0015_a_task_may_carry_a_line_of_results"),
        ("registrations", "0016_a_year_of_a_person_or_of_a_desk_is_found_by_its_index"),
        ("registrations", "0017_who_confirms_by_code_sets_a_pin"),
    ]

    initial = True

    dependencies = [
        ("foundation", "0001_squashed_0006"),
        ("meetings", "0001_squashed_0005"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
        ("shortcomings", "0001_squashed_0006"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Pin",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digest", models.CharField(max_length=128)),
                        ("set_on", models.DateField(verbose_name="đặt ngày")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="bỏ ngày")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pins",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "số PIN xác nhận",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Progress",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="ngày làm")),
                        ("text", models.TextField(blank=True, verbose_name="đã làm được gì")),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="số đạt thêm",
                            ),
                        ),
                        (
                            "link",
                            models.URLField(blank=True, max_length=500, verbose_name="đường dẫn minh chứng"),
                        ),
                        ("recorded_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "confirmed_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày xác nhận"),
                        ),
                        (
                            "confirmed_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("signed_in", "tự xác nhận trên hệ thống"),
                                    ("meeting", "xác nhận tại buổi sinh hoạt"),
                                    ("signature", "ký trên bản giấy"),
                                    ("code", "xác nhận bằng mã"),
                                ],
                                max_length=10,
                                verbose_name="cách xác nhận",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="progress",
                                to="registrations.registrationtask",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dòng kết quả",
                        "ordering": ["on", "pk"],
                        "indexes": [models.Index(fields=["task", "on"], name="progress_by_day")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("text", ""), _negated=True),
                                    ("value__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_line_of_progress_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", True), ("value__gte", 0), _connector="OR"
                                ),
                                name="progress_is_not_negative",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "attachment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="foundation.attachment",
                            ),
                        ),
                        (
                            "progress",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="registrations.progress",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "minh chứng",
                        "verbose_name_plural": "minh chứng",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Registration",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                editable=False, max_length=20, null=True, unique=True, verbose_name="mã"
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("individual", "cá nhân"),
                                    ("collective", "tập thể"),
                                    ("household", "hộ gia đình"),
                                ],
                                default="individual",
                                max_length=10,
                                verbose_name="loại",
                            ),
                        ),
                        ("household", models.CharField(blank=True, max_length=120, verbose_name="chủ hộ")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "bản nháp"),
                                    ("submitted", "chờ duyệt"),
                                    ("returned", "trả lại để sửa"),
                                    ("approved", "đã duyệt"),
                                    ("withdrawn", "đã rút lại"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("is_party_member", models.BooleanField(default=True, verbose_name="đảng viên")),
                        (
                            "confirmed_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày xác nhận"),
                        ),
                        (
                            "confirmed_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("signed_in", "tự xác nhận trên hệ thống"),
                                    ("meeting", "xác nhận tại buổi sinh hoạt"),
                                    ("signature", "ký trên bản giấy"),
                                    ("code", "xác nhận bằng mã"),
                                ],
                                max_length=10,
                                verbose_name="cách xác nhận",
                            ),
                        ),
                        (
                            "programme_name",
                            models.CharField(blank=True, max_length=300, verbose_name="chương trình"),
                        ),
                        (
                            "pillars",
                            models.JSONField(blank=True, default=list, verbose_name="nội dung trụ cột"),
                        ),
                        ("shortcomings", models.TextField(blank=True, verbose_name="hạn chế cần khắc phục")),
                        ("thought", models.TextField(blank=True, verbose_name="về tư tưởng chính trị")),
                        ("ethics", models.TextField(blank=True, verbose_name="về đạo đức, lối sống")),
                        ("method", models.TextField(blank=True, verbose_name="về phương pháp")),
                        (
                            "style",
                            models.TextField(blank=True, verbose_name="về phong cách, lề lối làm việc"),
                        ),
                        ("example", models.TextField(blank=True, verbose_name="trách nhiệm nêu gương")),
                        (
                            "saved_at",
                            models.DateTimeField(default=lantoa.foundation.clock.now, verbose_name="lưu lúc"),
                        ),
                        (
                            "registered_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày đăng ký"),
                        ),
                        ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="gửi lúc")),
                        ("submitted_late", models.BooleanField(default=False, verbose_name="gửi muộn")),
                        (
                            "late_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gửi muộn"),
                        ),
                        (
                            "return_reasons",
                            models.JSONField(blank=True, default=list, verbose_name="lý do trả lại"),
                        ),
                        ("return_note", models.TextField(blank=True, verbose_name="nói thêm khi trả lại")),
                        (
                            "returned_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="trả lại lúc"),
                        ),
                        (
                            "approved_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="duyệt lúc"),
                        ),
                        (
                            "meeting_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày họp thông qua"),
                        ),
                        (
                            "minutes_number",
                            models.CharField(blank=True, max_length=40, verbose_name="số biên bản"),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                                verbose_name="người duyệt",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                                verbose_name="người ghi",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="registrations",
                                to="meetings.meeting",
                                verbose_name="buổi họp thông qua",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="registrations",
                                to="people.person",
                                verbose_name="người đăng ký",
                            ),
                        ),
                        (
                            "sent_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="nơi duyệt",
                            ),
                        ),
                        (
                            "signed_paper",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                                verbose_name="bản có chữ ký",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="registrations",
                                to="organisation.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bản đăng ký",
                        "ordering": ["-year", "-pk"],
                        "indexes": [
                            models.Index(fields=["unit", "year", "status"], name="registrations_of_a_unit"),
                            models.Index(fields=["sent_to", "status"], name="registrations_to_judge"),
                            models.Index(fields=["sent_to", "year"], name="registrations_sent_to_a_unit"),
                            models.Index(fields=["person", "year"], name="registrations_of_a_person"),
                            models.Index(
                                fields=["registered_on", "unit", "person", "status", "is_party_member"],
                                name="registrations_by_day",
                            ),
                            models.Index(fields=["year"], name="registrations_by_year"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("person__isnull", False),
                                    models.Q(("status", "withdrawn"), _negated=True),
                                ),
                                fields=("person", "year"),
                                name="a_person_registers_once_a_year",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("subject", "collective")),
                                fields=("unit", "year"),
                                name="a_collective_registers_once_a_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("person__isnull", False), ("subject", "individual")),
                                    models.Q(
                                        ("person__isnull", True), ("subject__in", ["collective", "household"])
                                    ),
                                    _connector="OR",
                                ),
                                name="an_individual_registration_names_its_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("subject", "household"), models.Q(("household", ""), _negated=True)
                                    ),
                                    models.Q(
                                        models.Q(("subject", "household"), _negated=True), ("household", "")
                                    ),
                                    _connector="OR",
                                ),
                                name="a_household_names_its_head",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("subject", "household"), models.Q(("status", "withdrawn"), _negated=True)
                                ),
                                fields=("unit", "household", "year"),
                                name="a_household_registers_once_a_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("confirmed_how", ""), ("confirmed_on__isnull", True)),
                                    models.Q(
                                        ("confirmed_on__isnull", False),
                                        models.Q(("confirmed_how", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_confirmation_says_when_and_how",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "draft"),
                                    models.Q(
                                        ("code__isnull", False),
                                        ("registered_on__isnull", False),
                                        ("sent_to__isnull", False),
                                        ("submitted_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_sent_registration_has_a_code_and_a_receiver",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "returned"), _negated=True),
                                    models.Q(
                                        ("returned_at__isnull", False),
                                        models.Q(("return_reasons", []), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_returned_registration_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "approved"), _negated=True),
                                    models.Q(
                                        ("approved_at__isnull", False),
                                        ("approved_by__isnull", False),
                                        ("meeting_on__isnull", False),
                                        models.Q(("minutes_number", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_approved_registration_names_its_meeting",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("person__isnull", True),
                                    ("approved_by__isnull", True),
                                    models.Q(("approved_by", models.F("person")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_approves_their_own_registration",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConfirmationCode",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("given_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("expires_at", models.DateTimeField(verbose_name="dùng được đến")),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "given_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "registration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="codes",
                                to="registrations.registration",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mã xác nhận",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("registration",),
                                name="a_paper_has_one_code_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("expires_at__gt", models.F("given_at"))),
                                name="a_code_lasts_for_a_while",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(verbose_name="bản")),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("signed_in", "tự xác nhận trên hệ thống"),
                                    ("meeting", "xác nhận tại buổi sinh hoạt"),
                                    ("signature", "ký trên bản giấy"),
                                    ("code", "xác nhận bằng mã"),
                                ],
                                max_length=10,
                                verbose_name="cách xác nhận",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="ngày")),
                        ("words", models.JSONField(verbose_name="nội dung đã đồng ý")),
                        ("imprint", models.CharField(max_length=32)),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("denied_on", models.DateField(null=True)),
                        (
                            "code_given_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "denied_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "second_witness",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="witnessed_second",
                                to="people.person",
                            ),
                        ),
                        (
                            "witness",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="witnessed",
                                to="people.person",
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
                        (
                            "registration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agreements",
                                to="registrations.registration",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lời đồng ý",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("registration", "version"), name="an_agreement_has_its_own_version"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("how", "meeting"), _negated=True),
                                    models.Q(
                                        ("witness__isnull", False),
                                        ("second_witness__isnull", False),
                                        models.Q(("witness", models.F("second_witness")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_agreement_by_word_names_two_witnesses",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegistrationTask",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1, verbose_name="thứ tự")),
                        ("what", models.TextField(verbose_name="việc sẽ làm")),
                        (
                            "tied_to",
                            models.CharField(blank=True, max_length=300, verbose_name="gắn với nhiệm vụ"),
                        ),
                        (
                            "target_value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=16,
                                null=True,
                                verbose_name="chỉ tiêu",
                            ),
                        ),
                        (
                            "target_unit",
                            models.CharField(blank=True, max_length=60, verbose_name="đơn vị tính"),
                        ),
                        (
                            "product",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="sản phẩm, minh chứng sẽ có"
                            ),
                        ),
                        ("due", models.DateField(blank=True, null=True, verbose_name="hạn xong")),
                        ("solution", models.TextField(blank=True, verbose_name="giải pháp thực hiện")),
                        (
                            "followed_by",
                            models.CharField(blank=True, max_length=120, verbose_name="người theo dõi"),
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
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("done", "đã hoàn thành"),
                                    ("going_on", "đang thực hiện"),
                                    ("not_begun", "chưa thực hiện"),
                                ],
                                max_length=10,
                                verbose_name="tự đánh giá",
                            ),
                        ),
                        ("outcome_text", models.TextField(blank=True, verbose_name="kết quả cuối năm")),
                        (
                            "duty",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="people.duty",
                            ),
                        ),
                        (
                            "registration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tasks",
                                to="registrations.registration",
                            ),
                        ),
                        (
                            "shortcoming",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="shortcomings.shortcoming",
                                verbose_name="khắc phục hạn chế",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc đăng ký",
                        "ordering": ["order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("registration", "order"), name="tasks_stand_in_order"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True), name="a_task_says_what"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target_value__isnull", True),
                                    models.Q(
                                        ("target_value__gt", 0), models.Q(("target_unit", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_target_is_positive_and_has_a_unit",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegistrationYear",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        ("opens_on", models.DateField(verbose_name="mở từ ngày")),
                        ("deadline", models.DateField(verbose_name="hạn đăng ký")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=300, verbose_name="căn cứ, ghi chú"),
                        ),
                        ("opened_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "opened_by",
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
                                related_name="registration_years",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kỳ đăng ký",
                        "ordering": ["-year", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("unit", "year"), name="a_unit_opens_a_year_once"),
                            models.CheckConstraint(
                                condition=models.Q(("deadline__gte", models.F("opens_on"))),
                                name="a_year_closes_after_it_opens",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SlipRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("asked_on", models.DateField()),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "registration",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="slip_request",
                                to="registrations.registration",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lời nhờ in phiếu mã",
                    },
                ),
                migrations.CreateModel(
                    name="YearEnd",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("assessed", "đã tự đánh giá"),
                                    ("remarked", "chi bộ đã nhận xét"),
                                    ("closed", "đã chốt"),
                                ],
                                default="assessed",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("overall", models.TextField(blank=True, verbose_name="tự nhận xét chung")),
                        ("assessed_on", models.DateField(verbose_name="ngày tự đánh giá")),
                        ("remark", models.TextField(blank=True, verbose_name="nhận xét của chi bộ")),
                        (
                            "conclusion",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("completed", "đã hoàn thành nội dung đăng ký"),
                                    ("partly", "hoàn thành một phần"),
                                    ("not", "chưa hoàn thành"),
                                ],
                                max_length=10,
                                verbose_name="kết luận",
                            ),
                        ),
                        ("meeting_on", models.DateField(blank=True, null=True, verbose_name="ngày họp")),
                        (
                            "minutes_number",
                            models.CharField(blank=True, max_length=40, verbose_name="số biên bản"),
                        ),
                        (
                            "remarked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="nhận xét lúc"),
                        ),
                        (
                            "answer_by",
                            models.DateField(blank=True, null=True, verbose_name="nêu ý kiến đến hết ngày"),
                        ),
                        ("reply", models.TextField(blank=True, verbose_name="ý kiến của người đăng ký")),
                        (
                            "replied_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="nêu ý kiến lúc"),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="ngày chốt")),
                        (
                            "assessed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="year_ends",
                                to="meetings.meeting",
                                verbose_name="buổi họp",
                            ),
                        ),
                        (
                            "registration",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="year_end",
                                to="registrations.registration",
                            ),
                        ),
                        (
                            "remarked_by",
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
                        "verbose_name": "kết quả cuối năm",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "assessed"),
                                    models.Q(
                                        ("answer_by__isnull", False),
                                        ("meeting_on__isnull", False),
                                        ("remarked_at__isnull", False),
                                        models.Q(("minutes_number", ""), _negated=True),
                                        models.Q(("conclusion", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_remark_names_its_meeting_and_gives_time_to_answer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "closed"), _negated=True),
                                    ("closed_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_closed_year_has_a_day",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
