"""What was written below "Bài học kinh nghiệm" by the ready outlines of reviews stands in the part of lessons."""

from typing import Any

from django.db import migrations

OWN, PART = "own-bai-hoc-kinh-nghiem", "lessons"


def renamed(apps: Any, schema_editor: Any) -> None:
    report = apps.get_model("reports", "Report")
    drafts = report.objects.filter(ready_outline__in=["interim", "final"], frozen__isnull=True)
    for one in drafts.only("texts", "wording", "seen"):
        for kept in (one.texts, one.wording, one.seen):
            if OWN in kept:
                kept[PART] = kept.pop(OWN)
        one.save(update_fields=["texts", "wording", "seen"])


class Migration(migrations.Migration):
    dependencies = [("reports", "0005_the_word_of_an_issued_report_is_kept")]
    operations = [migrations.RunPython(renamed, migrations.RunPython.noop)]
