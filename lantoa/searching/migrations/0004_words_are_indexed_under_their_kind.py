"""On PostgreSQL each word stands in the index under its kind: what a kind has not is found out without reading others."""

from django.db import migrations

OLD = "array_to_tsvector(string_to_array(btrim(words), ' '))"
NEW = "array_to_tsvector(string_to_array(btrim(replace(rtrim(words), ' ', ' ' || kind || '.')), ' '))"


def indexing(expression):
    def statements(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("DROP INDEX searching_words")
            schema_editor.execute(f"CREATE INDEX searching_words ON searching_entry USING gin (({expression}))")

    return statements


forwards, back = indexing(NEW), indexing(OLD)


class Migration(migrations.Migration):
    dependencies = [("searching", "0003_the_search_reads_by_the_cursor_that_every_room_has")]
    operations = [migrations.RunPython(forwards, back)]
