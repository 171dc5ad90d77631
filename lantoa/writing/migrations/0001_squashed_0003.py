import django.db.models.deletion
import lantoa.foundation.clock
import lantoa.foundation.squashed
import lantoa.writing.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("writing", "0001_initial"),
        ("writing", "0002_stock_phrases"),
        ("writing", "0003_a_text_of_the_index_is_called_so"),
    ]

    initial = True

    dependencies = []

    operations = [
        lantoa.foundation.squashed.CreateRoom(
            models=[
                migrations.CreateModel(
                    name="Pool",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=80, unique=True, verbose_name="khóa")),
                    ],
                    options={
                        "verbose_name": "nhóm so sánh",
                    },
                ),
                migrations.CreateModel(
                    name="IndexedText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("subject_type", models.CharField(max_length=80)),
                        ("subject_id", models.CharField(max_length=40)),
                        ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                        ("owner", models.CharField(max_length=80, verbose_name="của ai")),
                        ("words", models.PositiveIntegerField(verbose_name="số chữ")),
                        ("shingles", models.BinaryField()),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="writing.pool",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "văn bản đã lập chỉ mục",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("subject_type", "subject_id"),
                                name="a_subject_is_indexed_once_as_a_document",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Posting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("hash", lantoa.writing.models.Hash()),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="postings",
                                to="writing.indexedtext",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="writing.pool",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mục của chỉ mục",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pool", "hash", "document"),
                                name="a_shingle_is_posted_once_for_a_document",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Snapshot",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="ngày")),
                        ("documents", models.PositiveIntegerField(verbose_name="số văn bản")),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="snapshots",
                                to="writing.pool",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tần suất theo ngày",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pool", "on"), name="a_pool_is_counted_once_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Frequency",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("hash", lantoa.writing.models.Hash()),
                        ("documents", models.PositiveIntegerField()),
                        (
                            "snapshot",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="frequencies",
                                to="writing.snapshot",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tần suất",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("snapshot", "hash"), name="a_shingle_is_counted_once_a_snapshot"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("documents__gte", 2)),
                                name="a_shingle_of_one_document_is_not_listed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StockPhrase",
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
                                    ("heading", "tiêu đề của biểu"),
                                    ("particulars", "tiêu đề của phần lý lịch"),
                                    ("sentence", "câu mẫu thường dùng"),
                                ],
                                max_length=12,
                                verbose_name="loại",
                            ),
                        ),
                        ("text", models.CharField(max_length=400, verbose_name="nguyên văn")),
                        ("is_used", models.BooleanField(default=True, verbose_name="đang dùng")),
                    ],
                    options={
                        "verbose_name": "câu mẫu",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "text"), name="a_stock_phrase_is_kept_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Considered",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("subject", models.CharField(max_length=120, verbose_name="về")),
                        ("key", models.CharField(max_length=20, verbose_name="gợi ý")),
                        ("text_hash", models.CharField(max_length=64)),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="lý do")),
                        ("at", models.DateTimeField(default=lantoa.foundation.clock.now, verbose_name="lúc")),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gợi ý đã cân nhắc",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("account", "subject", "key", "text_hash"),
                                name="a_hint_is_set_aside_once_for_a_text",
                            )
                        ],
                    },
                ),
            ],
        ),
        lantoa.foundation.squashed.FirstRows(
            room="writing",
            steps=["0002_stock_phrases.seed"],
        ),
    ]
