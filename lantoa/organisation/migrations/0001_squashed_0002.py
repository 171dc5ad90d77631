import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
import lantoa.organisation.models
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("organisation", "0001_initial"), ("organisation", "0002_the_tree_by_day")]

    initial = True

    dependencies = []

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Unit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=60, unique=True, verbose_name="mã")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("party", "tổ chức đảng"),
                                    ("agency", "cơ quan"),
                                    ("association", "hội, đoàn thể"),
                                    ("school", "trường học"),
                                    ("hospital", "bệnh viện, trạm y tế"),
                                    ("cooperative", "hợp tác xã"),
                                    ("company", "doanh nghiệp"),
                                    ("household_group", "tổ nhân dân, hộ gia đình"),
                                    ("other", "đơn vị khác"),
                                ],
                                default="party",
                                max_length=20,
                                verbose_name="loại",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("central", "Trung ương"),
                                    ("province", "cấp tỉnh"),
                                    ("superior", "cấp trên trực tiếp cơ sở"),
                                    ("grassroots", "cơ sở"),
                                    ("section", "đảng bộ bộ phận"),
                                    ("cell", "chi bộ"),
                                    ("", "không phải tổ chức đảng"),
                                ],
                                default="",
                                max_length=12,
                                verbose_name="cấp",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đơn vị",
                    },
                ),
                migrations.CreateModel(
                    name="Reorganisation",
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
                                    ("found", "thành lập"),
                                    ("rename", "đổi tên"),
                                    ("move", "chuyển"),
                                    ("merge", "sáp nhập"),
                                    ("split", "chia tách"),
                                    ("dissolve", "giải thể, kết thúc hoạt động"),
                                ],
                                max_length=10,
                                verbose_name="việc",
                            ),
                        ),
                        ("about", models.CharField(max_length=250, verbose_name="đơn vị")),
                        (
                            "decision_number",
                            models.CharField(blank=True, max_length=80, verbose_name="số quyết định"),
                        ),
                        (
                            "decision_date",
                            models.DateField(blank=True, null=True, verbose_name="ngày quyết định"),
                        ),
                        ("effective_on", models.DateField(verbose_name="có hiệu lực từ")),
                        ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                        (
                            "recorded_by",
                            models.CharField(blank=True, max_length=330, verbose_name="người ghi"),
                        ),
                        ("recorded_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("changes", models.JSONField(default=dict)),
                        ("leans_on", models.ManyToManyField(related_name="+", to="organisation.unit")),
                        (
                            "units",
                            models.ManyToManyField(related_name="reorganisations", to="organisation.unit"),
                        ),
                    ],
                    options={
                        "verbose_name": "thay đổi tổ chức",
                    },
                ),
                migrations.CreateModel(
                    name="Succession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("carries_records", models.BooleanField(default=True, verbose_name="nhận hồ sơ")),
                        (
                            "reorganisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="successions",
                                to="organisation.reorganisation",
                            ),
                        ),
                        (
                            "predecessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="successions",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inheritances",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tổ chức kế tục",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("carries_records", True)),
                                fields=("predecessor",),
                                name="one_successor_carries_the_records",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                                name="a_unit_does_not_continue_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Placement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("path", lantoa.organisation.models.PathField(max_length=60)),
                        ("name", models.CharField(max_length=250, verbose_name="tên")),
                        ("short_name", models.CharField(blank=True, max_length=120, verbose_name="tên gọn")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="child_placements",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vị trí trong cây tổ chức",
                        "indexes": [
                            models.Index(fields=["path", "starts"], name="the_tree_by_path"),
                            models.Index(fields=["starts"], name="what_began_stands_by_day"),
                            models.Index(
                                condition=models.Q(("ends__isnull", False)),
                                fields=["ends"],
                                name="what_ended_stood_by_day",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ends__isnull", True)),
                                fields=("unit",),
                                name="a_unit_has_one_open_placement",
                            ),
                            models.UniqueConstraint(
                                fields=("unit", "starts"), name="a_unit_is_placed_once_a_day"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ends__isnull", True)),
                                fields=("path",),
                                name="an_open_path_is_used_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_placement_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Heir",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts", models.DateField()),
                        ("ends", models.DateField(blank=True, null=True)),
                        (
                            "heir",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inherits",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="heirs",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "đơn vị nhận số liệu",
                        "indexes": [
                            models.Index(fields=["heir", "unit"], name="what_an_heir_inherits"),
                            models.Index(fields=["starts"], name="who_inherits_by_first_day"),
                            models.Index(
                                condition=models.Q(("ends__isnull", False)),
                                fields=["ends"],
                                name="who_inherited_by_last_day",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ends__isnull", True)),
                                fields=("unit",),
                                name="a_unit_has_one_open_heir",
                            ),
                            models.UniqueConstraint(
                                fields=("unit", "starts"), name="a_unit_finds_one_heir_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="an_heir_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
