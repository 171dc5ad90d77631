"""Decisions that commend rest on papers of their own, kept beside those of the programme."""

import datetime as dt

from django.db import migrations, models

GUIDANCE = {
    "kind": "guidance",
    "issuer": "Trung ương",
    "issued_on": dt.date(2025, 6, 9),
    "abstract": "về khen thưởng tổ chức đảng và đảng viên",
    "starts": dt.date(2025, 6, 9),
    "serves": "commendation",
    "verified": False,
    "note": "Đối chiếu bản gốc: cơ quan ban hành, trích yếu; một nguồn nêu Hướng dẫn số 01-HD/TW, ngày 19/5/2026, cần "
    "xem có thay thế không.",
}


def add(apps, schema_editor):
    apps.get_model("programme", "LegalBasis").objects.get_or_create(symbol="06-HD/TW", defaults=GUIDANCE)


class Migration(migrations.Migration):
    dependencies = [("programme", "0005_other_units_propose_changes_of_shared_lists")]

    operations = [
        migrations.AddField(
            model_name="legalbasis",
            name="serves",
            field=models.CharField(
                choices=[
                    ("programme", "học tập, thực hành và báo cáo"),
                    ("commendation", "quyết định khen thưởng"),
                ],
                default="programme",
                max_length=12,
                verbose_name="là căn cứ của",
            ),
        ),
        migrations.RunPython(add, migrations.RunPython.noop),
    ]
