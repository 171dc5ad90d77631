from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("exemplars", "0002_agreements_move_to_consents")]

    operations = [migrations.DeleteModel(name="NamedPerson")]
