import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("people", "0001_initial"),
        ("people", "0002_a_second_person_confirms_posts"),
        ("people", "0003_how_an_office_began"),
        ("people", "0004_wrong_tries_are_counted_under_digests"),
        ("people", "0005_members_of_ended_units_go_on_in_those_that_continue_them"),
        ("people", "0006_one_apostrophe_in_names"),
        ("people", "0007_telephones_are_written_one_way"),
        ("people", "0008_two_records_of_one_person_become_one"),
        ("people", "0009_sessions_are_listed_and_a_second_key_is_dropped_by_two"),
        ("people", "0010_who_answers_for_personal_data_is_a_role"),
        ("people", "0011_somebody_stands_in_while_the_holder_is_away"),
    ]

    initial = True

    dependencies = [
        ("organisation", "0001_squashed_0002"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Account",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        (
                            "last_login",
                            models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                        ),
                        (
                            "sign_in_name",
                            models.CharField(max_length=120, unique=True, verbose_name="tên đăng nhập"),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="đang dùng")),
                        (
                            "must_change_password",
                            models.BooleanField(default=False, verbose_name="phải đổi mật khẩu"),
                        ),
                        ("created_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("generation", models.PositiveIntegerField(default=0)),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="account",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tài khoản",
                    },
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("full_name", models.CharField(max_length=120, verbose_name="họ và tên")),
                        ("name_folded", models.CharField(db_index=True, editable=False, max_length=120)),
                        ("sort_key", models.CharField(db_index=True, editable=False, max_length=400)),
                        ("born_on", models.DateField(blank=True, null=True, verbose_name="ngày sinh")),
                        ("phone", models.CharField(blank=True, max_length=20, verbose_name="điện thoại")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử")),
                        (
                            "card_number",
                            models.CharField(blank=True, max_length=20, verbose_name="số thẻ đảng viên"),
                        ),
                    ],
                    options={
                        "verbose_name": "người",
                        "ordering": ["sort_key", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Title",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=160, unique=True, verbose_name="chức danh")),
                    ],
                    options={
                        "verbose_name": "chức danh",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Tries",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=64, unique=True)),
                        ("count", models.PositiveIntegerField(default=0)),
                        ("last_at", models.DateTimeField()),
                        ("shut_until", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "lần thử sai",
                    },
                ),
                migrations.CreateModel(
                    name="OpenSession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("session_key", models.CharField(max_length=40, unique=True)),
                        ("began_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="open_sessions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phiên đang mở",
                    },
                ),
                migrations.CreateModel(
                    name="Post",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("member", "Đảng viên"),
                                    ("secretary", "Bí thư chi bộ"),
                                    ("committee", "Cấp ủy cơ sở"),
                                    ("officer", "Chuyên viên tham mưu"),
                                    ("leader", "Thường trực, ban thường vụ"),
                                    ("inspector", "Kiểm tra, giám sát"),
                                    ("administrator", "Quản trị"),
                                    ("protector", "Phụ trách bảo vệ dữ liệu"),
                                ],
                                max_length=20,
                                verbose_name="vai trò",
                            ),
                        ),
                        (
                            "reach",
                            models.CharField(
                                choices=[
                                    ("unit", "chỉ đơn vị này"),
                                    ("subtree", "đơn vị này và các đơn vị trực thuộc"),
                                ],
                                default="unit",
                                max_length=10,
                                verbose_name="phạm vi",
                            ),
                        ),
                        ("is_head", models.BooleanField(default=False, verbose_name="người đứng đầu")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="people.person",
                            ),
                        ),
                        (
                            "stands_for",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deputies",
                                to="people.post",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "title",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="people.title",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "chức vụ",
                        "indexes": [models.Index(fields=["unit", "role", "starts"], name="posts_in_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_post_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stands_for__isnull", True),
                                    models.Q(("ends__isnull", False), ("is_head", False)),
                                    _connector="OR",
                                ),
                                name="a_deputy_has_a_last_day_and_is_no_head",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Grant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("member", "Đảng viên"),
                                    ("secretary", "Bí thư chi bộ"),
                                    ("committee", "Cấp ủy cơ sở"),
                                    ("officer", "Chuyên viên tham mưu"),
                                    ("leader", "Thường trực, ban thường vụ"),
                                    ("inspector", "Kiểm tra, giám sát"),
                                    ("administrator", "Quản trị"),
                                    ("protector", "Phụ trách bảo vệ dữ liệu"),
                                ],
                                max_length=20,
                                verbose_name="vai trò",
                            ),
                        ),
                        (
                            "reach",
                            models.CharField(
                                choices=[
                                    ("unit", "chỉ đơn vị này"),
                                    ("subtree", "đơn vị này và các đơn vị trực thuộc"),
                                ],
                                default="unit",
                                max_length=10,
                                verbose_name="phạm vi",
                            ),
                        ),
                        ("is_head", models.BooleanField(default=False, verbose_name="người đứng đầu")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "decision",
                            models.CharField(blank=True, max_length=80, verbose_name="số quyết định"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "chờ người thứ hai xác nhận"),
                                    ("given", "đã giao"),
                                    ("refused", "không đồng ý"),
                                    ("withdrawn", "đã rút"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="tình trạng",
                            ),
                        ),
                        ("asked_on", models.DateField()),
                        ("answered_on", models.DateField(null=True)),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                        ("seen_on", models.DateField(null=True)),
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
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to="organisation.unit",
                            ),
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
                            "asked_by",
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
                                related_name="grants",
                                to="people.person",
                            ),
                        ),
                        (
                            "post",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="grant",
                                to="people.post",
                            ),
                        ),
                        (
                            "stands_for",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="people.post",
                            ),
                        ),
                        (
                            "title",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to="people.title",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đề nghị giao chức vụ",
                        "ordering": ["-pk"],
                        "indexes": [
                            models.Index(fields=["state", "answered_on"], name="grants_by_state"),
                            models.Index(fields=["unit", "state"], name="grants_of_a_unit"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_grant_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("asked_by__isnull", True),
                                    models.Q(("asked_by", models.F("person")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_asks_for_a_post_for_herself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_by__isnull", True),
                                    ("state", "withdrawn"),
                                    models.Q(
                                        models.Q(("answered_by", models.F("person")), _negated=True),
                                        models.Q(("answered_by", models.F("asked_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_second_person_answers_a_grant",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Duty",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=300, verbose_name="nhiệm vụ")),
                        (
                            "title",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="duties",
                                to="people.title",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nhiệm vụ theo vị trí việc làm",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("title", "name"), name="a_title_names_a_duty_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
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
                                    ("official", "đảng viên chính thức"),
                                    ("probationary", "đảng viên dự bị"),
                                    ("exempt", "đảng viên được miễn công tác, sinh hoạt"),
                                    ("outside", "quần chúng ngoài Đảng"),
                                ],
                                default="official",
                                max_length=12,
                                verbose_name="diện",
                            ),
                        ),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sinh hoạt tại chi bộ",
                        "indexes": [models.Index(fields=["unit", "starts"], name="members_of_a_unit")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ends__isnull", True)),
                                fields=("person",),
                                name="a_person_belongs_to_one_cell_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_membership_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Beginning",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("begun_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("confirmed_at", models.DateTimeField(null=True, verbose_name="xác nhận lúc")),
                        ("refused_at", models.DateTimeField(null=True, verbose_name="từ chối lúc")),
                        (
                            "unit",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="beginning",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "administrator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "head",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc bắt đầu dùng",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("administrator", models.F("head")), _negated=True),
                                name="who_is_given_power_does_not_confirm_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("confirmed_at__isnull", True),
                                    ("refused_at__isnull", True),
                                    _connector="OR",
                                ),
                                name="a_beginning_is_not_both_confirmed_and_refused",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonMerge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("log", models.JSONField(default=dict)),
                        ("merged_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("undone_at", models.DateTimeField(null=True)),
                        (
                            "gone",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged_into",
                                to="people.person",
                            ),
                        ),
                        (
                            "kept",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges",
                                to="people.person",
                            ),
                        ),
                        (
                            "merged_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "việc gộp hồ sơ",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("undone_at__isnull", True)),
                                fields=("gone",),
                                name="a_record_goes_into_one_other",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kept", models.F("gone")), _negated=True),
                                name="a_record_is_not_merged_with_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ResetCode",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code_hash", models.CharField(max_length=200)),
                        ("expires_at", models.DateTimeField()),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("used_at", models.DateTimeField(null=True)),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("given_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reset_codes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mã đặt lại mật khẩu",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("agreed_by__isnull", True),
                                    models.Q(("agreed_by", models.F("given_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="who_gives_a_code_does_not_drop_the_second_key_alone",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
