"""Who last said that a document was carried out stood as a word; the history knows the person."""

from django.db import migrations


def find(apps, schema_editor):
    """The person of the last event about the document in that unit; an answer of nobody known keeps none."""
    event, person = apps.get_model("foundation", "Event"), apps.get_model("people", "Person")
    for answer in apps.get_model("programme", "DirectiveAnswer").objects.all():
        said = event.objects.filter(
            verb="directive.answered",
            subject_type="programme.directive",
            subject_id=str(answer.directive_id),
            unit_id=answer.unit_id,
        )
        key = said.order_by("-pk").values_list("person_id", flat=True).first()
        if key and person.objects.filter(pk=key).exists():
            answer.answered_by_id = key
            answer.save(update_fields=["answered_by"])


class Migration(migrations.Migration):
    dependencies = [("programme", "0012_themes_have_papers_and_answers_name_a_person")]
    operations = [migrations.RunPython(find, migrations.RunPython.noop)]
