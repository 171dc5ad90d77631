"""The programme as it is known in November 2026: two names, three then four pillars, three legal bases."""

import datetime as dt

from django.db import migrations

DIRECTIVE_05 = dt.date(2016, 5, 15)
CONCLUSION_01 = dt.date(2021, 5, 18)
DIRECTIVE_07 = dt.date(2026, 7, 13)
POLITBURO = "Bộ Chính trị"
THOUGHT = ("thought", "Tư tưởng", "tư tưởng chính trị")
ETHICS = ("ethics", "Đạo đức", "đạo đức, lối sống")
METHOD = ("method", "Phương pháp", "phương pháp")
STYLE = ("style", "Phong cách", "phong cách, tác phong, lề lối làm việc")

PROGRAMMES = [
    (
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "Học tập và làm theo Bác",
        DIRECTIVE_05,
        DIRECTIVE_07,
        [THOUGHT, ETHICS, STYLE],
    ),
    (
        "Học tập, thực hành tư tưởng, đạo đức, phương pháp, phong cách Hồ Chí Minh",
        "Học tập, thực hành theo Bác",
        DIRECTIVE_07,
        None,
        [THOUGHT, ETHICS, METHOD, STYLE],
    ),
]
BASES = [
    {
        "symbol": "05-CT/TW",
        "kind": "directive",
        "issued_on": DIRECTIVE_05,
        "abstract": "về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "verified": True,
    },
    {
        "symbol": "01-KL/TW",
        "kind": "conclusion",
        "issued_on": CONCLUSION_01,
        "abstract": "về tiếp tục thực hiện Chỉ thị số 05-CT/TW về đẩy mạnh học tập và làm theo tư tưởng, "
        "đạo đức, phong cách Hồ Chí Minh",
        "verified": True,
    },
    {
        "symbol": "07-CT/TW",
        "kind": "directive",
        "issued_on": DIRECTIVE_07,
        "abstract": "về đẩy mạnh học tập, thực hành tư tưởng, đạo đức, phương pháp, phong cách Hồ Chí Minh "
        "trong giai đoạn phát triển mới",
        "verified": False,
        "note": "Chưa rõ có thay thế văn bản trước hay không.",
    },
]


def tell(apps, schema_editor):
    """Write what is not there yet."""
    Programme = apps.get_model("programme", "Programme")
    Pillar = apps.get_model("programme", "Pillar")
    LegalBasis = apps.get_model("programme", "LegalBasis")
    for name, short_name, starts, ends, pillars in PROGRAMMES:
        programme, _new = Programme.objects.get_or_create(
            starts=starts, defaults={"name": name, "short_name": short_name, "ends": ends}
        )
        for position, (code, pillar, in_full) in enumerate(pillars, start=1):
            Pillar.objects.get_or_create(
                programme=programme,
                code=code,
                defaults={
                    "name": pillar, "in_full": in_full, "position": position, "starts": starts, "ends": ends
                },
            )
    for basis in BASES:
        rest = {"issuer": POLITBURO, "starts": basis["issued_on"], **basis}
        LegalBasis.objects.get_or_create(symbol=rest.pop("symbol"), defaults=rest)


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial")]
    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
