import django.db.models.deletion
import lantoa.documents.models
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("documents", "0001_initial"),
        ("documents", "0002_layout_rules"),
        ("documents", "0003_papers_are_found_without_accents"),
        ("documents", "0004_papers_of_other_rooms_bear_numbers_of_one_register"),
        ("documents", "0005_papers_of_earlier_days_have_a_layout"),
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
                    name="DocumentType",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "system",
                            models.CharField(
                                choices=[("party", "Văn bản của Đảng"), ("state", "Văn bản hành chính")],
                                max_length=10,
                                verbose_name="hệ thống",
                            ),
                        ),
                        ("code", models.CharField(max_length=10, verbose_name="chữ viết tắt")),
                        ("label", models.CharField(max_length=60, verbose_name="loại văn bản")),
                        ("place", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                    ],
                    options={
                        "verbose_name": "loại văn bản",
                        "ordering": ["system", "place", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("system", "label"), name="a_system_names_a_kind_of_paper_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LayoutRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "system",
                            models.CharField(
                                choices=[("party", "Văn bản của Đảng"), ("state", "Văn bản hành chính")],
                                max_length=10,
                                verbose_name="hệ thống",
                            ),
                        ),
                        ("name", models.CharField(max_length=80, verbose_name="tên văn bản")),
                        ("starts", models.DateField(verbose_name="có hiệu lực từ")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "values",
                            models.JSONField(
                                validators=[lantoa.documents.models.check_layout], verbose_name="các quy định"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                    ],
                    options={
                        "verbose_name": "quy định thể thức",
                        "ordering": ["system", "starts"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ends__isnull", True)),
                                fields=("system",),
                                name="one_layout_rule_of_a_system_is_open_at_a_time",
                            ),
                            models.UniqueConstraint(
                                fields=("system", "starts"), name="layout_rules_start_on_different_days"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_layout_rule_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Term",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=40, verbose_name="nhiệm kỳ")),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="terms",
                                to="organisation.unit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nhiệm kỳ",
                        "ordering": ["unit", "-starts"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ends__isnull", True)),
                                fields=("unit",),
                                name="one_term_of_a_unit_is_open_at_a_time",
                            ),
                            models.UniqueConstraint(
                                fields=("unit", "starts"), name="terms_of_a_unit_start_on_different_days"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends__isnull", True), ("ends__gt", models.F("starts")), _connector="OR"
                                ),
                                name="a_term_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Register",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "body_abbreviation",
                            models.CharField(max_length=80, verbose_name="chữ viết tắt cơ quan ban hành"),
                        ),
                        ("year", models.PositiveSmallIntegerField(null=True, verbose_name="năm")),
                        ("last_number", models.PositiveIntegerField(default=0, verbose_name="số cuối")),
                        (
                            "type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="registers",
                                to="documents.documenttype",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="registers",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "term",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="registers",
                                to="documents.term",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sổ số văn bản",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("term__isnull", False)),
                                fields=("type", "unit", "body_abbreviation", "term"),
                                name="one_register_for_each_kind_body_and_term",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("year__isnull", False)),
                                fields=("type", "unit", "body_abbreviation", "year"),
                                name="one_register_for_each_kind_body_and_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("term__isnull", True), ("year__isnull", True), _connector="XOR"
                                ),
                                name="a_register_runs_through_a_term_or_a_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="số")),
                        ("symbol", models.CharField(max_length=120, verbose_name="số và ký hiệu")),
                        ("issued_on", models.DateField(verbose_name="ngày ban hành")),
                        ("issuer_name", models.CharField(max_length=300, verbose_name="cơ quan ban hành")),
                        ("abstract", models.TextField(verbose_name="trích yếu")),
                        ("folded", models.TextField(default="", editable=False)),
                        ("about", models.CharField(blank=True, max_length=60, verbose_name="là văn bản của")),
                        (
                            "is_entered",
                            models.BooleanField(default=False, verbose_name="ký trước khi vào sổ"),
                        ),
                        ("created_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "created_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                        (
                            "issuer_unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "signed_file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="foundation.attachment",
                                verbose_name="bản đã ký",
                            ),
                        ),
                        (
                            "type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="documents.documenttype",
                            ),
                        ),
                        (
                            "register",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="documents.register",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "văn bản",
                        "ordering": ["-issued_on", "-pk"],
                        "indexes": [
                            models.Index(fields=["issuer_unit", "-issued_on"], name="documents_of_a_unit")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("register", "number"), name="a_number_is_given_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)), name="numbers_begin_at_one"
                            ),
                        ],
                    },
                ),
            ],
        ),
        lantoa.foundation.squashed.FirstRows(
            room="documents",
            steps=[
                "0002_layout_rules.seed",
                "0004_papers_of_other_rooms_bear_numbers_of_one_register.say_how_long_series_run",
                "0005_papers_of_earlier_days_have_a_layout.add",
            ],
        ),
    ]
