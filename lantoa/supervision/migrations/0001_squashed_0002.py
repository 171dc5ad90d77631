import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("supervision", "0001_what_is_inspected_read_and_answered"),
        ("supervision", "0002_five_parts_of_a_programme_and_decisions_of_discipline"),
    ]

    initial = True

    dependencies = [
        ("foundation", "0001_squashed_0006"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
        ("registrations", "0001_squashed_0017"),
        ("shortcomings", "0001_squashed_0006"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Comparison",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_near_copy", models.BooleanField(default=False, verbose_name="gần như chép")),
                        ("compared_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "registration",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="registrations.registration",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kết quả so giống nhau",
                    },
                ),
                migrations.CreateModel(
                    name="Inspection",
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
                                    ("inspection", "kiểm tra"),
                                    ("thematic", "giám sát chuyên đề"),
                                    ("regular", "giám sát thường xuyên"),
                                    ("signs", "kiểm tra khi có dấu hiệu vi phạm"),
                                    ("denunciation", "giải quyết tố cáo"),
                                ],
                                max_length=12,
                                verbose_name="loại",
                            ),
                        ),
                        ("what", models.TextField(verbose_name="nội dung")),
                        ("covers_from", models.DateField(blank=True, null=True, verbose_name="mốc từ ngày")),
                        ("covers_to", models.DateField(blank=True, null=True, verbose_name="đến ngày")),
                        (
                            "month",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="tháng tiến hành"
                            ),
                        ),
                        (
                            "team",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="thành viên, thư ký của tổ"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "trong chương trình"),
                                    ("open", "đang tiến hành"),
                                    ("concluded", "đã kết luận"),
                                    ("closed", "đã lưu hồ sơ"),
                                    ("dropped", "không tiến hành"),
                                ],
                                default="planned",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        (
                            "decision_number",
                            models.CharField(blank=True, max_length=40, verbose_name="quyết định số"),
                        ),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày quyết định"),
                        ),
                        ("begun_on", models.DateField(blank=True, null=True, verbose_name="ngày tiến hành")),
                        ("conclusion", models.TextField(blank=True, verbose_name="kết luận")),
                        (
                            "conclusion_number",
                            models.CharField(blank=True, max_length=40, verbose_name="thông báo kết luận số"),
                        ),
                        (
                            "concluded_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày kết luận"),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="ngày lưu hồ sơ")),
                        ("dropped_why", models.TextField(blank=True, verbose_name="vì sao không tiến hành")),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "led_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                                verbose_name="người phụ trách",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="people.person",
                                verbose_name="của ai",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="organisation.unit",
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
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="supervision.yearprogramme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cuộc kiểm tra, giám sát",
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["unit", "status"], name="inspections_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True),
                                name="an_inspection_says_on_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("month__isnull", True),
                                    models.Q(("month__gte", 1), ("month__lte", 12)),
                                    _connector="OR",
                                ),
                                name="an_inspection_has_a_month_of_the_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["concluded", "closed"]), _negated=True),
                                    models.Q(
                                        ("begun_on__isnull", False),
                                        ("concluded_on__isnull", False),
                                        models.Q(("conclusion", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_concluded_inspection_says_its_conclusion",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "open"), _negated=True),
                                    models.Q(
                                        ("decided_on__isnull", False),
                                        models.Q(("decision_number", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_open_inspection_names_its_decision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("led_by__isnull", True),
                                    ("person__isnull", True),
                                    models.Q(("led_by", models.F("person")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_inspects_herself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sample",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm của bản đăng ký")),
                        ("turn", models.PositiveSmallIntegerField(verbose_name="lần thứ")),
                        ("seed", models.CharField(max_length=40, verbose_name="hạt giống")),
                        ("size", models.PositiveSmallIntegerField(verbose_name="số bản")),
                        ("pool_size", models.PositiveIntegerField(verbose_name="số bản trong danh sách")),
                        ("pool_digest", models.CharField(max_length=64, verbose_name="dấu của danh sách")),
                        ("why", models.CharField(blank=True, max_length=500, verbose_name="vì sao lấy thêm")),
                        ("drawn_on", models.DateField(verbose_name="ngày lấy mẫu")),
                        ("drawn_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="nơi lấy mẫu",
                            ),
                        ),
                        (
                            "drawn_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="samples",
                                to="supervision.inspection",
                                verbose_name="cuộc",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="samples",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mẫu bản đăng ký",
                        "ordering": ["-drawn_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("body", "unit", "year", "turn"), name="samples_are_counted"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("turn", 1),
                                    models.Q(("turn__gt", 1), models.Q(("why", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="another_sample_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("seed", ""), _negated=True), name="a_sample_has_a_seed"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SampledPaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("read_on", models.DateField(blank=True, null=True, verbose_name="ngày đọc xong")),
                        (
                            "registration",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="registrations.registration",
                            ),
                        ),
                        (
                            "sample",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="papers",
                                to="supervision.sample",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bản trong mẫu",
                        "ordering": ["sample", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("sample", "order"), name="a_sample_stands_in_order"
                            ),
                            models.UniqueConstraint(
                                fields=("sample", "registration"), name="a_sample_has_a_paper_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Note",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="thấy gì, đối chiếu với gì")),
                        ("written_on", models.DateField(verbose_name="ngày ghi")),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("answer_by", models.DateField(verbose_name="trả lời đến hết ngày")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="rút lúc")),
                        ("withdrawn_why", models.TextField(blank=True, verbose_name="vì sao rút")),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                                verbose_name="của ai",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="đơn vị của bản đăng ký",
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
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="supervision.sampledpaper",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ghi chép",
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["unit"], name="notes_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="a_note_says_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at__isnull", True),
                                    models.Q(("withdrawn_why", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_note_taken_back_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("person__isnull", True),
                                    ("written_by__isnull", True),
                                    models.Q(("written_by", models.F("person")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_notes_on_her_own_paper",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="YearProgramme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        ("aim", models.TextField(blank=True, verbose_name="mục đích, yêu cầu")),
                        (
                            "on_signs",
                            models.TextField(
                                blank=True, verbose_name="kiểm tra khi có dấu hiệu vi phạm, giải quyết tố cáo"
                            ),
                        ),
                        ("on_discipline", models.TextField(blank=True, verbose_name="thi hành kỷ luật")),
                        (
                            "on_other_work",
                            models.TextField(
                                blank=True, verbose_name="nhiệm vụ khác: chế độ báo cáo, thống kê"
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=40, verbose_name="số, ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="supervision_programmes",
                                to="organisation.unit",
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
                        "verbose_name": "chương trình kiểm tra, giám sát",
                        "ordering": ["-year", "unit"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "year"), name="a_unit_has_one_programme_a_year"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("issued_on__isnull", True), ("number", "")),
                                    models.Q(
                                        ("issued_on__isnull", False), models.Q(("number", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="an_issued_programme_has_its_number",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FileDocument",
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
                                    ("plan", "Kế hoạch"),
                                    ("team_plan", "Kế hoạch chi tiết của tổ"),
                                    ("outline", "Đề cương báo cáo"),
                                    ("launch", "Biên bản triển khai"),
                                    ("self_report", "Báo cáo của đơn vị, đảng viên"),
                                    ("work", "Biên bản làm việc"),
                                    ("checking", "Biên bản xác minh"),
                                    ("result", "Báo cáo kết quả"),
                                    ("extract", "Trích biên bản hội nghị"),
                                    ("conclusion", "Thông báo kết luận"),
                                    ("handover", "Biên bản triển khai kết luận"),
                                    ("contents", "Mục lục hồ sơ"),
                                ],
                                max_length=12,
                                verbose_name="tài liệu",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        (
                            "presence",
                            models.CharField(
                                choices=[
                                    ("waiting", "chưa có"),
                                    ("done", "đã có"),
                                    ("not_needed", "không lập"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("due", models.DateField(blank=True, null=True, verbose_name="hạn")),
                        ("number", models.CharField(blank=True, max_length=40, verbose_name="số, ký hiệu")),
                        (
                            "done_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày của tài liệu"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="nội dung, ghi chú")),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "attachment",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                                verbose_name="tệp đã ký",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "inspection",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="papers",
                                to="supervision.inspection",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tài liệu của hồ sơ kiểm tra, giám sát",
                        "ordering": ["inspection", "order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("inspection", "kind"), name="a_file_has_each_paper_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("presence", "done"), _negated=True),
                                    ("done_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_paper_that_is_there_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("presence", "not_needed"), _negated=True),
                                    models.Q(("note", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_paper_that_is_not_made_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Discipline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("form", models.CharField(max_length=120, verbose_name="hình thức kỷ luật")),
                        ("what", models.TextField(verbose_name="nội dung vi phạm")),
                        ("decision_number", models.CharField(max_length=40, verbose_name="quyết định số")),
                        ("decided_on", models.DateField(verbose_name="ngày quyết định")),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="hết hiệu lực từ ngày"),
                        ),
                        (
                            "ended_why",
                            models.CharField(blank=True, max_length=300, verbose_name="theo văn bản"),
                        ),
                        (
                            "reply",
                            models.TextField(blank=True, verbose_name="ý kiến của người, tổ chức bị kỷ luật"),
                        ),
                        (
                            "replied_on",
                            models.DateField(blank=True, null=True, verbose_name="nêu ý kiến ngày"),
                        ),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="nơi quyết định",
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
                                verbose_name="của ai",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="đơn vị",
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
                            "inspection",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="disciplines",
                                to="supervision.inspection",
                                verbose_name="cuộc",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "quyết định kỷ luật",
                        "ordering": ["-decided_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("form", ""), _negated=True),
                                    models.Q(("what", ""), _negated=True),
                                    models.Q(("decision_number", ""), _negated=True),
                                ),
                                name="a_discipline_says_what_for_and_by_which_paper",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    models.Q(
                                        ("ended_on__gte", models.F("decided_on")),
                                        models.Q(("ended_why", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_ended_discipline_names_its_paper",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("person__isnull", True),
                                    ("written_by__isnull", True),
                                    models.Q(("written_by", models.F("person")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_writes_down_her_own_discipline",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", False)),
                                fields=("body", "person", "decision_number"),
                                name="a_decision_about_a_person_is_written_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", True)),
                                fields=("body", "unit", "decision_number"),
                                name="a_decision_about_a_unit_is_written_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoteReply",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="trả lời")),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "as_unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="supervision.note",
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
                        "verbose_name": "trả lời ghi chép",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="a_reply_says_something"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Remedy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("finding", models.TextField(verbose_name="hạn chế cần khắc phục")),
                        ("remedy", models.TextField(blank=True, verbose_name="việc khắc phục, minh chứng")),
                        ("deadline", models.DateField(verbose_name="hạn")),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "inspection",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="remedies",
                                to="supervision.inspection",
                                verbose_name="cuộc",
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="remedies",
                                to="supervision.note",
                                verbose_name="ghi chép",
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
                                verbose_name="chủ trì",
                            ),
                        ),
                        (
                            "shortcoming",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="shortcomings.shortcoming",
                                verbose_name="hạn chế",
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
                        "verbose_name": "việc khắc phục",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("inspection__isnull", False), ("note__isnull", False), _connector="OR"
                                ),
                                name="a_remedy_follows_from_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("finding", ""), _negated=True),
                                name="a_remedy_says_what_is_wrong",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
