import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("breakthroughs", "0001_initial"),
        ("breakthroughs", "0002_an_advising_body_and_amendments"),
        ("breakthroughs", "0003_the_day_of_a_return"),
        ("breakthroughs", "0004_an_approval_names_its_meeting_and_its_hand"),
        ("breakthroughs", "0005_an_amendment_names_its_meeting_and_its_hand"),
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
                    name="AdvisingBody",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "advising_unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "approving_unit",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="advising_body",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cơ quan thẩm định",
                    },
                ),
                migrations.CreateModel(
                    name="Breakthrough",
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
                                    ("head", "người đứng đầu"),
                                    ("committee", "cấp ủy"),
                                    ("cell", "chi bộ"),
                                ],
                                max_length=12,
                                verbose_name="loại",
                            ),
                        ),
                        (
                            "is_key_task",
                            models.BooleanField(default=False, verbose_name="nhiệm vụ trọng tâm"),
                        ),
                        (
                            "title_name",
                            models.CharField(blank=True, max_length=160, verbose_name="chức danh"),
                        ),
                        ("statement", models.CharField(max_length=250, verbose_name="nội dung đột phá")),
                        (
                            "problem",
                            models.TextField(blank=True, verbose_name="vấn đề khó, bức xúc cần giải quyết"),
                        ),
                        ("solution", models.TextField(blank=True, verbose_name="cách làm")),
                        (
                            "start_value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=18,
                                null=True,
                                verbose_name="số đầu kỳ",
                            ),
                        ),
                        (
                            "target_value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=18,
                                null=True,
                                verbose_name="số phải đạt",
                            ),
                        ),
                        (
                            "unit_of_value",
                            models.CharField(blank=True, max_length=60, verbose_name="đơn vị tính"),
                        ),
                        ("product", models.TextField(blank=True, verbose_name="sản phẩm")),
                        (
                            "beneficiaries",
                            models.CharField(blank=True, max_length=250, verbose_name="người được lợi"),
                        ),
                        (
                            "partners",
                            models.CharField(blank=True, max_length=250, verbose_name="đơn vị phối hợp"),
                        ),
                        (
                            "horizon",
                            models.CharField(
                                choices=[
                                    ("year", "một năm"),
                                    ("term", "cả nhiệm kỳ"),
                                    ("dates", "khoảng thời gian khác"),
                                ],
                                default="year",
                                max_length=8,
                                verbose_name="thời hạn",
                            ),
                        ),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(verbose_name="đến trước ngày")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "bản nháp"),
                                    ("withdrawn", "đã rút"),
                                    ("appraising", "chờ thẩm định"),
                                    ("submitted", "chờ cho ý kiến"),
                                    ("returned", "trả lại để sửa"),
                                    ("approved", "đã duyệt"),
                                    ("running", "đang thực hiện"),
                                    ("closed", "đã kết thúc"),
                                ],
                                default="draft",
                                max_length=12,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("return_reason", models.TextField(blank=True, verbose_name="lý do trả lại")),
                        (
                            "returned_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày trả lại gần nhất"),
                        ),
                        (
                            "document_number",
                            models.CharField(blank=True, max_length=60, verbose_name="số văn bản duyệt"),
                        ),
                        (
                            "approved_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày văn bản duyệt"),
                        ),
                        (
                            "decided_by",
                            models.CharField(blank=True, max_length=200, verbose_name="cơ quan duyệt"),
                        ),
                        (
                            "approved_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ghi duyệt lúc"),
                        ),
                        (
                            "submitted_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày trình gần nhất"),
                        ),
                        (
                            "registered_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày đăng ký"),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="ngày kết thúc")),
                        (
                            "appraising_unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breakthroughs_to_appraise",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "approving_unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breakthroughs_to_approve",
                                to="organisation.unit",
                            ),
                        ),
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
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breakthroughs",
                                to="meetings.meeting",
                                verbose_name="buổi họp",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breakthroughs",
                                to="people.person",
                                verbose_name="người đứng đầu",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "supervising_unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breakthroughs_supervised",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "title",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breakthroughs",
                                to="people.title",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breakthroughs",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nội dung đột phá",
                        "ordering": ["-starts", "-pk"],
                        "indexes": [
                            models.Index(fields=["unit", "registered_on"], name="breakthroughs_of_a_unit"),
                            models.Index(
                                fields=["approving_unit", "status"], name="breakthroughs_to_approve"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind", "head"), ("person__isnull", False), ("title__isnull", False)
                                    ),
                                    models.Q(
                                        models.Q(("kind", "head"), _negated=True),
                                        ("person__isnull", True),
                                        ("title__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_head_has_a_name_and_a_title_a_collective_has_not",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends__gt", models.F("starts"))),
                                name="a_breakthrough_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "returned"), _negated=True),
                                    models.Q(("return_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_returned_breakthrough_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        ("draft", "withdrawn", "appraising", "submitted", "returned"),
                                    ),
                                    models.Q(
                                        models.Q(("document_number", ""), _negated=True),
                                        ("approved_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_approved_breakthrough_names_its_document",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "draft"), ("registered_on__isnull", False), _connector="OR"
                                ),
                                name="a_breakthrough_that_was_sent_has_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appraisal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("unit_name", models.CharField(max_length=250, verbose_name="cơ quan thẩm định")),
                        (
                            "opinion",
                            models.CharField(
                                choices=[("agree", "đồng ý trình"), ("mend", "đề nghị sửa")],
                                max_length=8,
                                verbose_name="ý kiến thẩm định",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="nội dung ý kiến")),
                        ("person_name", models.CharField(max_length=200, verbose_name="người thẩm định")),
                        ("post_label", models.CharField(blank=True, max_length=200, verbose_name="chức vụ")),
                        ("appraised_on", models.DateField(verbose_name="ngày thẩm định")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "breakthrough",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appraisals",
                                to="breakthroughs.breakthrough",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ý kiến thẩm định",
                        "ordering": ["appraised_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("opinion", "mend"), _negated=True),
                                    models.Q(("text", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_opinion_to_mend_says_what",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Amendment",
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
                                    ("pending", "chờ cho ý kiến"),
                                    ("in_force", "đã duyệt"),
                                    ("refused", "không được duyệt"),
                                    ("withdrawn", "đã rút"),
                                ],
                                default="pending",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="vì sao sửa đổi")),
                        ("before", models.JSONField(verbose_name="bản đang có hiệu lực khi đề nghị")),
                        ("after", models.JSONField(verbose_name="bản đề nghị")),
                        ("proposed_by_name", models.CharField(max_length=200, verbose_name="người đề nghị")),
                        ("proposed_on", models.DateField(verbose_name="ngày đề nghị")),
                        ("answer", models.TextField(blank=True, verbose_name="lý do không duyệt")),
                        (
                            "document_number",
                            models.CharField(blank=True, max_length=60, verbose_name="số văn bản"),
                        ),
                        ("decided_on", models.DateField(blank=True, null=True, verbose_name="ngày văn bản")),
                        (
                            "decided_by",
                            models.CharField(blank=True, max_length=200, verbose_name="cơ quan duyệt"),
                        ),
                        (
                            "approved_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ghi duyệt lúc"),
                        ),
                        (
                            "approved_by",
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
                                related_name="breakthrough_amendments",
                                to="meetings.meeting",
                                verbose_name="buổi họp",
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
                            "breakthrough",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="amendments",
                                to="breakthroughs.breakthrough",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bản sửa đổi",
                        "ordering": ["proposed_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "pending")),
                                fields=("breakthrough",),
                                name="one_amendment_waits_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "in_force"), _negated=True),
                                    models.Q(
                                        models.Q(("document_number", ""), _negated=True),
                                        ("decided_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_amendment_in_force_names_its_document",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "refused"), _negated=True),
                                    models.Q(("answer", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_refused_amendment_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="an_amendment_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("due", models.DateField(verbose_name="đến ngày")),
                        ("text", models.CharField(blank=True, max_length=300, verbose_name="việc phải xong")),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=18,
                                null=True,
                                verbose_name="số phải đạt",
                            ),
                        ),
                        (
                            "breakthrough",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="milestones",
                                to="breakthroughs.breakthrough",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mốc",
                        "ordering": ["due", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("text", ""), _negated=True),
                                    ("value__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_milestone_says_something",
                            ),
                            models.UniqueConstraint(
                                fields=("breakthrough", "due"), name="one_milestone_a_day"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuarterReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        ("quarter", models.PositiveSmallIntegerField(verbose_name="quý")),
                        ("result", models.TextField(verbose_name="kết quả trong quý")),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=18,
                                null=True,
                                verbose_name="số đạt được",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("on_track", "Đúng tiến độ"),
                                    ("difficult", "Có khó khăn"),
                                    ("late", "Chậm"),
                                ],
                                max_length=10,
                                verbose_name="tiến độ",
                            ),
                        ),
                        ("obstacle", models.TextField(blank=True, verbose_name="vướng mắc, cần ai gỡ")),
                        (
                            "cell_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("on_track", "Đúng tiến độ"),
                                    ("difficult", "Có khó khăn"),
                                    ("late", "Chậm"),
                                ],
                                max_length=10,
                                verbose_name="chi bộ đánh giá",
                            ),
                        ),
                        ("cell_assessment", models.TextField(blank=True, verbose_name="nhận xét của chi bộ")),
                        (
                            "supervisor_remark",
                            models.TextField(blank=True, verbose_name="nhận xét của nơi giám sát"),
                        ),
                        (
                            "supervisor_name",
                            models.CharField(blank=True, max_length=250, verbose_name="người nhận xét"),
                        ),
                        (
                            "remarked_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày nhận xét"),
                        ),
                        ("reported_on", models.DateField(verbose_name="ngày ghi")),
                        ("reported_by_name", models.CharField(max_length=200, verbose_name="người ghi")),
                        (
                            "breakthrough",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reports",
                                to="breakthroughs.breakthrough",
                            ),
                        ),
                        (
                            "evidence",
                            models.ManyToManyField(blank=True, related_name="+", to="foundation.attachment"),
                        ),
                    ],
                    options={
                        "verbose_name": "báo cáo quý",
                        "ordering": ["year", "quarter"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("breakthrough", "year", "quarter"), name="a_quarter_is_reported_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quarter__gte", 1), ("quarter__lte", 4)),
                                name="a_year_has_four_quarters",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "on_track"),
                                    models.Q(("obstacle", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="what_is_stuck_says_who_could_free_it",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="YearAssessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        (
                            "result",
                            models.CharField(
                                choices=[
                                    ("done", "hoàn thành"),
                                    ("mostly", "cơ bản hoàn thành"),
                                    ("not_done", "chưa hoàn thành"),
                                ],
                                max_length=10,
                                verbose_name="mức hoàn thành",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="nhận xét")),
                        ("assessed_by", models.CharField(max_length=200, verbose_name="cơ quan đánh giá")),
                        ("assessed_on", models.DateField(verbose_name="ngày đánh giá")),
                        (
                            "breakthrough",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assessments",
                                to="breakthroughs.breakthrough",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đánh giá năm",
                        "ordering": ["year"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("breakthrough", "year"), name="a_year_is_assessed_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("result", "not_done"), _negated=True),
                                    models.Q(("text", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="what_is_not_done_says_why",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
