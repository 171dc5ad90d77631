"""Five fields to begin with, after the grouping that a provincial handbook of 2019 uses; provinces may change them."""

from django.db import migrations

FIELDS = [
    ("Cải cách thủ tục hành chính", ""),
    ("Nâng cao tinh thần trách nhiệm của cán bộ, công chức, người đứng đầu", "Nâng cao trách nhiệm"),
    ("Thực hành tiết kiệm, đoàn kết, tương trợ", "Tiết kiệm, tương trợ"),
    ("Xây dựng tổ chức cơ sở đảng, hệ thống chính trị", "Xây dựng tổ chức đảng"),
    ("Tuyên truyền, vận động", ""),
]


def add_fields(apps, schema_editor):
    field = apps.get_model("practices", "Field")
    field.objects.bulk_create(
        field(name=name, short_name=short_name, place=place)
        for place, (name, short_name) in enumerate(FIELDS, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("practices", "0001_initial")]
    operations = [migrations.RunPython(add_fields, migrations.RunPython.noop)]
