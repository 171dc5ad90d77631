import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
import lantoa.organisation.models
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("figures", "0001_initial"),
        ("figures", "0002_stages"),
        ("figures", "0003_indicators_say_what_they_are"),
        ("figures", "0004_each_indicator_is_kept_by_a_unit"),
        ("figures", "0005_no_indicator_is_without_a_keeper"),
        ("figures", "0006_nothing_is_said_by_somebody"),
        ("figures", "0007_sums_are_folded"),
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
                    name="Folding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("tree_day", models.DateField(verbose_name="theo cây tổ chức ngày")),
                        ("as_of", models.DateTimeField(verbose_name="tính đến lúc")),
                        ("of", models.CharField(blank=True, max_length=64)),
                    ],
                    options={
                        "verbose_name": "lượt cộng sẵn",
                    },
                ),
                migrations.CreateModel(
                    name="Stale",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("unit", models.BigIntegerField()),
                        ("moved", models.BooleanField(default=False)),
                        ("at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                    ],
                    options={
                        "verbose_name": "đơn vị chờ cộng lại",
                    },
                ),
                migrations.CreateModel(
                    name="Home",
                    fields=[
                        (
                            "unit",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to="organisation.unit",
                            ),
                        ),
                        ("path", lantoa.organisation.models.PathField(db_index=True, max_length=60)),
                        (
                            "above",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "home",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nơi cộng số liệu",
                    },
                ),
                migrations.CreateModel(
                    name="Indicator",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=80, verbose_name="mã")),
                        ("label", models.CharField(max_length=250, verbose_name="chỉ tiêu")),
                        ("unit_of_count", models.CharField(max_length=60, verbose_name="đơn vị tính")),
                        (
                            "section",
                            models.CharField(
                                default="results", max_length=40, verbose_name="mục của báo cáo"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("number", "số"),
                                    ("percent", "tỷ lệ %"),
                                    ("ratio", "tử số trên mẫu số"),
                                    ("range", "khoảng từ… đến…"),
                                    ("change", "trước và sau"),
                                    ("target", "chỉ tiêu và kết quả"),
                                    ("rank", "xếp hạng trong số…"),
                                    ("series", "dãy số theo thời gian"),
                                    ("text", "bằng lời"),
                                    ("identifier", "số hiệu"),
                                ],
                                default="number",
                                max_length=12,
                                verbose_name="loại số",
                            ),
                        ),
                        (
                            "meaning",
                            models.CharField(
                                choices=[
                                    ("in_period", "phát sinh trong kỳ"),
                                    ("since_start", "lũy kế từ đầu giai đoạn"),
                                    ("on_day", "hiện có tại ngày cuối kỳ"),
                                ],
                                default="in_period",
                                max_length=12,
                                verbose_name="nghĩa",
                            ),
                        ),
                        (
                            "adds",
                            models.CharField(
                                choices=[
                                    ("sum", "cộng các đơn vị"),
                                    ("parts", "cộng riêng từng vế (tử số, mẫu số)"),
                                    ("none", "không cộng, nêu riêng từng đơn vị"),
                                    ("last", "lấy số mới nhất"),
                                    ("least", "lấy số thấp nhất"),
                                ],
                                default="none",
                                max_length=8,
                                verbose_name="cách cộng",
                            ),
                        ),
                        ("parts", models.JSONField(blank=True, default=list, verbose_name="các phần")),
                        (
                            "division",
                            models.CharField(
                                choices=[
                                    ("whole", "cộng lại đủ tổng số"),
                                    ("some", "chỉ là một phần của tổng số"),
                                    ("nested", "phần sau nằm trong phần trước"),
                                ],
                                default="whole",
                                max_length=8,
                                verbose_name="quan hệ các phần",
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
                                max_length=12,
                                verbose_name="cấp khai",
                            ),
                        ),
                        ("role", models.CharField(blank=True, max_length=20, verbose_name="ai khai")),
                        ("movement", models.CharField(blank=True, max_length=80, verbose_name="phong trào")),
                        ("how_counted", models.TextField(blank=True, verbose_name="cách tính")),
                        (
                            "stopped_on",
                            models.DateField(blank=True, null=True, verbose_name="thôi khai từ ngày"),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="indicators",
                                to="organisation.unit",
                                verbose_name="đơn vị giữ",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "chỉ tiêu khai báo",
                        "ordering": ["code", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "code"), name="a_unit_keeps_an_indicator_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeclaredFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(verbose_name="đến trước ngày")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("number", "số"),
                                    ("percent", "tỷ lệ %"),
                                    ("ratio", "tử số trên mẫu số"),
                                    ("range", "khoảng từ… đến…"),
                                    ("change", "trước và sau"),
                                    ("target", "chỉ tiêu và kết quả"),
                                    ("rank", "xếp hạng trong số…"),
                                    ("series", "dãy số theo thời gian"),
                                    ("text", "bằng lời"),
                                    ("identifier", "số hiệu"),
                                ],
                                default="number",
                                max_length=12,
                                verbose_name="loại",
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="giá trị"
                            ),
                        ),
                        (
                            "numerator",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="tử số"
                            ),
                        ),
                        (
                            "denominator",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=20, null=True, verbose_name="mẫu số"
                            ),
                        ),
                        (
                            "low",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=20,
                                null=True,
                                verbose_name="thấp nhất",
                            ),
                        ),
                        (
                            "high",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=20,
                                null=True,
                                verbose_name="cao nhất",
                            ),
                        ),
                        ("text", models.CharField(blank=True, max_length=300, verbose_name="nội dung")),
                        ("parts", models.JSONField(blank=True, default=list, verbose_name="các phần")),
                        (
                            "precision",
                            models.CharField(
                                choices=[
                                    ("chính xác", "chính xác"),
                                    ("gần", "gần"),
                                    ("trên", "trên"),
                                    ("hơn", "hơn"),
                                    ("khoảng", "khoảng"),
                                    ("luôn đạt hơn", "luôn đạt hơn"),
                                    ("luôn đạt", "luôn đạt"),
                                    ("trung bình", "trung bình"),
                                    ("thường lên tới", "thường lên tới"),
                                    ("cơ bản trên", "cơ bản trên"),
                                    ("định tính", "định tính"),
                                    ("định kỳ", "định kỳ"),
                                ],
                                default="chính xác",
                                max_length=20,
                                verbose_name="mức chính xác",
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=200, verbose_name="tính trên")),
                        ("source", models.CharField(blank=True, max_length=300, verbose_name="nguồn")),
                        ("declared_by_name", models.CharField(max_length=200, verbose_name="người khai")),
                        ("declared_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "declared_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaces",
                                to="figures.declaredfigure",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="declared_figures",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="declared_figures",
                                to="figures.indicator",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "số khai báo",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends__gt", models.F("starts"))),
                                name="a_declared_period_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("value__isnull", False),
                                    ("denominator__isnull", False),
                                    models.Q(("high__isnull", False), ("low__isnull", False)),
                                    models.Q(("text", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_declaration_says_something",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("replaced_by__isnull", True)),
                                fields=("unit", "indicator", "starts", "ends"),
                                name="a_unit_declares_an_indicator_once_a_period",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Nothing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=80, verbose_name="mã chỉ tiêu")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(verbose_name="đến trước ngày")),
                        ("said_by_name", models.CharField(max_length=200, verbose_name="người ghi")),
                        ("said_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "said_by",
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
                                related_name="nothings",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "không phát sinh",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends__gt", models.F("starts"))),
                                name="a_period_of_nothing_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(
                                fields=("unit", "code", "starts", "ends"),
                                name="nothing_is_said_once_of_a_period",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rounding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=80, verbose_name="mã chỉ tiêu")),
                        (
                            "step",
                            models.DecimalField(decimal_places=4, max_digits=20, verbose_name="làm tròn đến"),
                        ),
                        ("word", models.CharField(blank=True, max_length=20, verbose_name="từ đi kèm")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="roundings",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cách nêu số",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "code"), name="a_unit_says_a_number_in_one_way"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("step__gt", 0)), name="a_rounding_step_is_positive"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Stage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="giai đoạn")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        (
                            "ends",
                            models.DateField(blank=True, null=True, verbose_name="ngày kế tiếp ngày cuối"),
                        ),
                    ],
                    options={
                        "verbose_name": "giai đoạn",
                        "ordering": ["-starts"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_stage_ends_after_it_starts",
                            ),
                            models.UniqueConstraint(fields=("starts",), name="one_stage_begins_on_a_day"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FoldedSum",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=80)),
                        ("part", models.CharField(blank=True, max_length=100)),
                        ("month", models.DateField()),
                        ("own", models.DecimalField(decimal_places=4, max_digits=24)),
                        ("amount", models.DecimalField(decimal_places=4, max_digits=24)),
                        (
                            "unit",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "số cộng sẵn",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "month", "code", "part"),
                                name="a_sum_of_a_month_is_folded_once",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
