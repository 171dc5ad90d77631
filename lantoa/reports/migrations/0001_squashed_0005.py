import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0001_initial"),
        ("reports", "0002_sentences_are_worded_and_figures_looked_at"),
        ("reports", "0003_reports_say_what_they_review_and_keep_their_versions"),
        ("reports", "0004_an_office_keeps_its_outlines"),
        ("reports", "0005_the_word_of_an_issued_report_is_kept"),
    ]

    initial = True

    dependencies = [
        ("documents", "0001_squashed_0005"),
        ("organisation", "0001_squashed_0002"),
        ("people", "0001_squashed_0011"),
    ]

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Outline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="tên đề cương")),
                        ("headings", models.JSONField(verbose_name="các mục")),
                        (
                            "given_below",
                            models.BooleanField(default=False, verbose_name="giao cho đơn vị bên dưới dùng"),
                        ),
                        ("written_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        (
                            "stopped_on",
                            models.DateField(blank=True, null=True, verbose_name="thôi dùng từ ngày"),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="outlines",
                                to="organisation.unit",
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
                    ],
                    options={
                        "verbose_name": "đề cương báo cáo",
                        "ordering": ["name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Report",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "form",
                            models.CharField(default="interim", max_length=40, verbose_name="loại báo cáo"),
                        ),
                        (
                            "occasion",
                            models.CharField(
                                blank=True,
                                choices=[("", "định kỳ"), ("interim", "sơ kết"), ("final", "tổng kết")],
                                max_length=10,
                                verbose_name="báo cáo",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="thực hiện văn bản, phong trào"
                            ),
                        ),
                        (
                            "ready_outline",
                            models.CharField(blank=True, max_length=20, verbose_name="đề cương có sẵn"),
                        ),
                        ("starts", models.DateField(verbose_name="từ ngày")),
                        ("ends", models.DateField(verbose_name="đến trước ngày")),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "bản nháp"), ("issued", "đã ban hành")],
                                default="draft",
                                max_length=10,
                                verbose_name="trạng thái",
                            ),
                        ),
                        ("abstract", models.CharField(blank=True, max_length=500, verbose_name="trích yếu")),
                        ("texts", models.JSONField(blank=True, default=dict, verbose_name="phần viết tay")),
                        ("wording", models.JSONField(blank=True, default=dict, verbose_name="câu đã sửa")),
                        ("seen", models.JSONField(blank=True, default=dict, verbose_name="số đã xem")),
                        (
                            "missing_note",
                            models.CharField(blank=True, max_length=500, verbose_name="lý do thiếu số liệu"),
                        ),
                        (
                            "issuer",
                            models.CharField(blank=True, max_length=250, verbose_name="cơ quan ban hành"),
                        ),
                        (
                            "superior",
                            models.CharField(blank=True, max_length=250, verbose_name="cơ quan cấp trên"),
                        ),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="địa danh")),
                        (
                            "letters",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="chữ viết tắt trong ký hiệu"
                            ),
                        ),
                        (
                            "signing_body",
                            models.CharField(blank=True, max_length=120, verbose_name="ký thay mặt"),
                        ),
                        (
                            "signer_position",
                            models.CharField(blank=True, max_length=120, verbose_name="chức vụ người ký"),
                        ),
                        (
                            "signer_name",
                            models.CharField(blank=True, max_length=120, verbose_name="người ký"),
                        ),
                        ("recipients", models.TextField(blank=True, verbose_name="nơi nhận")),
                        ("frozen", models.JSONField(blank=True, null=True, verbose_name="số liệu đã chốt")),
                        ("created_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
                        ("updated_at", models.DateTimeField(default=lantoa.foundation.clock.now)),
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
                            "document",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="report",
                                to="documents.document",
                                verbose_name="văn bản",
                            ),
                        ),
                        (
                            "outline",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="reports.outline",
                                verbose_name="đề cương",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="organisation.unit",
                            ),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "báo cáo",
                        "ordering": ["-updated_at", "-pk"],
                        "indexes": [models.Index(fields=["unit", "-updated_at"], name="reports_of_a_unit")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends__gt", models.F("starts"))),
                                name="a_reported_period_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("document__isnull", True),
                                        ("frozen__isnull", True),
                                        ("status", "draft"),
                                    ),
                                    models.Q(
                                        ("document__isnull", False),
                                        ("frozen__isnull", False),
                                        ("status", "issued"),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_report_has_a_number_and_kept_figures_exactly_when_issued",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "draft")),
                                fields=("form", "unit", "starts", "ends", "occasion", "subject"),
                                name="a_unit_drafts_one_report_on_a_period_and_subject",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="bản")),
                        (
                            "kept_at",
                            models.DateTimeField(default=lantoa.foundation.clock.now, verbose_name="lúc"),
                        ),
                        ("text", models.JSONField(verbose_name="nội dung")),
                        (
                            "kept_by",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="reports.report",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bản đã lưu",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "number"), name="a_version_of_a_report_has_its_number"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignedWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("content", models.BinaryField(verbose_name="tệp Word")),
                        ("sha256", models.CharField(max_length=64, verbose_name="mã băm SHA-256")),
                        (
                            "report",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signed_word",
                                to="reports.report",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bản Word khi ban hành",
                    },
                ),
            ],
        ),
    ]
