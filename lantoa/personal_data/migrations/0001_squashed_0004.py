import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("personal_data", "0001_people_ask_about_their_data"),
        ("personal_data", "0002_purposes_and_incidents_are_written_down"),
        ("personal_data", "0003_erasing_and_retention"),
        ("personal_data", "0004_people_ask_on_paper_and_two_open_in_an_emergency"),
    ]

    initial = True

    dependencies = [
        ("foundation", "0001_squashed_0006"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="IncidentTerm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts", models.DateField(unique=True, verbose_name="áp dụng từ ngày")),
                        (
                            "hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="báo trong (giờ)"
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                    ],
                    options={
                        "verbose_name": "hạn báo sự cố dữ liệu",
                        "ordering": ["-starts"],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerTerm",
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
                                    ("see", "xem, nhận bản sao dữ liệu"),
                                    ("correct", "sửa cho đúng"),
                                    ("withdraw", "rút sự đồng ý"),
                                    ("restrict", "hạn chế xử lý"),
                                    ("object", "phản đối một việc xử lý"),
                                    ("erase", "xóa dữ liệu"),
                                    ("complain", "khiếu nại"),
                                ],
                                max_length=10,
                                verbose_name="loại yêu cầu",
                            ),
                        ),
                        ("starts", models.DateField(verbose_name="áp dụng từ ngày")),
                        (
                            "answer_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="tiếp nhận trong (ngày)"
                            ),
                        ),
                        ("answer_working", models.BooleanField(default=True, verbose_name="ngày làm việc")),
                        (
                            "finish_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="giải quyết trong (ngày)"
                            ),
                        ),
                        ("finish_working", models.BooleanField(default=False, verbose_name="ngày làm việc")),
                        (
                            "extend_days",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="gia hạn thêm (ngày)"
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                    ],
                    options={
                        "verbose_name": "hạn trả lời yêu cầu về dữ liệu cá nhân",
                        "ordering": ["kind", "-starts"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "starts"), name="one_term_of_a_kind_begins_on_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DataRequest",
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
                                    ("see", "xem, nhận bản sao dữ liệu"),
                                    ("correct", "sửa cho đúng"),
                                    ("withdraw", "rút sự đồng ý"),
                                    ("restrict", "hạn chế xử lý"),
                                    ("object", "phản đối một việc xử lý"),
                                    ("erase", "xóa dữ liệu"),
                                    ("complain", "khiếu nại"),
                                ],
                                max_length=10,
                                verbose_name="loại yêu cầu",
                            ),
                        ),
                        ("about", models.CharField(blank=True, max_length=80, verbose_name="về dữ liệu nào")),
                        ("text", models.TextField(verbose_name="nội dung yêu cầu")),
                        (
                            "asked_at",
                            models.DateTimeField(default=lantoa.foundation.clock.now, verbose_name="gửi lúc"),
                        ),
                        ("asked_on", models.DateField(verbose_name="ngày gửi")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("received", "đã gửi, chờ tiếp nhận"),
                                    ("answering", "đã tiếp nhận, đang giải quyết"),
                                    ("done", "đã thực hiện"),
                                    ("refused", "chưa thực hiện, có lý do"),
                                    ("withdrawn", "người gửi đã rút"),
                                ],
                                default="received",
                                max_length=10,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("answer_by", models.DateField(null=True, verbose_name="tiếp nhận trước hết ngày")),
                        ("finish_by", models.DateField(null=True, verbose_name="giải quyết trước hết ngày")),
                        ("taken_on", models.DateField(null=True, verbose_name="ngày tiếp nhận")),
                        ("extended_on", models.DateField(null=True, verbose_name="ngày gia hạn")),
                        ("extended_why", models.TextField(blank=True, verbose_name="vì sao gia hạn")),
                        ("answer", models.TextField(blank=True, verbose_name="câu trả lời")),
                        ("answered_on", models.DateField(null=True, verbose_name="ngày trả lời")),
                        (
                            "received_by",
                            models.CharField(blank=True, max_length=120, verbose_name="người nhận giấy"),
                        ),
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
                            "entered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="data_requests",
                                to="people.person",
                            ),
                        ),
                        (
                            "scan",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                            ),
                        ),
                        (
                            "taken_by",
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
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "yêu cầu về dữ liệu cá nhân",
                        "ordering": ["-pk"],
                        "indexes": [
                            models.Index(fields=["unit", "status"], name="data_requests_of_a_unit"),
                            models.Index(fields=["person", "status"], name="data_requests_of_a_person"),
                            models.Index(fields=["status", "finish_by"], name="data_requests_by_term"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="a_data_request_says_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status__in", ["done", "refused"]), _negated=True),
                                    models.Q(
                                        ("answered_by__isnull", False),
                                        ("answered_on__isnull", False),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_answered_data_request_says_what_by_whom_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_by__isnull", True),
                                        models.Q(("answered_by", models.F("person")), _negated=True),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("taken_by__isnull", True),
                                        models.Q(("taken_by", models.F("person")), _negated=True),
                                        _connector="OR",
                                    ),
                                ),
                                name="nobody_answers_her_own_data_request",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("entered_by__isnull", True),
                                        ("received_by", ""),
                                        ("scan__isnull", True),
                                    ),
                                    models.Q(
                                        ("entered_by__isnull", False),
                                        ("scan__isnull", False),
                                        models.Q(("received_by", ""), _negated=True),
                                        models.Q(("entered_by", models.F("person")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_request_on_paper_has_its_scan_and_who_took_it",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Emergency",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("parts", models.JSONField(default=list, verbose_name="phần được mở")),
                        ("reason", models.TextField(verbose_name="lý do")),
                        ("hours", models.PositiveSmallIntegerField(verbose_name="mở trong (giờ)")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "chờ người thứ hai đồng ý"),
                                    ("open", "đã đồng ý mở"),
                                    ("refused", "không đồng ý mở"),
                                    ("ended", "đã đóng"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="ngày đề nghị")),
                        ("answered_at", models.DateTimeField(null=True, verbose_name="trả lời lúc")),
                        (
                            "refusal",
                            models.CharField(blank=True, max_length=300, verbose_name="vì sao không đồng ý"),
                        ),
                        ("until", models.DateTimeField(null=True, verbose_name="mở đến lúc")),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "asked_in",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="emergencies",
                                to="people.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lần mở khẩn cấp",
                        "ordering": ["-pk"],
                        "indexes": [
                            models.Index(fields=["unit", "state"], name="emergencies_of_a_unit"),
                            models.Index(fields=["person", "state"], name="emergencies_of_a_person"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="an_emergency_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("hours__gte", 1), ("hours__lte", 24)),
                                name="an_emergency_lasts_a_day_at_most",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("asked_by", models.F("person")), _negated=True),
                                name="nobody_opens_her_own_in_an_emergency",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_by__isnull", True),
                                    models.Q(
                                        models.Q(("answered_by", models.F("asked_by")), _negated=True),
                                        models.Q(("answered_by", models.F("person")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_second_person_answers_an_emergency",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "open"), _negated=True),
                                    models.Q(("answered_by__isnull", False), ("until__isnull", False)),
                                    _connector="OR",
                                ),
                                name="what_is_open_says_by_whom_and_until_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Erasure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.CharField(max_length=40, unique=True, verbose_name="yêu cầu số")),
                        ("parts", models.JSONField(default=list, verbose_name="phần đã xóa")),
                        ("at", models.DateTimeField(default=lantoa.foundation.clock.now, verbose_name="lúc")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="erasures",
                                to="people.person",
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="erasure",
                                to="personal_data.datarequest",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc xóa theo yêu cầu",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Incident",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="sự cố")),
                        ("what", models.TextField(verbose_name="việc gì đã xảy ra")),
                        ("noticed_at", models.DateTimeField(verbose_name="phát hiện lúc")),
                        ("report_by", models.DateTimeField(null=True, verbose_name="báo trước lúc")),
                        ("kinds", models.JSONField(default=list, verbose_name="loại dữ liệu")),
                        (
                            "affected",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="số người bị ảnh hưởng"
                            ),
                        ),
                        (
                            "affected_said",
                            models.CharField(blank=True, max_length=300, verbose_name="ai bị ảnh hưởng"),
                        ),
                        (
                            "done",
                            models.TextField(blank=True, verbose_name="đã làm gì để ngăn chặn, khắc phục"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[("open", "đang xử lý"), ("closed", "đã kết thúc")],
                                default="open",
                                max_length=10,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("closed_on", models.DateField(null=True, verbose_name="ngày kết thúc")),
                        ("lesson", models.TextField(blank=True, verbose_name="nguyên nhân, việc rút ra")),
                        (
                            "closed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "recorded_by",
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
                                verbose_name="đơn vị",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sự cố dữ liệu cá nhân",
                        "ordering": ["-noticed_at", "-pk"],
                        "indexes": [models.Index(fields=["unit", "status"], name="incidents_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True),
                                name="an_incident_says_what_happened",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "closed"), _negated=True),
                                    models.Q(
                                        ("closed_on__isnull", False), models.Q(("lesson", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_closed_incident_says_when_and_what_was_learnt",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IncidentNotice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "to",
                            models.CharField(
                                choices=[
                                    ("authority", "cơ quan chuyên trách bảo vệ dữ liệu cá nhân"),
                                    ("superior", "cấp trên"),
                                    ("persons", "những người bị ảnh hưởng"),
                                    ("other", "nơi khác"),
                                ],
                                max_length=10,
                                verbose_name="báo cho",
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên nơi, người được báo")),
                        ("at", models.DateTimeField(verbose_name="báo lúc")),
                        (
                            "how",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="bằng cách nào, số văn bản"
                            ),
                        ),
                        (
                            "incident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="personal_data.incident",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc báo sự cố",
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Purpose",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=20, verbose_name="mã")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("order", models.PositiveSmallIntegerField(default=50)),
                        ("name", models.CharField(max_length=160, verbose_name="mục đích")),
                        (
                            "basis",
                            models.CharField(
                                choices=[
                                    ("unset", "chưa xác định, chờ bộ phận pháp chế"),
                                    ("law", "luật, văn bản của Nhà nước"),
                                    ("party", "Điều lệ, quy định của Đảng"),
                                    ("consent", "sự đồng ý của người ấy"),
                                    ("agreement", "thỏa thuận với người ấy"),
                                ],
                                default="unset",
                                max_length=10,
                                verbose_name="loại căn cứ",
                            ),
                        ),
                        (
                            "text",
                            models.CharField(blank=True, max_length=400, verbose_name="văn bản, điều, khoản"),
                        ),
                    ],
                    options={
                        "verbose_name": "mục đích xử lý dữ liệu",
                        "ordering": ["order", "code", "starts"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "starts"), name="a_purpose_changes_once_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("basis", "unset"), models.Q(("text", ""), _negated=True), _connector="OR"
                                ),
                                name="a_basis_says_where_it_is_written",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Restriction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(null=True, verbose_name="đến trước ngày")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="restrictions",
                                to="people.person",
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="restriction",
                                to="personal_data.datarequest",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc hạn chế xử lý",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ends__isnull", True)),
                                fields=("person",),
                                name="a_person_is_restricted_once_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RetentionProposal",
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
                                    ("reach", "điện thoại, thư điện tử của người đã rời mọi đơn vị"),
                                    ("identity", "ngày sinh, số thẻ của người đã rời mọi đơn vị"),
                                    ("requests", "nội dung yêu cầu về dữ liệu đã trả lời xong"),
                                    ("sign_ins", "tên người trong lần đăng nhập ở lịch sử"),
                                ],
                                max_length=10,
                                verbose_name="loại",
                            ),
                        ),
                        ("before", models.DateField(verbose_name="cũ hơn ngày")),
                        ("count", models.PositiveIntegerField(verbose_name="số dòng")),
                        ("proposed_on", models.DateField(verbose_name="ngày đề xuất")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "chờ quyết định"),
                                    ("done", "đã xóa"),
                                    ("declined", "chưa xóa, có lý do"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("answered_on", models.DateField(null=True, verbose_name="ngày quyết định")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=300, verbose_name="lý do chưa xóa"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đề xuất xóa khi hết hạn lưu",
                        "ordering": ["-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "waiting")),
                                fields=("kind",),
                                name="one_proposal_of_a_kind_waits",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "waiting"),
                                    models.Q(("answered_by__isnull", False), ("answered_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="nothing_goes_without_a_person_who_said_so",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RetentionRule",
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
                                    ("reach", "điện thoại, thư điện tử của người đã rời mọi đơn vị"),
                                    ("identity", "ngày sinh, số thẻ của người đã rời mọi đơn vị"),
                                    ("requests", "nội dung yêu cầu về dữ liệu đã trả lời xong"),
                                    ("sign_ins", "tên người trong lần đăng nhập ở lịch sử"),
                                ],
                                max_length=10,
                                verbose_name="loại",
                            ),
                        ),
                        ("starts", models.DateField(verbose_name="áp dụng từ ngày")),
                        (
                            "months",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="giữ thêm (tháng)"
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=300, verbose_name="căn cứ")),
                    ],
                    options={
                        "verbose_name": "hạn lưu giữ",
                        "ordering": ["kind", "-starts"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "starts"), name="one_rule_of_a_kind_begins_on_a_day"
                            )
                        ],
                    },
                ),
            ],
        ),
        lantoa.foundation.squashed.FirstRows(
            room="personal_data",
            steps=[
                "0001_people_ask_about_their_data.first_terms",
                "0002_purposes_and_incidents_are_written_down.first_rows",
                "0003_erasing_and_retention.first_rules",
            ],
        ),
    ]
