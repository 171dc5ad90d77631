"""Accounts that were opened under a telephone with dots, dashes or +84 are kept as sign-in compares them."""

from django.db import migrations


def write_one_way(apps, schema_editor):
    from lantoa.people.models import normal_sign_in_name

    Account = apps.get_model("people", "Account")
    for account in Account.objects.only("pk", "sign_in_name").iterator():
        plain = normal_sign_in_name(account.sign_in_name)
        if plain != account.sign_in_name and not Account.objects.filter(sign_in_name=plain).exists():
            Account.objects.filter(pk=account.pk).update(sign_in_name=plain)


class Migration(migrations.Migration):
    dependencies = [("people", "0006_one_apostrophe_in_names")]

    operations = [migrations.RunPython(write_one_way, migrations.RunPython.noop)]
