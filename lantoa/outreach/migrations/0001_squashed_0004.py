import django.db.models.deletion
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("outreach", "0001_initial"),
        ("outreach", "0002_opinions_are_forwarded_and_asked_about"),
        ("outreach", "0003_gifts_complaints_newsletters_and_prizes"),
        ("outreach", "0004_units_follow_the_complaints_they_passed_on"),
    ]

    initial = True

    dependencies = [
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Article",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("news", "tin"), ("article", "bài"), ("column", "chuyên mục")],
                                max_length=10,
                                verbose_name="thể loại",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="tên tin, bài, chuyên mục")),
                        ("outlet", models.CharField(max_length=200, verbose_name="nơi đăng")),
                        ("published_on", models.DateField(verbose_name="ngày đăng")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="ngừng từ ngày")),
                        ("url", models.CharField(blank=True, max_length=500, verbose_name="địa chỉ")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tin, bài, chuyên mục",
                        "abstract": False,
                        "indexes": [models.Index(fields=["unit", "published_on"], name="articles_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_article_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    models.Q(("kind", "column"), ("ended_on__gt", models.F("published_on"))),
                                    _connector="OR",
                                ),
                                name="only_a_column_ends_and_after_it_began",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Campaign",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=250, verbose_name="tên cuộc vận động")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "launched_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="campaigns",
                                to="organisation.unit",
                                verbose_name="đơn vị phát động",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cuộc vận động",
                        "ordering": ["-starts", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_campaign_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                fields=("launched_by", "name", "starts"),
                                name="a_unit_launches_a_campaign_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Donation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        (
                            "donor_kind",
                            models.CharField(
                                choices=[("collective", "tập thể"), ("individual", "cá nhân")],
                                max_length=10,
                                verbose_name="người ủng hộ là",
                            ),
                        ),
                        (
                            "donor_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="tên người hoặc tập thể ủng hộ"
                            ),
                        ),
                        ("donor_key", models.CharField(editable=False, max_length=200)),
                        (
                            "purpose",
                            models.CharField(blank=True, max_length=200, verbose_name="ủng hộ việc gì"),
                        ),
                        (
                            "amount",
                            models.BigIntegerField(blank=True, null=True, verbose_name="số tiền (đồng)"),
                        ),
                        ("in_kind", models.CharField(blank=True, max_length=200, verbose_name="hiện vật")),
                        (
                            "quantity",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="số lượng",
                            ),
                        ),
                        (
                            "quantity_unit",
                            models.CharField(blank=True, max_length=40, verbose_name="đơn vị tính"),
                        ),
                        (
                            "value",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="trị giá hiện vật (đồng)"
                            ),
                        ),
                        ("given_on", models.DateField(verbose_name="ngày ủng hộ")),
                        (
                            "campaign",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="donations",
                                to="outreach.campaign",
                                verbose_name="cuộc vận động",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="people.person",
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
                    ],
                    options={
                        "verbose_name": "khoản ủng hộ",
                        "abstract": False,
                        "indexes": [models.Index(fields=["unit", "given_on"], name="donations_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_donation_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount__gt", 0), ("amount__isnull", False), ("in_kind", "")),
                                    models.Q(
                                        ("amount__isnull", True), models.Q(("in_kind", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_donation_is_money_or_in_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("donor_kind", "collective"), ("person__isnull", True)),
                                    models.Q(
                                        ("donor_kind", "individual"),
                                        models.Q(
                                            ("person__isnull", False),
                                            models.Q(("donor_name", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_an_individual_donor_is_a_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quantity__isnull", True),
                                    models.Q(("quantity__gt", 0), models.Q(("in_kind", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="only_things_are_given_in_a_quantity",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", True),
                                    models.Q(("value__gt", 0), models.Q(("in_kind", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="only_things_have_a_value_beside_money",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("campaign__isnull", False),
                                    models.Q(("purpose", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_donation_without_a_campaign_says_for_what",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Forum",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("hearing", "hội nghị lắng nghe ý kiến"),
                                    ("reception", "buổi tiếp dân"),
                                ],
                                default="hearing",
                                max_length=10,
                                verbose_name="hình thức",
                            ),
                        ),
                        ("title", models.CharField(max_length=250, verbose_name="tên hội nghị")),
                        ("held_on", models.DateField(verbose_name="ngày tổ chức")),
                        ("place", models.CharField(blank=True, max_length=250, verbose_name="địa điểm")),
                        (
                            "attended",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="số người dự"),
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
                    ],
                    options={
                        "verbose_name": "hội nghị lắng nghe ý kiến",
                        "ordering": ["-held_on", "-pk"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_forum_says_why",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CitizenOpinion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        ("received_on", models.DateField(verbose_name="ngày tiếp nhận")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("direct", "trực tiếp"),
                                    ("survey", "phiếu khảo sát"),
                                    ("reception", "ngày tiếp dân"),
                                    ("box", "hòm thư góp ý"),
                                    ("letter", "thư, đơn"),
                                ],
                                default="direct",
                                max_length=10,
                                verbose_name="kênh",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[("people", "nhân dân"), ("agency", "cơ quan, ban ngành")],
                                default="people",
                                max_length=10,
                                verbose_name="nguồn",
                            ),
                        ),
                        (
                            "field",
                            models.CharField(
                                choices=[
                                    ("procedures", "thủ tục hành chính"),
                                    ("land", "đất đai, xây dựng"),
                                    ("security", "an ninh, trật tự"),
                                    ("welfare", "chính sách, an sinh"),
                                    ("infrastructure", "đường, điện, nước"),
                                    ("environment", "môi trường"),
                                    ("health_education", "y tế, giáo dục"),
                                    ("conduct", "tác phong cán bộ"),
                                    ("other", "việc khác"),
                                ],
                                default="other",
                                max_length=20,
                                verbose_name="lĩnh vực",
                            ),
                        ),
                        ("text", models.TextField(max_length=2000, verbose_name="ý kiến")),
                        (
                            "given_by",
                            models.CharField(blank=True, max_length=120, verbose_name="người góp ý"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("received", "chờ trả lời"),
                                    ("answered", "đã trả lời"),
                                    ("resolved", "đã giải quyết xong"),
                                ],
                                default="received",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("answer", models.TextField(blank=True, max_length=4000, verbose_name="trả lời")),
                        ("answered_on", models.DateField(blank=True, null=True, verbose_name="trả lời ngày")),
                        (
                            "forwarded_to_body",
                            models.CharField(blank=True, max_length=200, verbose_name="cơ quan nhận"),
                        ),
                        ("forwarded_on", models.DateField(blank=True, null=True, verbose_name="chuyển ngày")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn trả lời")),
                        (
                            "satisfaction",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("satisfied", "hài lòng"),
                                    ("partly", "hài lòng một phần"),
                                    ("not", "chưa hài lòng"),
                                    ("silent", "không có ý kiến"),
                                ],
                                max_length=10,
                                verbose_name="mức hài lòng",
                            ),
                        ),
                        (
                            "satisfaction_on",
                            models.DateField(blank=True, null=True, verbose_name="hỏi lại ngày"),
                        ),
                        (
                            "satisfaction_by",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="hỏi lại bằng cách nào"
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(blank=True, max_length=4000, verbose_name="kết quả giải quyết"),
                        ),
                        (
                            "resolved_on",
                            models.DateField(blank=True, null=True, verbose_name="giải quyết xong ngày"),
                        ),
                        (
                            "forwarded_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="chuyển đến",
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
                            "forum",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="opinions",
                                to="outreach.forum",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ý kiến nhân dân",
                        "abstract": False,
                        "indexes": [models.Index(fields=["unit", "received_on"], name="opinions_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_citizenopinion_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="an_opinion_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("forwarded_on__isnull", True),
                                        ("forwarded_to__isnull", True),
                                        ("forwarded_to_body", ""),
                                    ),
                                    models.Q(
                                        ("forwarded_on__isnull", False),
                                        ("forwarded_to__isnull", False),
                                        ("forwarded_to_body", ""),
                                    ),
                                    models.Q(
                                        ("forwarded_on__isnull", False),
                                        ("forwarded_to__isnull", True),
                                        models.Q(("forwarded_to_body", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_forwarded_opinion_names_one_receiver",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("satisfaction", ""),
                                        ("satisfaction_by", ""),
                                        ("satisfaction_on__isnull", True),
                                    ),
                                    models.Q(
                                        models.Q(("satisfaction", ""), _negated=True),
                                        ("satisfaction_on__isnull", False),
                                        models.Q(("satisfaction_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="satisfaction_says_when_and_how_it_was_asked",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "answered"), _negated=True),
                                    models.Q(
                                        ("answered_on__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_answered_opinion_has_its_answer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("resolved_on__isnull", False), ("status", "resolved")),
                                    models.Q(
                                        models.Q(("status", "resolved"), _negated=True),
                                        ("resolved_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_a_resolved_opinion_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_on__isnull", True),
                                    ("answered_on__gte", models.F("received_on")),
                                    _connector="OR",
                                ),
                                name="an_answer_follows_the_opinion",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("resolved_on__isnull", True),
                                    ("resolved_on__gte", models.F("received_on")),
                                    _connector="OR",
                                ),
                                name="an_opinion_is_resolved_after_it_came",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CitizenComplaint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        ("number", models.CharField(max_length=40, verbose_name="số vào sổ")),
                        ("year", models.PositiveSmallIntegerField(editable=False)),
                        ("received_on", models.DateField(verbose_name="ngày tiếp nhận")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("complaint", "khiếu nại"),
                                    ("denunciation", "tố cáo"),
                                    ("petition", "kiến nghị"),
                                    ("reflection", "phản ánh"),
                                ],
                                max_length=12,
                                verbose_name="loại đơn",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("direct", "trực tiếp"),
                                    ("survey", "phiếu khảo sát"),
                                    ("reception", "ngày tiếp dân"),
                                    ("box", "hòm thư góp ý"),
                                    ("letter", "thư, đơn"),
                                ],
                                default="letter",
                                max_length=10,
                                verbose_name="kênh",
                            ),
                        ),
                        (
                            "field",
                            models.CharField(
                                choices=[
                                    ("procedures", "thủ tục hành chính"),
                                    ("land", "đất đai, xây dựng"),
                                    ("security", "an ninh, trật tự"),
                                    ("welfare", "chính sách, an sinh"),
                                    ("infrastructure", "đường, điện, nước"),
                                    ("environment", "môi trường"),
                                    ("health_education", "y tế, giáo dục"),
                                    ("conduct", "tác phong cán bộ"),
                                    ("other", "việc khác"),
                                ],
                                default="other",
                                max_length=20,
                                verbose_name="lĩnh vực",
                            ),
                        ),
                        ("people", models.PositiveIntegerField(default=1, verbose_name="số người đứng đơn")),
                        (
                            "complainant",
                            models.CharField(blank=True, max_length=200, verbose_name="người đứng đơn"),
                        ),
                        (
                            "contact",
                            models.CharField(blank=True, max_length=200, verbose_name="nơi ở, liên hệ"),
                        ),
                        ("text", models.TextField(max_length=2000, verbose_name="nội dung đơn")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("received", "mới tiếp nhận"),
                                    ("accepted", "đã thụ lý, đang giải quyết"),
                                    ("resolved", "đã giải quyết"),
                                    ("refused", "không thụ lý"),
                                    ("dropped", "đã rút đơn"),
                                    ("passed_on", "đã chuyển cơ quan có thẩm quyền"),
                                ],
                                default="received",
                                max_length=10,
                                verbose_name="giai đoạn",
                            ),
                        ),
                        (
                            "forwarded_to_body",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="cơ quan có thẩm quyền"
                            ),
                        ),
                        ("forwarded_on", models.DateField(blank=True, null=True, verbose_name="chuyển ngày")),
                        ("accepted_on", models.DateField(blank=True, null=True, verbose_name="thụ lý ngày")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn giải quyết")),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("right", "đúng"),
                                    ("partly", "đúng một phần"),
                                    ("wrong", "không đúng"),
                                ],
                                max_length=8,
                                verbose_name="kết luận",
                            ),
                        ),
                        (
                            "outcome",
                            models.TextField(blank=True, max_length=4000, verbose_name="kết quả giải quyết"),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="kết thúc ngày")),
                        (
                            "forwarded_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                                verbose_name="chuyển đến",
                            ),
                        ),
                        (
                            "passed_by",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="organisation.unit", verbose_name="đã qua"
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
                            "forum",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="complaints",
                                to="outreach.forum",
                                verbose_name="buổi tiếp dân",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đơn",
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["unit", "received_on"], name="complaints_of_a_unit"),
                            models.Index(fields=["forwarded_to", "closed_on"], name="complaints_forwarded"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_citizencomplaint_says_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_on__isnull", True)),
                                fields=("unit", "year", "number"),
                                name="a_number_of_a_book_is_given_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("text", ""), _negated=True),
                                    models.Q(("number", ""), _negated=True),
                                ),
                                name="a_complaint_has_a_number_and_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("people__gte", 1)), name="somebody_complains"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_on__isnull", True), ("status__in", ["received", "accepted"])
                                    ),
                                    models.Q(
                                        ("closed_on__isnull", False),
                                        ("status__in", ("resolved", "refused", "dropped", "passed_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_a_closed_complaint_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["resolved", "refused"]), _negated=True),
                                    models.Q(("outcome", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_settled_complaint_says_how",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "passed_on"), _negated=True),
                                    models.Q(("forwarded_to_body", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_complaint_passed_on_says_where",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True),
                                    ("closed_on__gte", models.F("received_on")),
                                    _connector="OR",
                                ),
                                name="a_complaint_is_closed_after_it_came",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NewsletterIssue",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        ("newsletter", models.CharField(max_length=200, verbose_name="tên bản tin")),
                        ("number", models.CharField(max_length=40, verbose_name="số")),
                        ("issued_on", models.DateField(verbose_name="ngày phát hành")),
                        (
                            "pieces",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="số tin, bài trong chuyên mục"
                            ),
                        ),
                        ("copies", models.PositiveIntegerField(blank=True, null=True, verbose_name="số bản")),
                        ("url", models.CharField(blank=True, max_length=500, verbose_name="địa chỉ")),
                        (
                            "column",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="issues",
                                to="outreach.article",
                                verbose_name="chuyên mục học tập Bác",
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
                    ],
                    options={
                        "verbose_name": "số bản tin",
                        "abstract": False,
                        "indexes": [models.Index(fields=["unit", "issued_on"], name="issues_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_newsletterissue_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("newsletter", ""), _negated=True),
                                    models.Q(("number", ""), _negated=True),
                                ),
                                name="an_issue_has_its_name_and_number",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pieces__isnull", True), ("column__isnull", False), _connector="OR"
                                ),
                                name="only_a_column_has_pieces",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pledge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        (
                            "donor_kind",
                            models.CharField(
                                choices=[("collective", "tập thể"), ("individual", "cá nhân")],
                                max_length=10,
                                verbose_name="người ủng hộ là",
                            ),
                        ),
                        (
                            "donor_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="tên người hoặc tập thể ủng hộ"
                            ),
                        ),
                        ("donor_key", models.CharField(editable=False, max_length=200)),
                        ("for_whom", models.CharField(max_length=200, verbose_name="giúp ai, việc gì")),
                        (
                            "rhythm",
                            models.CharField(
                                choices=[
                                    ("month", "mỗi tháng"),
                                    ("quarter", "mỗi quý"),
                                    ("half", "mỗi nửa năm"),
                                    ("year", "mỗi năm"),
                                ],
                                default="month",
                                max_length=8,
                                verbose_name="bao lâu một lần",
                            ),
                        ),
                        (
                            "amount",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="số tiền mỗi lần (đồng)"
                            ),
                        ),
                        (
                            "in_kind",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="hiện vật, việc làm mỗi lần"
                            ),
                        ),
                        (
                            "yearly",
                            models.BigIntegerField(
                                editable=False, null=True, verbose_name="tính mỗi năm (đồng)"
                            ),
                        ),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="people.person",
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
                    ],
                    options={
                        "verbose_name": "khoản giúp đỡ thường xuyên",
                        "abstract": False,
                        "indexes": [models.Index(fields=["unit", "starts"], name="pledges_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_pledge_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_pledge_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("donor_kind", "collective"), ("person__isnull", True)),
                                    models.Q(
                                        ("donor_kind", "individual"),
                                        models.Q(
                                            ("person__isnull", False),
                                            models.Q(("donor_name", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="only_an_individual_who_pledges_is_a_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount__gt", 0), ("amount__isnull", False)),
                                    models.Q(
                                        ("amount__isnull", True), models.Q(("in_kind", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_pledge_is_money_or_in_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("for_whom", ""), _negated=True),
                                name="a_pledge_says_for_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Prize",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=250, verbose_name="tên giải")),
                        ("round", models.CharField(max_length=100, verbose_name="đợt")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("central", "Trung ương"),
                                    ("province", "cấp tỉnh"),
                                    ("superior", "cấp trên cơ sở"),
                                    ("grassroots", "cấp cơ sở"),
                                ],
                                max_length=12,
                                verbose_name="cấp",
                            ),
                        ),
                        (
                            "fields",
                            models.TextField(
                                max_length=1000, verbose_name="các lĩnh vực, mỗi dòng một lĩnh vực"
                            ),
                        ),
                        ("starts", models.DateField(verbose_name="nhận tác phẩm từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="prizes",
                                to="organisation.unit",
                                verbose_name="đơn vị tổ chức hoặc ghi đợt giải",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đợt giải",
                        "ordering": ["-starts", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_prize_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                fields=("unit", "name", "round", "level"),
                                name="a_round_of_a_prize_is_written_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PrizeWork",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("work", "tác phẩm sáng tác"),
                                    ("promoter", "tập thể, cá nhân quảng bá"),
                                ],
                                default="work",
                                max_length=10,
                                verbose_name="tham gia",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=300, verbose_name="tên tác phẩm, việc quảng bá"),
                        ),
                        ("field", models.CharField(max_length=100, verbose_name="lĩnh vực")),
                        (
                            "author_kind",
                            models.CharField(
                                choices=[("collective", "tập thể"), ("individual", "cá nhân")],
                                default="individual",
                                max_length=10,
                                verbose_name="tác giả là",
                            ),
                        ),
                        ("author", models.CharField(max_length=200, verbose_name="tác giả, nhóm tác giả")),
                        ("author_key", models.CharField(editable=False, max_length=200)),
                        ("sent_on", models.DateField(verbose_name="gửi dự giải ngày")),
                        (
                            "award",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("special", "giải đặc biệt"),
                                    ("a", "giải A"),
                                    ("b", "giải B"),
                                    ("c", "giải C"),
                                    ("encouraged", "giải khuyến khích"),
                                    ("other", "hình thức khác"),
                                ],
                                max_length=10,
                                verbose_name="giải",
                            ),
                        ),
                        (
                            "awarded_on",
                            models.DateField(blank=True, null=True, verbose_name="trao giải ngày"),
                        ),
                        (
                            "prize",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="works",
                                to="outreach.prize",
                                verbose_name="đợt giải",
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
                    ],
                    options={
                        "verbose_name": "tác phẩm dự giải",
                        "abstract": False,
                        "indexes": [models.Index(fields=["unit", "sent_on"], name="prize_works_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_prizework_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("award", ""), ("awarded_on__isnull", True)),
                                    models.Q(
                                        models.Q(("award", ""), _negated=True),
                                        ("awarded_on__isnull", False),
                                        ("awarded_on__gte", models.F("sent_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_prize_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("title", ""), _negated=True),
                                    models.Q(("author", ""), _negated=True),
                                ),
                                name="a_work_has_its_title_and_author",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sharing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        ("what", models.CharField(max_length=300, verbose_name="đã chia sẻ gì")),
                        ("where", models.CharField(max_length=200, verbose_name="ở đâu")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("last_day", models.DateField(verbose_name="đến hết ngày")),
                        ("times", models.PositiveIntegerField(verbose_name="số lượt chia sẻ")),
                        (
                            "people",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="số người chia sẻ"
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
                    ],
                    options={
                        "verbose_name": "lượt chia sẻ",
                        "abstract": False,
                        "indexes": [models.Index(fields=["unit", "last_day"], name="sharing_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_sharing_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("times__gte", 1)), name="something_was_shared"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("last_day__gte", models.F("starts"))),
                                name="sharing_ends_when_it_began_or_later",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("people__isnull", True),
                                    models.Q(("people__gte", 1), ("people__lte", models.F("times"))),
                                    _connector="OR",
                                ),
                                name="who_shares_does_so_once_at_least",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Work",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="gạch bỏ ngày"),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do gạch bỏ"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("house", "nhà ở"),
                                    ("road", "đường giao thông"),
                                    ("bridge", "cầu"),
                                    ("school", "trường, lớp học"),
                                    ("water", "nước sạch, thủy lợi"),
                                    ("culture", "nhà văn hóa, sân chơi"),
                                    ("lighting", "điện, chiếu sáng"),
                                    ("other", "công trình khác"),
                                ],
                                max_length=12,
                                verbose_name="loại công trình",
                            ),
                        ),
                        (
                            "build",
                            models.CharField(
                                choices=[("new", "xây mới"), ("repair", "sửa chữa")],
                                default="new",
                                max_length=10,
                                verbose_name="hình thức",
                            ),
                        ),
                        ("name", models.CharField(max_length=250, verbose_name="tên công trình")),
                        ("place", models.CharField(blank=True, max_length=250, verbose_name="nơi xây dựng")),
                        (
                            "cost",
                            models.BigIntegerField(blank=True, null=True, verbose_name="kinh phí (đồng)"),
                        ),
                        (
                            "funded_by",
                            models.CharField(blank=True, max_length=250, verbose_name="nguồn kinh phí"),
                        ),
                        (
                            "handed_over_on",
                            models.DateField(blank=True, null=True, verbose_name="bàn giao ngày"),
                        ),
                        (
                            "campaign",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="works",
                                to="outreach.campaign",
                                verbose_name="cuộc vận động",
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
                    ],
                    options={
                        "verbose_name": "công trình",
                        "abstract": False,
                        "indexes": [models.Index(fields=["unit", "handed_over_on"], name="works_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_on__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_on__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_struck_out_work_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("cost__isnull", True), ("cost__gt", 0), _connector="OR"),
                                name="a_work_costs_something_or_is_not_said",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
