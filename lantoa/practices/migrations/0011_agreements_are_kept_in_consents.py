from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("practices", "0010_agreements_move_to_consents")]

    operations = [migrations.DeleteModel(name="NamedPerson")]
