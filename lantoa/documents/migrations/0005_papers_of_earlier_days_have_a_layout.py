"""Papers dated before the rules that were read: the same figures, marked as not yet compared with the rule of then.

An office that knows the rule of then puts its figures into the row; nothing in the code changes.
"""

import datetime as dt

from django.db import migrations

EARLIEST = dt.date(1990, 1, 1)
NAMES = {"party": "Trước HD 36-HD/VPTW", "state": "Trước NĐ 30/2020/NĐ-CP"}
NOTE = (
    "Quy định trước ngày %s chưa được đối chiếu bản gốc: số đo, cỡ chữ và cách đánh số tạm lấy như văn bản kế tiếp. "
    "Sửa các giá trị ở dòng này khi đã đối chiếu."
)


def add(apps, schema_editor):
    rules = apps.get_model("documents", "LayoutRule").objects
    for system, name in NAMES.items():
        first = rules.filter(system=system).order_by("starts").first()
        rules.create(
            system=system,
            name=name,
            starts=EARLIEST,
            ends=first.starts,
            values=first.values,
            note=NOTE % f"{first.starts:%d/%m/%Y}",
        )


class Migration(migrations.Migration):
    dependencies = [("documents", "0004_papers_of_other_rooms_bear_numbers_of_one_register")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
