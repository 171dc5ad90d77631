import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("reviews", "0001_people_look_back_with_their_records_before_them"),
        ("reviews", "0002_the_papers_and_terms_of_the_guidance"),
        ("reviews", "0003_a_head_tells_the_level_above"),
        ("reviews", "0004_heads_say_whether_reports_may_quote_them"),
    ]

    initial = True

    dependencies = [
        ("meetings", "0001_squashed_0005"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
        ("shortcomings", "0001_squashed_0006"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Section",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("number", models.CharField(max_length=10, verbose_name="số mục")),
                        ("heading", models.CharField(max_length=300, verbose_name="tên mục")),
                        (
                            "gathers",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("duties", "nội dung đột phá, việc sau họp"),
                                    ("undertaking", "bản đăng ký, kết quả đã ghi, sinh hoạt"),
                                    ("open", "hạn chế đang mở"),
                                    ("earlier", "hạn chế đã nêu kỳ trước và việc khắc phục"),
                                    ("prompts", "nội dung được gợi ý"),
                                ],
                                max_length=12,
                                verbose_name="lấy sẵn",
                            ),
                        ),
                        ("is_required", models.BooleanField(default=False, verbose_name="phải viết")),
                        (
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sections",
                                to="reviews.template",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mục của mẫu kiểm điểm",
                        "ordering": ["order"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("template", "order"), name="sections_stand_in_order"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ComparableGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        (
                            "name",
                            models.CharField(
                                max_length=120, verbose_name="nhóm vị trí, chức năng tương đồng"
                            ),
                        ),
                        (
                            "percent",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="xuất sắc không quá (%)"
                            ),
                        ),
                        (
                            "allowed_by",
                            models.CharField(blank=True, max_length=200, verbose_name="văn bản cho phép"),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comparable_groups",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nhóm so sánh khi xếp loại",
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "year", "name"), name="a_group_has_one_name_a_year"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("percent__isnull", True),
                                    models.Q(("allowed_by", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_raised_ceiling_names_its_paper",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HeadReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title_name", models.CharField(blank=True, max_length=160, verbose_name="chức vụ")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        ("key_tasks", models.TextField(verbose_name="nhiệm vụ trọng tâm, then chốt đã làm")),
                        (
                            "breakthrough",
                            models.TextField(blank=True, verbose_name="nội dung đột phá: đến đâu"),
                        ),
                        ("exemplary", models.TextField(verbose_name="trách nhiệm nêu gương: việc cụ thể")),
                        (
                            "opinions",
                            models.TextField(
                                blank=True, verbose_name="ý kiến đã nhận được, đã tiếp thu thế nào"
                            ),
                        ),
                        ("proposals", models.TextField(blank=True, verbose_name="kiến nghị với cấp trên")),
                        (
                            "may_be_quoted",
                            models.BooleanField(default=False, verbose_name="báo cáo chung được trích"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "đang viết"), ("sent", "đã báo cáo")],
                                default="draft",
                                max_length=6,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="báo cáo ngày")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="head_reports",
                                to="people.person",
                                verbose_name="người đứng đầu",
                            ),
                        ),
                        (
                            "sent_to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="báo cáo với",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="head_reports",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "báo cáo của người đứng đầu",
                        "ordering": ["-year", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "unit", "year"), name="a_head_reports_once_a_year"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "sent"), _negated=True),
                                    ("sent_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_sent_page_of_a_head_has_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HeadOpinion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="ý kiến của cấp trên")),
                        (
                            "given_label",
                            models.CharField(max_length=250, verbose_name="chức vụ người cho ý kiến"),
                        ),
                        ("given_on", models.DateField(verbose_name="ngày")),
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="said_above",
                                to="reviews.headreport",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ý kiến về báo cáo của người đứng đầu",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Review",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title_name", models.CharField(blank=True, max_length=160, verbose_name="chức vụ")),
                        (
                            "turn",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "tập thể"),
                                    (1, "người đứng đầu"),
                                    (2, "cấp phó, cấp ủy viên"),
                                    (3, "đảng viên"),
                                ],
                                default=3,
                                verbose_name="thứ tự kiểm điểm",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("writing", "đang viết"),
                                    ("submitted", "đã gửi"),
                                    ("shown", "đang đọc trước họp"),
                                    ("heard", "đã kiểm điểm, chờ ý kiến"),
                                    ("decided", "đã có kết quả"),
                                    ("excused", "chưa kiểm điểm kỳ này"),
                                ],
                                default="writing",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("submitted_on", models.DateField(blank=True, null=True, verbose_name="gửi ngày")),
                        ("returned_why", models.TextField(blank=True, verbose_name="vì sao trả lại")),
                        (
                            "shown_on",
                            models.DateField(blank=True, null=True, verbose_name="gửi đọc trước ngày"),
                        ),
                        (
                            "answer_by",
                            models.DateField(blank=True, null=True, verbose_name="trả lời đến hết ngày"),
                        ),
                        (
                            "reply",
                            models.TextField(blank=True, verbose_name="trả lời của người được kiểm điểm"),
                        ),
                        ("replied_on", models.DateField(blank=True, null=True, verbose_name="trả lời ngày")),
                        (
                            "waived_on",
                            models.DateField(blank=True, null=True, verbose_name="nói không có ý kiến ngày"),
                        ),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Hoàn thành xuất sắc nhiệm vụ"),
                                    ("good", "Hoàn thành tốt nhiệm vụ"),
                                    ("done", "Hoàn thành nhiệm vụ"),
                                    ("not", "Không hoàn thành nhiệm vụ"),
                                ],
                                max_length=10,
                                verbose_name="xếp loại",
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="quyết định ngày"),
                        ),
                        (
                            "decision_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="số quyết định, thông báo"
                            ),
                        ),
                        (
                            "decision_note",
                            models.TextField(blank=True, verbose_name="lý do, nhận xét của nơi quyết định"),
                        ),
                        (
                            "excused_why",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="vì sao chưa kiểm điểm"
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
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="reviews.comparablegroup",
                                verbose_name="nhóm",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="people.person",
                                verbose_name="của ai",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="reviews.reviewperiod",
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="reviews.template",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bản kiểm điểm",
                        "ordering": ["turn", "person__sort_key", "pk"],
                        "indexes": [
                            models.Index(fields=["unit", "status"], name="reviews_of_a_unit"),
                            models.Index(fields=["person", "status"], name="reviews_of_a_person"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", False)),
                                fields=("period", "person"),
                                name="a_person_is_reviewed_once_in_a_period",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", True)),
                                fields=("period",),
                                name="a_collective_is_reviewed_once_in_a_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "decided"), _negated=True),
                                    models.Q(
                                        models.Q(("rating", ""), _negated=True), ("decided_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_decided_review_has_a_rating_and_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status", "decided"), ("rating", ""), _connector="OR"),
                                name="a_rating_is_decided",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ("heard", "decided")), _negated=True),
                                    ("answer_by__isnull", False),
                                    _connector="OR",
                                ),
                                name="nobody_is_rated_without_days_to_answer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decided_by__isnull", True),
                                    ("person__isnull", True),
                                    models.Q(("decided_by", models.F("person")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_decides_their_own_rating",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rerating",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "was",
                            models.CharField(
                                choices=[
                                    ("excellent", "Hoàn thành xuất sắc nhiệm vụ"),
                                    ("good", "Hoàn thành tốt nhiệm vụ"),
                                    ("done", "Hoàn thành nhiệm vụ"),
                                    ("not", "Không hoàn thành nhiệm vụ"),
                                ],
                                max_length=10,
                                verbose_name="xếp loại trước",
                            ),
                        ),
                        (
                            "rating",
                            models.CharField(
                                choices=[
                                    ("excellent", "Hoàn thành xuất sắc nhiệm vụ"),
                                    ("good", "Hoàn thành tốt nhiệm vụ"),
                                    ("done", "Hoàn thành nhiệm vụ"),
                                    ("not", "Không hoàn thành nhiệm vụ"),
                                ],
                                max_length=10,
                                verbose_name="xếp loại lại",
                            ),
                        ),
                        ("why", models.TextField(verbose_name="lý do xếp loại lại")),
                        ("decision_number", models.CharField(max_length=60, verbose_name="số quyết định")),
                        ("decided_on", models.DateField(verbose_name="ngày quyết định")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reratings",
                                to="reviews.review",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "quyết định xếp loại lại",
                        "ordering": ["decided_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("was", models.F("rating")), _negated=True),
                                name="a_rerating_changes_the_rating",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("why", ""), _negated=True), name="a_rerating_says_why"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Prompt",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="nội dung gợi ý kiểm điểm")),
                        ("asked_label", models.CharField(max_length=250, verbose_name="nơi gợi ý")),
                        ("asked_on", models.DateField(verbose_name="ngày gợi ý")),
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
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="prompts",
                                to="reviews.review",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nội dung gợi ý kiểm điểm",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Mark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("self", "tự chấm"),
                                    ("cell", "chi bộ"),
                                    ("body", "tập thể lãnh đạo"),
                                    ("authority", "cấp có thẩm quyền"),
                                ],
                                max_length=10,
                                verbose_name="ai chấm",
                            ),
                        ),
                        ("given_by", models.CharField(max_length=250, verbose_name="người, tập thể chấm")),
                        ("rule", models.CharField(max_length=300, verbose_name="theo quy định")),
                        (
                            "common",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="tiêu chí chung",
                            ),
                        ),
                        (
                            "tasks",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="kết quả nhiệm vụ",
                            ),
                        ),
                        (
                            "total",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="tổng"
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("excellent", "Hoàn thành xuất sắc nhiệm vụ"),
                                    ("good", "Hoàn thành tốt nhiệm vụ"),
                                    ("done", "Hoàn thành nhiệm vụ"),
                                    ("not", "Không hoàn thành nhiệm vụ"),
                                ],
                                max_length=10,
                                verbose_name="mức đề xuất",
                            ),
                        ),
                        ("written_on", models.DateField(verbose_name="ghi ngày")),
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
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="marks",
                                to="reviews.review",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "điểm, mức đề xuất",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "stage"), name="each_body_marks_a_review_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("given_by", ""), _negated=True),
                                    models.Q(("rule", ""), _negated=True),
                                ),
                                name="a_mark_names_who_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("common__isnull", True),
                                        models.Q(("common__gte", 0), ("common__lte", 100)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("tasks__isnull", True),
                                        models.Q(("tasks__gte", 0), ("tasks__lte", 100)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("total__isnull", True),
                                        models.Q(("total__gte", 0), ("total__lte", 100)),
                                        _connector="OR",
                                    ),
                                ),
                                name="marks_go_to_a_hundred",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Hearing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                choices=[
                                    ("cell", "tại chi bộ, đơn vị"),
                                    ("body", "tại tập thể lãnh đạo, cấp ủy"),
                                ],
                                default="cell",
                                max_length=10,
                                verbose_name="nơi kiểm điểm",
                            ),
                        ),
                        ("body", models.CharField(max_length=200, verbose_name="tập thể kiểm điểm")),
                        ("held_on", models.DateField(verbose_name="ngày họp")),
                        ("minutes_number", models.CharField(max_length=60, verbose_name="số biên bản")),
                        ("due", models.PositiveIntegerField(verbose_name="phải dự")),
                        ("present", models.PositiveIntegerField(verbose_name="có mặt")),
                        (
                            "issued",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="phiếu phát ra"),
                        ),
                        (
                            "returned",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="phiếu thu về"),
                        ),
                        (
                            "votes_excellent",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="phiếu xuất sắc"),
                        ),
                        (
                            "votes_good",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="phiếu tốt"),
                        ),
                        (
                            "votes_done",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="phiếu hoàn thành"
                            ),
                        ),
                        (
                            "votes_not",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="phiếu không hoàn thành"
                            ),
                        ),
                        ("remark", models.TextField(verbose_name="nhận xét")),
                        ("written_on", models.DateField(verbose_name="ghi ngày")),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hearings",
                                to="meetings.meeting",
                                verbose_name="buổi họp",
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
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hearings",
                                to="reviews.review",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kiểm điểm tại cuộc họp",
                        "ordering": ["held_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "place"), name="a_review_is_heard_once_in_a_place"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("present__lte", models.F("due"))),
                                name="no_more_came_than_were_due",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("issued__isnull", True),
                                    ("issued__lte", models.F("present")),
                                    _connector="OR",
                                ),
                                name="ballots_are_given_to_who_came",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("returned__isnull", True),
                                    ("returned__lte", models.F("issued")),
                                    _connector="OR",
                                ),
                                name="no_more_ballots_came_back_than_were_given",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "shortcoming",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="found_in_review",
                                to="shortcomings.shortcoming",
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="reviews.review",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hạn chế qua kiểm điểm",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Complaint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="nội dung khiếu nại")),
                        ("filed_on", models.DateField(verbose_name="ngày khiếu nại")),
                        (
                            "answer_by",
                            models.DateField(blank=True, null=True, verbose_name="trả lời trước hết ngày"),
                        ),
                        ("answer", models.TextField(blank=True, verbose_name="kết quả thẩm tra lại")),
                        (
                            "is_upheld",
                            models.BooleanField(blank=True, null=True, verbose_name="khiếu nại có căn cứ"),
                        ),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="trả lời ngày")),
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
                        (
                            "sent_to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="nơi thẩm tra lại",
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="complaints",
                                to="reviews.review",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "khiếu nại về xếp loại",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answered_on__isnull", True)),
                                fields=("review",),
                                name="one_complaint_waits_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_on__isnull", True),
                                    models.Q(
                                        models.Q(("answer", ""), _negated=True), ("is_upheld__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="an_answered_complaint_says_what",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewPeriod",
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
                                choices=[("quarter", "quý"), ("year", "năm"), ("occasion", "khi cần")],
                                max_length=10,
                                verbose_name="kỳ",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=160, verbose_name="tên đợt")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(verbose_name="đến trước ngày")),
                        ("send_by", models.DateField(verbose_name="gửi bản tự kiểm điểm trước hết ngày")),
                        ("meets_on", models.DateField(blank=True, null=True, verbose_name="dự kiến họp")),
                        (
                            "members_read",
                            models.BooleanField(
                                default=False, verbose_name="đảng viên trong chi bộ đọc dự thảo trước họp"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[("open", "đang tiến hành"), ("closed", "đã khóa")],
                                default="open",
                                max_length=6,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("opened_on", models.DateField(verbose_name="mở ngày")),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="khóa ngày")),
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
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review_periods_to_decide",
                                to="organisation.unit",
                                verbose_name="nơi quyết định xếp loại",
                            ),
                        ),
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
                                related_name="review_periods",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "terms",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reviews.terms",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đợt kiểm điểm",
                        "ordering": ["-ends", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "kind", "starts", "ends", "name"),
                                name="a_unit_looks_at_a_time_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends__gt", models.F("starts"))),
                                name="a_review_period_has_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "occasion"), _negated=True),
                                    models.Q(("name", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_review_when_needed_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "closed"), _negated=True),
                                    ("closed_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_closed_period_has_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reopening",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("why", models.TextField(verbose_name="lý do mở lại")),
                        ("asked_on", models.DateField(verbose_name="đề nghị ngày")),
                        ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="đồng ý ngày")),
                        (
                            "refused_on",
                            models.DateField(blank=True, null=True, verbose_name="không đồng ý ngày"),
                        ),
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
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reopenings",
                                to="reviews.reviewperiod",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đề nghị mở lại đợt kiểm điểm",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("confirmed_on__isnull", True), ("refused_on__isnull", True)
                                ),
                                fields=("period",),
                                name="a_period_is_asked_to_be_reopened_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("confirmed_by__isnull", True),
                                    models.Q(("confirmed_by", models.F("asked_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="reopening_needs_two_persons",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Statement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                        ("text", models.TextField(blank=True, verbose_name="lời trong bản kiểm điểm")),
                        (
                            "mended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("done", "Đã khắc phục"),
                                    ("doing", "Đang khắc phục"),
                                    ("not", "Chưa khắc phục"),
                                ],
                                max_length=6,
                                verbose_name="mức khắc phục",
                            ),
                        ),
                        ("source", models.CharField(blank=True, max_length=80, verbose_name="bản ghi")),
                        ("source_label", models.CharField(blank=True, max_length=200, verbose_name="lấy từ")),
                        ("source_url", models.CharField(blank=True, max_length=200)),
                        ("source_text", models.TextField(blank=True, verbose_name="lời của bản ghi")),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="statements",
                                to="reviews.review",
                            ),
                        ),
                        (
                            "section",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reviews.section",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dòng của bản kiểm điểm",
                        "ordering": ["section__order", "order", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "section", "source"),
                                name="a_record_is_spoken_of_once_in_a_section",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Template",
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
                                choices=[
                                    ("01", "Mẫu 01, tập thể"),
                                    ("2A", "Mẫu 2A, cán bộ lãnh đạo, quản lý"),
                                    ("2B", "Mẫu 2B, đảng viên không giữ chức vụ lãnh đạo, quản lý"),
                                    (
                                        "2C",
                                        "Mẫu 2C, đảng viên ngoài hệ thống (hưu trí, học sinh, doanh nghiệp tư nhân)",
                                    ),
                                    ("03", "Mẫu 03, quyết định xếp loại lại"),
                                    ("04", "Mẫu 04, danh mục hồ sơ"),
                                    ("05", "Mẫu 05, tự đánh giá theo quý, năm"),
                                ],
                                max_length=2,
                                verbose_name="mẫu",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="tên văn bản")),
                        ("starts", models.DateField(verbose_name="áp dụng từ ngày")),
                        ("basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                        (
                            "common_most",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="điểm tối đa, tiêu chí chung"
                            ),
                        ),
                        (
                            "task_most",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="điểm tối đa, kết quả nhiệm vụ"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mẫu kiểm điểm",
                        "ordering": ["code", "-starts"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "starts"), name="one_paper_of_a_code_begins_on_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("common_most__isnull", True), ("task_most__isnull", True)),
                                    models.Q(("common_most__isnull", False), ("task_most__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_paper_has_both_marks_or_none",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Terms",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts", models.DateField(unique=True, verbose_name="áp dụng từ ngày")),
                        (
                            "draft_days",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name="đọc dự thảo trước họp (ngày làm việc)"
                            ),
                        ),
                        (
                            "reply_days",
                            models.PositiveSmallIntegerField(
                                default=5, verbose_name="trả lời nhận xét trong (ngày làm việc)"
                            ),
                        ),
                        (
                            "quorum_percent",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="dự họp ít nhất (%)"
                            ),
                        ),
                        (
                            "complain_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="khiếu nại trong (ngày làm việc)"
                            ),
                        ),
                        (
                            "answer_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="giải quyết khiếu nại trong (ngày làm việc)",
                            ),
                        ),
                        (
                            "ceiling_percent",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="xuất sắc không quá (%)"
                            ),
                        ),
                        (
                            "ceiling_most",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="cấp có thẩm quyền cho đến (%)"
                            ),
                        ),
                        (
                            "reading",
                            models.CharField(
                                choices=[
                                    ("good_only", "chỉ số được xếp Hoàn thành tốt"),
                                    ("good_or_better", "số được xếp Hoàn thành tốt trở lên"),
                                ],
                                default="good_only",
                                max_length=16,
                                verbose_name="mẫu số",
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                    ],
                    options={
                        "verbose_name": "quy tắc kiểm điểm",
                        "ordering": ["-starts"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ceiling_most__isnull", True),
                                    ("ceiling_most__gte", models.F("ceiling_percent")),
                                    _connector="OR",
                                ),
                                name="a_ceiling_is_only_raised",
                            )
                        ],
                    },
                ),
            ],
        ),
        lantoa.foundation.squashed.FirstRows(
            room="reviews",
            steps=["0002_the_papers_and_terms_of_the_guidance.first_papers"],
        ),
    ]
