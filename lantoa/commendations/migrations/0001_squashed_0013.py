import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("commendations", "0001_initial"),
        ("commendations", "0002_agreements_move_to_consents"),
        ("commendations", "0003_agreements_are_kept_in_consents"),
        ("commendations", "0004_a_vote_points_to_its_meeting"),
        ("commendations", "0005_votes_find_their_meetings"),
        ("commendations", "0006_occasions_may_belong_to_a_movement"),
        ("commendations", "0007_decisions_stand_in_the_register_of_papers"),
        ("commendations", "0008_earlier_decisions_move_onto_the_register"),
        ("commendations", "0009_thanks_without_a_decision"),
        ("commendations", "0010_rules_of_eligibility"),
        ("commendations", "0011_the_level_above_appraises"),
        ("commendations", "0012_a_proposal_says_who_sent_it"),
        ("commendations", "0013_earlier_proposals_say_who_sent_them"),
    ]

    initial = True

    dependencies = [
        ("documents", "0001_squashed_0005"),
        ("meetings", "0001_squashed_0005"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
        ("practices", "0001_squashed_0016"),
        ("programme", "0001_squashed_0014"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="EligibilityRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên tiêu chuẩn")),
                        (
                            "subject",
                            models.CharField(
                                choices=[("collective", "tập thể"), ("individual", "cá nhân")],
                                max_length=12,
                                verbose_name="áp dụng cho",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("cell", "chi bộ"),
                                    ("grassroots", "cơ sở"),
                                    ("superior", "cấp trên cơ sở"),
                                    ("province", "tỉnh"),
                                    ("central", "Trung ương"),
                                    ("prime_minister", "Thủ tướng Chính phủ"),
                                ],
                                max_length=16,
                                verbose_name="cấp khen",
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("certificate", "giấy khen"),
                                    ("diploma", "bằng khen"),
                                    ("flag", "cờ"),
                                    ("praise", "biểu dương"),
                                    ("letter", "thư khen"),
                                    ("badge", "kỷ niệm chương, giấy chứng nhận"),
                                    ("other", "hình thức khác"),
                                ],
                                max_length=12,
                                verbose_name="hình thức",
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                    ],
                    options={
                        "verbose_name": "tiêu chuẩn khen thưởng",
                        "ordering": ["subject", "level", "form", "-starts", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="an_eligibility_rule_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                fields=("subject", "level", "form", "name", "starts"),
                                name="an_eligibility_rule_is_written_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Occasion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=250, verbose_name="đợt khen")),
                        ("held_on", models.DateField(verbose_name="ngày")),
                        (
                            "movement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="occasions",
                                to="programme.movement",
                                verbose_name="phong trào thi đua",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="occasions",
                                to="organisation.unit",
                                verbose_name="đơn vị tổ chức",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đợt khen thưởng",
                        "ordering": ["-held_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "name", "held_on"), name="a_unit_holds_an_occasion_once_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(max_length=80, verbose_name="số quyết định")),
                        ("decided_on", models.DateField(verbose_name="ngày quyết định")),
                        (
                            "body",
                            models.CharField(blank=True, max_length=200, verbose_name="cơ quan quyết định"),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("cell", "chi bộ"),
                                    ("grassroots", "cơ sở"),
                                    ("superior", "cấp trên cơ sở"),
                                    ("province", "tỉnh"),
                                    ("central", "Trung ương"),
                                    ("prime_minister", "Thủ tướng Chính phủ"),
                                ],
                                max_length=16,
                                verbose_name="cấp khen",
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("certificate", "giấy khen"),
                                    ("diploma", "bằng khen"),
                                    ("flag", "cờ"),
                                    ("praise", "biểu dương"),
                                    ("letter", "thư khen"),
                                    ("badge", "kỷ niệm chương, giấy chứng nhận"),
                                    ("other", "hình thức khác"),
                                ],
                                max_length=12,
                                verbose_name="hình thức",
                            ),
                        ),
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
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="organisation.unit",
                                verbose_name="nơi quyết định",
                            ),
                        ),
                        (
                            "occasion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="commendations.occasion",
                                verbose_name="đợt khen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "quyết định khen thưởng",
                        "ordering": ["-decided_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("body", ""), ("unit__isnull", False)),
                                    models.Q(("unit__isnull", True), models.Q(("body", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_decision_is_of_a_unit_or_of_a_named_body",
                            ),
                            models.UniqueConstraint(
                                fields=("unit", "number", "decided_on"),
                                name="a_unit_uses_a_decision_number_once_a_day",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("unit__isnull", True)),
                                fields=("body", "number", "decided_on"),
                                name="a_body_uses_a_decision_number_once_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Proposal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                choices=[("collective", "tập thể"), ("individual", "cá nhân")],
                                max_length=12,
                                verbose_name="đề nghị khen",
                            ),
                        ),
                        (
                            "subject_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="tên người hoặc tập thể"
                            ),
                        ),
                        ("achievement", models.TextField(max_length=4000, verbose_name="thành tích tóm tắt")),
                        (
                            "proposed_form",
                            models.CharField(
                                choices=[
                                    ("certificate", "giấy khen"),
                                    ("diploma", "bằng khen"),
                                    ("flag", "cờ"),
                                    ("praise", "biểu dương"),
                                    ("letter", "thư khen"),
                                    ("badge", "kỷ niệm chương, giấy chứng nhận"),
                                    ("other", "hình thức khác"),
                                ],
                                max_length=12,
                                verbose_name="hình thức đề nghị",
                            ),
                        ),
                        (
                            "proposed_level",
                            models.CharField(
                                choices=[
                                    ("cell", "chi bộ"),
                                    ("grassroots", "cơ sở"),
                                    ("superior", "cấp trên cơ sở"),
                                    ("province", "tỉnh"),
                                    ("central", "Trung ương"),
                                    ("prime_minister", "Thủ tướng Chính phủ"),
                                ],
                                max_length=16,
                                verbose_name="cấp khen đề nghị",
                            ),
                        ),
                        (
                            "votes_for",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="số phiếu đồng ý"
                            ),
                        ),
                        (
                            "votes_total",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="tổng số phiếu"),
                        ),
                        (
                            "minutes_number",
                            models.CharField(blank=True, max_length=60, verbose_name="số biên bản"),
                        ),
                        ("minutes_on", models.DateField(blank=True, null=True, verbose_name="ngày biên bản")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "đang viết, chưa gửi"),
                                    ("submitted", "chờ xét"),
                                    ("returned", "trả lại để sửa"),
                                    ("approved_here", "đã đồng ý, chờ quyết định"),
                                    ("sent_up", "đã trình cấp trên"),
                                    ("decided", "đã có quyết định khen"),
                                    ("declined", "không khen"),
                                ],
                                default="draft",
                                max_length=14,
                                verbose_name="trạng thái",
                            ),
                        ),
                        (
                            "return_reason",
                            models.TextField(
                                blank=True, max_length=1000, verbose_name="lý do trả lại hoặc không khen"
                            ),
                        ),
                        ("written_on", models.DateField(verbose_name="ngày viết")),
                        ("submitted_on", models.DateField(blank=True, null=True, verbose_name="ngày gửi")),
                        (
                            "closed_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày kết thúc xét"),
                        ),
                        (
                            "addressed_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asked_proposals",
                                to="organisation.unit",
                                verbose_name="nơi xét",
                            ),
                        ),
                        (
                            "climbs_from",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="climbs_to",
                                to="commendations.proposal",
                                verbose_name="trình từ",
                            ),
                        ),
                        (
                            "first",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rungs",
                                to="commendations.proposal",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="meetings.meeting",
                                verbose_name="buổi họp bình xét",
                            ),
                        ),
                        (
                            "occasion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="commendations.occasion",
                                verbose_name="đợt khen",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nominations",
                                to="people.person",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="organisation.unit",
                                verbose_name="đơn vị đề nghị",
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
                                verbose_name="người gửi",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nominations",
                                to="organisation.unit",
                                verbose_name="đơn vị được đề nghị, hoặc đơn vị của người",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đề nghị khen thưởng",
                        "ordering": ["-written_on", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["addressed_to", "status"], name="proposals_waiting_somewhere"
                            ),
                            models.Index(fields=["proposed_by", "written_on"], name="proposals_of_a_unit"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("person__isnull", True), ("subject", "collective")),
                                    models.Q(
                                        ("subject", "individual"),
                                        models.Q(
                                            ("person__isnull", False),
                                            models.Q(("subject_name", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_a_nominated_individual_is_a_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("votes_for__isnull", True), ("votes_total__isnull", True)),
                                    models.Q(
                                        ("votes_for__isnull", False),
                                        ("votes_for__lte", models.F("votes_total")),
                                        ("votes_total__gt", 0),
                                        ("votes_total__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="votes_for_are_some_of_all_votes",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["draft", "returned"]),
                                    ("submitted_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_sent_proposal_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["returned", "declined"]), _negated=True),
                                    models.Q(("return_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_returned_or_declined_proposal_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_on__isnull", False), ("status__in", ["decided", "declined"])
                                    ),
                                    models.Q(
                                        models.Q(("status__in", ["decided", "declined"]), _negated=True),
                                        ("closed_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_a_settled_proposal_is_closed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("climbs_from__isnull", True), ("first__isnull", True)),
                                    models.Q(("climbs_from__isnull", False), ("first__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_rung_knows_where_the_climb_began",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Commendation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                choices=[
                                    ("collective", "tập thể"),
                                    ("individual", "cá nhân"),
                                    ("unsplit", "tập thể, cá nhân (chưa tách)"),
                                ],
                                max_length=12,
                                verbose_name="đối tượng",
                            ),
                        ),
                        (
                            "subject_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="tên người hoặc tập thể"
                            ),
                        ),
                        ("subject_key", models.CharField(editable=False, max_length=200)),
                        (
                            "is_party_member",
                            models.BooleanField(blank=True, null=True, verbose_name="đảng viên"),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("certificate", "giấy khen"),
                                    ("diploma", "bằng khen"),
                                    ("flag", "cờ"),
                                    ("praise", "biểu dương"),
                                    ("letter", "thư khen"),
                                    ("badge", "kỷ niệm chương, giấy chứng nhận"),
                                    ("other", "hình thức khác"),
                                ],
                                max_length=12,
                                verbose_name="hình thức",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("cell", "chi bộ"),
                                    ("grassroots", "cơ sở"),
                                    ("superior", "cấp trên cơ sở"),
                                    ("province", "tỉnh"),
                                    ("central", "Trung ương"),
                                    ("prime_minister", "Thủ tướng Chính phủ"),
                                ],
                                max_length=16,
                                verbose_name="cấp khen",
                            ),
                        ),
                        ("awarded_on", models.DateField(blank=True, null=True, verbose_name="ngày trao")),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="commendations",
                                to="people.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="commendations",
                                to="organisation.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="commendations",
                                to="commendations.decision",
                                verbose_name="quyết định",
                            ),
                        ),
                        (
                            "proposal",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="commendation",
                                to="commendations.proposal",
                                verbose_name="đề nghị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "khen thưởng",
                        "indexes": [models.Index(fields=["unit", "subject"], name="commendations_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("subject", "individual"), _negated=True),
                                        ("is_party_member__isnull", True),
                                        ("person__isnull", True),
                                    ),
                                    models.Q(
                                        ("subject", "individual"),
                                        models.Q(
                                            ("person__isnull", False),
                                            models.Q(("subject_name", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_a_commended_individual_is_a_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_commendation_says_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("withdrawn_on__isnull", True),
                                    models.Q(("subject", "unsplit"), _negated=True),
                                ),
                                fields=("decision", "subject_key"),
                                name="a_decision_commends_each_subject_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProposalAppraisal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "opinion",
                            models.CharField(
                                choices=[
                                    ("meets", "đủ tiêu chuẩn, đề nghị khen"),
                                    ("incomplete", "cần bổ sung hồ sơ"),
                                    ("lacks", "chưa đủ tiêu chuẩn"),
                                ],
                                max_length=10,
                                verbose_name="ý kiến thẩm định",
                            ),
                        ),
                        ("words", models.TextField(max_length=1000, verbose_name="nhận xét")),
                        ("said_on", models.DateField(verbose_name="ngày")),
                        ("is_current", models.BooleanField(default=True, verbose_name="về bản đang xét")),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appraisals",
                                to="commendations.proposal",
                            ),
                        ),
                        (
                            "said_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                                verbose_name="người thẩm định",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="nơi thẩm định",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ý kiến thẩm định",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="an_appraisal_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatedYear",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "merit",
                            models.CharField(
                                choices=[
                                    ("rated", "xếp loại hoàn thành xuất sắc nhiệm vụ"),
                                    ("completed", "hoàn thành nội dung đăng ký, theo kết luận của chi bộ"),
                                    ("breakthrough", "hoàn thành nội dung đột phá"),
                                    ("practice", "có mô hình, cách làm được công nhận"),
                                    ("awarded_cell", "được biểu dương trong chi bộ"),
                                    ("awarded_grassroots", "được cấp cơ sở khen"),
                                    ("awarded_superior", "được cấp trên cơ sở khen"),
                                    ("awarded_province", "được cấp tỉnh khen"),
                                ],
                                max_length=20,
                                verbose_name="điều kiện",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        ("paper", models.CharField(max_length=300, verbose_name="văn bản làm căn cứ")),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="stated_years",
                                to="commendations.proposal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "năm do nơi đề nghị nêu",
                        "ordering": ["merit", "-year"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("proposal", "merit", "year"), name="a_year_is_stated_once_for_a_merit"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("paper", ""), _negated=True),
                                name="a_stated_year_names_its_paper",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Thanks",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("words", models.TextField(blank=True, max_length=600, verbose_name="lời cảm ơn")),
                        ("given_on", models.DateField(verbose_name="ngày")),
                        (
                            "taken_back_on",
                            models.DateField(blank=True, null=True, verbose_name="ngày rút lại"),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="thanks_given",
                                to="people.person",
                                verbose_name="người cảm ơn",
                            ),
                        ),
                        (
                            "given_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="thanks_given",
                                to="organisation.unit",
                                verbose_name="đơn vị của người cảm ơn",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="thanks",
                                to="people.person",
                                verbose_name="người được cảm ơn",
                            ),
                        ),
                        (
                            "practice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="thanks",
                                to="practices.practice",
                                verbose_name="mô hình, cách làm đã giúp",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="thanks",
                                to="organisation.unit",
                                verbose_name="đơn vị được cảm ơn, hoặc của người",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lời cảm ơn",
                        "ordering": ["-given_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["practice", "given_on"], name="thanks_for_a_practice")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("person__isnull", False), ("taken_back_on__isnull", True)
                                ),
                                fields=("practice", "person", "given_by"),
                                name="a_person_is_thanked_once_by_one_for_a_practice",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", True), ("taken_back_on__isnull", True)),
                                fields=("practice", "unit", "given_by"),
                                name="a_unit_is_thanked_once_by_one_for_a_practice",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("person__isnull", True),
                                    models.Q(("person", models.F("given_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_thanks_herself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("taken_back_on__isnull", True),
                                        models.Q(("words", ""), _negated=True),
                                    ),
                                    models.Q(("taken_back_on__isnull", False), ("words", "")),
                                    _connector="OR",
                                ),
                                name="thanks_have_words_until_they_are_taken_back",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EligibilityCondition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "merit",
                            models.CharField(
                                choices=[
                                    ("rated", "xếp loại hoàn thành xuất sắc nhiệm vụ"),
                                    ("completed", "hoàn thành nội dung đăng ký, theo kết luận của chi bộ"),
                                    ("breakthrough", "hoàn thành nội dung đột phá"),
                                    ("practice", "có mô hình, cách làm được công nhận"),
                                    ("awarded_cell", "được biểu dương trong chi bộ"),
                                    ("awarded_grassroots", "được cấp cơ sở khen"),
                                    ("awarded_superior", "được cấp trên cơ sở khen"),
                                    ("awarded_province", "được cấp tỉnh khen"),
                                ],
                                max_length=20,
                                verbose_name="điều kiện",
                            ),
                        ),
                        ("years", models.PositiveSmallIntegerField(verbose_name="số năm liền")),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="conditions",
                                to="commendations.eligibilityrule",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "điều kiện của tiêu chuẩn",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("rule", "merit"), name="a_rule_asks_for_a_merit_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("years__gte", 1), ("years__lte", 20)),
                                name="a_row_has_years",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
