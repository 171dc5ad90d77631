from django.db import migrations, models


def forget_what_nobody_said(apps, schema_editor):
    """Zeros that nobody can have meant become "not said".

    Nobody present of nobody due: a meeting of no one was not held, its attendance was left blank or it was made in place by
    an approval. No opinions: a box left blank was written as 0, and a typed 0 cannot be told from it any more, so it is
    read as blank; no figure counts it. Nobody present where somebody was due stays: that can be meant.
    """
    Meeting = apps.get_model("meetings", "Meeting")
    Meeting.objects.filter(present=0, members=0).update(present=None)
    Meeting.objects.filter(opinions=0).update(opinions=None)


def say_zero_again(apps, schema_editor):
    Meeting = apps.get_model("meetings", "Meeting")
    Meeting.objects.filter(present=None).update(present=0)
    Meeting.objects.filter(opinions=None).update(opinions=0)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]

    operations = [
        migrations.AlterField(
            "meeting", "present", models.PositiveIntegerField(verbose_name="có mặt", blank=True, null=True)
        ),
        migrations.AlterField(
            "meeting",
            "opinions",
            models.PositiveSmallIntegerField(verbose_name="số ý kiến phát biểu", blank=True, null=True),
        ),
        migrations.RunPython(forget_what_nobody_said, say_zero_again),
    ]
