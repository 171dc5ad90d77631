import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("meetings", "0001_initial"),
        ("meetings", "0002_unknown_attendance_is_not_zero"),
        ("meetings", "0003_meetings_prepare_themselves"),
        ("meetings", "0004_two_devices_may_say_different_things"),
        ("meetings", "0005_conferences_are_held"),
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
                    name="ScoreRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên")),
                        ("basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                        ("lines", models.JSONField(verbose_name="tiêu chí")),
                        ("bands", models.JSONField(verbose_name="mức")),
                        (
                            "thematic",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="điểm chỉ tính ở tháng có chuyên đề"
                            ),
                        ),
                        (
                            "without_theme",
                            models.CharField(
                                choices=[
                                    ("as_is", "không tính, tổng tối đa giảm theo"),
                                    ("scaled", "không tính, quy đổi phần còn lại về thang 100"),
                                ],
                                default="as_is",
                                max_length=6,
                                verbose_name="tháng không có chuyên đề",
                            ),
                        ),
                        ("starts", models.DateField(unique=True, verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                    ],
                    options={
                        "verbose_name": "cách chấm buổi sinh hoạt",
                        "ordering": ["starts"],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("regular", "sinh hoạt thường kỳ"),
                                    ("thematic", "sinh hoạt chuyên đề"),
                                    ("flag", "chào cờ, sinh hoạt dưới cờ"),
                                    ("board", "họp chi ủy, cấp ủy"),
                                    ("conference", "hội nghị sơ kết, tổng kết"),
                                ],
                                default="regular",
                                max_length=10,
                                verbose_name="loại",
                            ),
                        ),
                        ("combined", models.BooleanField(default=False, verbose_name="có phần chuyên đề")),
                        ("held_on", models.DateField(verbose_name="ngày")),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="bắt đầu lúc")),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="thời lượng (phút)"
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                        ("chair", models.CharField(blank=True, max_length=120, verbose_name="chủ trì")),
                        (
                            "secretary_name",
                            models.CharField(blank=True, max_length=120, verbose_name="thư ký"),
                        ),
                        ("topic", models.CharField(blank=True, max_length=300, verbose_name="chuyên đề")),
                        (
                            "story",
                            models.CharField(blank=True, max_length=300, verbose_name="câu chuyện về Bác"),
                        ),
                        (
                            "presenter",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="người trình bày, kể chuyện"
                            ),
                        ),
                        ("members", models.PositiveIntegerField(default=0, verbose_name="đảng viên phải dự")),
                        (
                            "exempt",
                            models.PositiveIntegerField(default=0, verbose_name="được miễn sinh hoạt"),
                        ),
                        (
                            "present",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="có mặt"),
                        ),
                        (
                            "absent_with_reason",
                            models.PositiveIntegerField(default=0, verbose_name="vắng có lý do"),
                        ),
                        (
                            "absent_without_reason",
                            models.PositiveIntegerField(default=0, verbose_name="vắng không lý do"),
                        ),
                        (
                            "attendance_note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="vì sao khác danh sách"
                            ),
                        ),
                        (
                            "opinions",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="số ý kiến phát biểu"
                            ),
                        ),
                        (
                            "programme",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=4000,
                                verbose_name="chương trình",
                            ),
                        ),
                        (
                            "speeches",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=4000,
                                verbose_name="tham luận",
                            ),
                        ),
                        (
                            "praise",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=4000,
                                verbose_name="biểu dương, khen thưởng tại hội nghị",
                            ),
                        ),
                        (
                            "guests",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="khách mời"),
                        ),
                        ("done", models.TextField(blank=True, verbose_name="việc đã làm được")),
                        ("not_done", models.TextField(blank=True, verbose_name="việc chưa làm được")),
                        ("next", models.TextField(blank=True, verbose_name="việc tháng tới")),
                        (
                            "minutes_number",
                            models.CharField(blank=True, max_length=60, verbose_name="số biên bản"),
                        ),
                        (
                            "posted_to_handbook_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="đã đăng Sổ tay lúc"),
                        ),
                        ("recorded_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "minutes_file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="programme.theme",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "buổi sinh hoạt",
                        "ordering": ["-held_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["unit", "held_on"], name="meetings_of_a_unit"),
                            models.Index(fields=["kind", "held_on"], name="meetings_of_a_kind"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "kind", "held_on"),
                                name="a_unit_holds_one_meeting_of_a_kind_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "flag"),
                                    ("present__lte", models.F("members")),
                                    models.Q(("attendance_note", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="more_present_than_members_is_explained",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("combined", False), ("kind", "regular"), _connector="OR"),
                                name="only_a_regular_meeting_has_a_thematic_part",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind", "thematic"),
                                        ("combined", True),
                                        _connector="OR",
                                        _negated=True,
                                    ),
                                    models.Q(("topic", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_thematic_meeting_names_its_topic",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Conclusion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[("not_done", "việc chưa làm được"), ("next", "việc tới")],
                                max_length=10,
                                verbose_name="mục",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("what", models.CharField(max_length=500, verbose_name="việc")),
                        ("due", models.DateField(blank=True, null=True, verbose_name="hạn")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="xong ngày")),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conclusions",
                                to="people.person",
                                verbose_name="ai làm",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="conclusions",
                                to="meetings.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc phải làm sau họp",
                        "ordering": ["meeting", "position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("with_reason", models.BooleanField(default=True, verbose_name="có lý do")),
                        ("reason", models.CharField(blank=True, max_length=120, verbose_name="lý do")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="absences",
                                to="people.person",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="absences",
                                to="meetings.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "điểm danh",
                        "ordering": ["person__sort_key"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "person"), name="a_person_is_absent_from_a_meeting_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("regular", "sinh hoạt thường kỳ"),
                                    ("thematic", "sinh hoạt chuyên đề"),
                                    ("flag", "chào cờ, sinh hoạt dưới cờ"),
                                    ("board", "họp chi ủy, cấp ủy"),
                                    ("conference", "hội nghị sơ kết, tổng kết"),
                                ],
                                default="regular",
                                max_length=10,
                                verbose_name="loại",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="ngày")),
                        ("starts_at", models.TimeField(blank=True, null=True, verbose_name="bắt đầu lúc")),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                        ("topic", models.CharField(blank=True, max_length=300, verbose_name="chuyên đề")),
                        (
                            "story",
                            models.CharField(blank=True, max_length=300, verbose_name="câu chuyện về Bác"),
                        ),
                        (
                            "presenter",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="đến lượt, người trình bày"
                            ),
                        ),
                        (
                            "approved_on",
                            models.DateField(blank=True, null=True, verbose_name="thống nhất ngày"),
                        ),
                        (
                            "approved_by",
                            models.CharField(blank=True, max_length=160, verbose_name="người thống nhất"),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "meeting",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="appointment",
                                to="meetings.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lịch sinh hoạt",
                        "ordering": ["held_on", "pk"],
                        "indexes": [models.Index(fields=["unit", "held_on"], name="appointments_of_a_unit")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "kind", "held_on"),
                                name="a_unit_registers_one_meeting_of_a_kind_a_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OtherAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("box", models.CharField(max_length=40, verbose_name="ô")),
                        ("value", models.TextField(max_length=2000, verbose_name="bản ghi khác")),
                        (
                            "said_by_name",
                            models.CharField(blank=True, max_length=120, verbose_name="người ghi"),
                        ),
                        (
                            "said_at",
                            models.DateTimeField(default=lantoa.foundation.clock.now, verbose_name="ghi lúc"),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="other_answers",
                                to="meetings.meeting",
                            ),
                        ),
                        (
                            "person",
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
                        "verbose_name": "bản ghi khác của một buổi",
                        "ordering": ["box", "person_id", "said_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ScoreSheet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("points", models.JSONField(verbose_name="điểm")),
                        (
                            "total",
                            models.DecimalField(decimal_places=2, max_digits=5, verbose_name="tổng điểm"),
                        ),
                        (
                            "band",
                            models.CharField(
                                choices=[
                                    ("good", "Tốt"),
                                    ("fair", "Khá"),
                                    ("average", "Trung bình"),
                                    ("weak", "Kém"),
                                ],
                                max_length=8,
                                verbose_name="mức",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=1000, verbose_name="thuyết minh điểm trừ"
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="score",
                                to="meetings.meeting",
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheets",
                                to="meetings.scorerule",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phiếu tự chấm buổi sinh hoạt",
                    },
                ),
            ],
        ),
        lantoa.foundation.squashed.FirstRows(
            room="meetings",
            steps=["0003_meetings_prepare_themselves.enter_the_rule"],
        ),
    ]
