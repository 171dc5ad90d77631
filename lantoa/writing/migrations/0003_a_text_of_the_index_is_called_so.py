from django.db import migrations


class Migration(migrations.Migration):
    """A text in the index is an indexed text; a document is a paper that has a number. The rows stay."""

    dependencies = [("writing", "0002_stock_phrases")]

    operations = [migrations.RenameModel("Document", "IndexedText")]
