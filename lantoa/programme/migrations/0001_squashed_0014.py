import datetime
import django.db.models.deletion
import django.db.models.functions.comparison
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("programme", "0001_initial"),
        ("programme", "0002_the_programme"),
        ("programme", "0003_movements_are_joined_and_summed_up"),
        ("programme", "0004_plans_cascade"),
        ("programme", "0005_other_units_propose_changes_of_shared_lists"),
        ("programme", "0006_legal_bases_serve_commendations_too"),
        ("programme", "0007_plans_stand_in_the_register_of_papers"),
        ("programme", "0008_earlier_plans_move_onto_the_register"),
        ("programme", "0009_documents_ask_and_are_answered"),
        ("programme", "0010_units_review_what_they_did_in_a_movement"),
        ("programme", "0011_persons_take_part_in_movements_by_name"),
        ("programme", "0012_themes_have_papers_and_answers_name_a_person"),
        ("programme", "0013_answers_find_who_gave_them"),
        ("programme", "0014_answers_bear_no_second_name"),
    ]

    initial = True

    dependencies = [
        ("documents", "0001_squashed_0005"),
        ("foundation", "0001_squashed_0006"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Directive",
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
                                    ("resolution", "Nghị quyết"),
                                    ("directive", "Chỉ thị"),
                                    ("conclusion", "Kết luận"),
                                    ("regulation", "Quy định"),
                                    ("decision", "Quyết định"),
                                    ("guidance", "Hướng dẫn"),
                                    ("plan", "Kế hoạch"),
                                    ("action_programme", "Chương trình"),
                                    ("notice", "Thông báo"),
                                    ("letter", "Công văn"),
                                    ("other", "Văn bản khác"),
                                ],
                                default="guidance",
                                max_length=20,
                                verbose_name="loại văn bản",
                            ),
                        ),
                        ("number", models.CharField(max_length=20, verbose_name="số")),
                        (
                            "symbol",
                            models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu đầy đủ"),
                        ),
                        ("issued_on", models.DateField(verbose_name="ngày ban hành")),
                        ("abstract", models.CharField(max_length=500, verbose_name="trích yếu")),
                        (
                            "term",
                            models.CharField(blank=True, max_length=40, verbose_name="giai đoạn, nhiệm kỳ"),
                        ),
                        (
                            "received_from",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=200,
                                verbose_name="nơi ban hành",
                            ),
                        ),
                        ("received_on", models.DateField(blank=True, null=True, verbose_name="ngày nhận")),
                        (
                            "asks",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=2000,
                                verbose_name="yêu cầu cấp dưới",
                            ),
                        ),
                        ("answer_by", models.DateField(blank=True, null=True, verbose_name="hạn thực hiện")),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by",
                                to="programme.directive",
                                verbose_name="thay thế văn bản",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="directives",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "văn bản chỉ đạo",
                        "ordering": ["-issued_on", "-pk"],
                        "indexes": [models.Index(fields=["unit", "issued_on"], name="directives_of_a_unit")],
                    },
                ),
                migrations.CreateModel(
                    name="DirectiveAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("done_on", models.DateField(verbose_name="thực hiện xong ngày")),
                        ("said", models.CharField(max_length=500, verbose_name="đã làm gì")),
                        (
                            "answered_at",
                            models.DateTimeField(
                                default=lantoa.foundation.clock.now, verbose_name="báo lần đầu lúc"
                            ),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="báo lại lúc"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                                verbose_name="người báo",
                            ),
                        ),
                        (
                            "directive",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="programme.directive",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="directive_answers",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "báo thực hiện văn bản",
                        "ordering": ["done_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("directive", "unit"), name="a_unit_answers_a_document_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalBasis",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("symbol", models.CharField(max_length=40, unique=True, verbose_name="số, ký hiệu")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("resolution", "Nghị quyết"),
                                    ("directive", "Chỉ thị"),
                                    ("conclusion", "Kết luận"),
                                    ("regulation", "Quy định"),
                                    ("decision", "Quyết định"),
                                    ("guidance", "Hướng dẫn"),
                                    ("plan", "Kế hoạch"),
                                    ("action_programme", "Chương trình"),
                                    ("notice", "Thông báo"),
                                    ("letter", "Công văn"),
                                    ("other", "Văn bản khác"),
                                ],
                                max_length=20,
                                verbose_name="loại văn bản",
                            ),
                        ),
                        ("issuer", models.CharField(max_length=160, verbose_name="cơ quan ban hành")),
                        ("issued_on", models.DateField(verbose_name="ngày ban hành")),
                        ("abstract", models.CharField(max_length=500, verbose_name="trích yếu")),
                        ("starts", models.DateField(verbose_name="có hiệu lực từ")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "serves",
                            models.CharField(
                                choices=[
                                    ("programme", "học tập, thực hành và báo cáo"),
                                    ("commendation", "quyết định khen thưởng"),
                                ],
                                default="programme",
                                max_length=12,
                                verbose_name="là căn cứ của",
                            ),
                        ),
                        ("verified", models.BooleanField(default=False, verbose_name="đã đối chiếu bản gốc")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="ghi chú")),
                    ],
                    options={
                        "verbose_name": "căn cứ",
                        "ordering": ["issued_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_legal_basis_ends_after_it_starts",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ListProposal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "list",
                            models.CharField(
                                choices=[
                                    ("programme", "tên và nội dung của chương trình"),
                                    ("bases", "căn cứ của chương trình"),
                                    ("fields", "lĩnh vực của mô hình"),
                                    ("criteria", "tiêu chí thẩm định mô hình"),
                                    ("phrases", "câu mẫu thường dùng"),
                                ],
                                max_length=12,
                                verbose_name="danh mục",
                            ),
                        ),
                        ("words", models.CharField(max_length=500, verbose_name="đề nghị")),
                        ("asked_on", models.DateField(verbose_name="đề nghị ngày")),
                        ("agreed", models.BooleanField(null=True, verbose_name="nhận")),
                        ("answer", models.CharField(blank=True, max_length=500, verbose_name="trả lời")),
                        ("answered_on", models.DateField(null=True, verbose_name="trả lời ngày")),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
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
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="đơn vị đề nghị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đề nghị sửa danh mục dùng chung",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agreed__isnull", True), ("answered_on__isnull", True)),
                                    models.Q(("agreed__isnull", False), ("answered_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="an_answered_proposal_says_whether_it_was_taken",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agreed", False), _negated=True),
                                    models.Q(("answer", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="what_is_not_taken_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Movement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=300, verbose_name="tên phong trào")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("central", "Trung ương phát động"),
                                    ("province", "tỉnh phát động"),
                                    ("unit", "đơn vị phát động"),
                                ],
                                default="unit",
                                max_length=10,
                                verbose_name="cấp phát động",
                            ),
                        ),
                        (
                            "launched_by",
                            models.CharField(blank=True, max_length=200, verbose_name="cơ quan phát động"),
                        ),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "targets",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="mục tiêu, chỉ tiêu thi đua"
                            ),
                        ),
                        (
                            "summed_up_on",
                            models.DateField(blank=True, null=True, verbose_name="tổng kết ngày"),
                        ),
                        ("results", models.TextField(blank=True, max_length=4000, verbose_name="kết quả")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="movements",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phong trào thi đua",
                        "ordering": ["level", "-starts", "pk"],
                        "indexes": [models.Index(fields=["unit", "starts"], name="movements_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_movement_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("summed_up_on__isnull", True),
                                    models.Q(("results", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_movement_summed_up_says_its_results",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Participation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("joined_on", models.DateField(verbose_name="tham gia từ ngày")),
                        (
                            "content",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="nội dung đăng ký thi đua"
                            ),
                        ),
                        (
                            "persons",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="số người tham gia"
                            ),
                        ),
                        (
                            "party_members",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="trong đó đảng viên"
                            ),
                        ),
                        (
                            "left_on",
                            models.DateField(blank=True, null=True, verbose_name="thôi tham gia từ ngày"),
                        ),
                        ("left_because", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                        (
                            "movement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participations",
                                to="programme.movement",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participations",
                                to="organisation.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đơn vị tham gia phong trào",
                        "ordering": ["joined_on", "pk"],
                        "indexes": [
                            models.Index(fields=["unit", "joined_on"], name="participations_of_a_unit")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("movement", "unit"), name="a_unit_joins_a_movement_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("left_because", ""), ("left_on__isnull", True)),
                                    models.Q(
                                        ("left_on__gte", models.F("joined_on")),
                                        models.Q(("left_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="who_leaves_a_movement_says_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("party_members__isnull", True),
                                    ("party_members__lte", models.F("persons")),
                                    _connector="OR",
                                ),
                                name="party_members_are_among_those_who_take_part",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Participant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("joined_on", models.DateField(verbose_name="tham gia từ ngày")),
                        (
                            "left_on",
                            models.DateField(blank=True, null=True, verbose_name="thôi tham gia từ ngày"),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="movement_parts",
                                to="people.person",
                                verbose_name="người tham gia",
                            ),
                        ),
                        (
                            "participation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="named",
                                to="programme.participation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "người tham gia phong trào",
                        "ordering": ["joined_on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("left_on__isnull", True)),
                                fields=("participation", "person"),
                                name="a_person_takes_part_once_with_her_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("left_on__isnull", True),
                                    ("left_on__gte", models.F("joined_on")),
                                    _connector="OR",
                                ),
                                name="nobody_leaves_a_movement_before_joining_it",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MovementReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reviewed_on", models.DateField(verbose_name="ngày sơ kết, tổng kết")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("interim", "sơ kết"), ("final", "tổng kết")],
                                default="interim",
                                max_length=8,
                                verbose_name="loại",
                            ),
                        ),
                        ("results", models.TextField(max_length=4000, verbose_name="kết quả của đơn vị")),
                        (
                            "participation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reviews",
                                to="programme.participation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sơ kết, tổng kết phong trào ở đơn vị",
                        "ordering": ["-reviewed_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("participation", "reviewed_on"),
                                name="a_unit_reviews_a_movement_once_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("results", ""), _negated=True),
                                name="a_review_of_a_movement_says_its_results",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[("term", "toàn khóa"), ("year", "năm")],
                                default="year",
                                max_length=4,
                                verbose_name="kế hoạch",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="tên kế hoạch")),
                        (
                            "other_bases",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=4000,
                                verbose_name="căn cứ khác",
                            ),
                        ),
                        (
                            "purpose",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=4000,
                                verbose_name="mục đích, yêu cầu",
                            ),
                        ),
                        ("content", models.TextField(blank=True, verbose_name="nội dung")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(verbose_name="đến trước ngày")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "bản nháp"),
                                    ("submitted", "đã trình"),
                                    ("issued", "đã ban hành"),
                                    ("reviewed", "đã sơ kết 6 tháng"),
                                    ("summed_up", "đã tổng kết"),
                                    ("closed", "đã đóng"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        (
                            "return_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="lý do trả lại"),
                        ),
                        ("number", models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="ngày ban hành")),
                        (
                            "lower_by",
                            models.DateField(
                                blank=True, null=True, verbose_name="cấp dưới ban hành chậm nhất ngày"
                            ),
                        ),
                        ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="sơ kết ngày")),
                        (
                            "review",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=4000,
                                verbose_name="kết quả 6 tháng",
                            ),
                        ),
                        (
                            "summed_up_on",
                            models.DateField(blank=True, null=True, verbose_name="tổng kết ngày"),
                        ),
                        (
                            "summing_up",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                max_length=4000,
                                verbose_name="kết quả cả năm, cả khóa",
                            ),
                        ),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "document",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                                verbose_name="số trong sổ văn bản",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                            ),
                        ),
                        (
                            "rests_on",
                            models.ManyToManyField(
                                blank=True, related_name="carried_on_by", to="programme.plan"
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kế hoạch",
                        "ordering": ["-starts", "-pk"],
                        "indexes": [models.Index(fields=["unit", "starts"], name="plans_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_plan_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["draft", "submitted"]),
                                    models.Q(
                                        models.Q(("number", ""), _negated=True), ("issued_on__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="an_issued_plan_has_a_number_and_a_date",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanTask",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("content", models.CharField(max_length=500, verbose_name="nội dung công việc")),
                        ("lead", models.CharField(blank=True, max_length=200, verbose_name="chủ trì")),
                        ("with_whom", models.CharField(blank=True, max_length=200, verbose_name="phối hợp")),
                        ("due", models.DateField(blank=True, null=True, verbose_name="thời gian hoàn thành")),
                        ("product", models.CharField(blank=True, max_length=200, verbose_name="sản phẩm")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="ghi chú")),
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
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="đã xong ngày")),
                        (
                            "result",
                            models.CharField(
                                blank=True, db_default="", default="", max_length=500, verbose_name="kết quả"
                            ),
                        ),
                        (
                            "origin",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="carried_on_by",
                                to="programme.plantask",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tasks",
                                to="programme.plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc trong kế hoạch",
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=250, verbose_name="tên chương trình")),
                        ("short_name", models.CharField(max_length=120, verbose_name="tên ngắn")),
                        ("starts", models.DateField(unique=True, verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                    ],
                    options={
                        "verbose_name": "chương trình",
                        "ordering": ["starts"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_programme_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.comparison.Coalesce(
                                    "ends",
                                    models.Value(
                                        datetime.date(9999, 12, 31), output_field=models.DateField()
                                    ),
                                ),
                                name="one_programme_is_in_force_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pillar",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=40, verbose_name="mã")),
                        ("name", models.CharField(max_length=80, verbose_name="tên")),
                        ("in_full", models.CharField(blank=True, max_length=160, verbose_name="tên đầy đủ")),
                        ("position", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pillars",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nội dung trụ cột",
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_pillar_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                fields=("programme", "code"), name="a_programme_has_a_pillar_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Theme",
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
                                choices=[("term", "toàn khóa"), ("year", "năm")],
                                default="year",
                                max_length=4,
                                verbose_name="loại",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="tên chuyên đề")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(verbose_name="đến trước ngày")),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                            ),
                        ),
                        (
                            "papers",
                            models.ManyToManyField(
                                blank=True,
                                related_name="themes",
                                to="programme.directive",
                                verbose_name="văn bản, tài liệu của chuyên đề",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="themes",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "chuyên đề",
                        "ordering": ["-starts", "pk"],
                        "indexes": [models.Index(fields=["unit", "starts"], name="themes_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_theme_ends_after_it_starts",
                            )
                        ],
                    },
                ),
            ],
        ),
        lantoa.foundation.squashed.FirstRows(
            room="programme",
            steps=["0002_the_programme.tell", "0006_legal_bases_serve_commendations_too.add"],
        ),
    ]
