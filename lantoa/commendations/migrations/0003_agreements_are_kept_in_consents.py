from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("commendations", "0002_agreements_move_to_consents")]

    operations = [
        migrations.RemoveConstraint(model_name="commendation", name="revoked_consent_is_no_consent"),
        migrations.RemoveField(model_name="commendation", name="consent_revoked_on"),
        migrations.RemoveField(model_name="commendation", name="publish_consent"),
    ]
