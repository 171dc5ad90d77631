from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("programme", "0013_answers_find_who_gave_them")]
    operations = [migrations.RemoveField(model_name="directiveanswer", name="answered_by_name")]
