"""SQLite keeps the words in a full-text table that triggers fill; PostgreSQL in an index on the words themselves."""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE searching_words USING fts5(words, content='searching_entry', content_rowid='id',
       detail='none', columnsize=0, prefix='2 3', tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER searching_words_in AFTER INSERT ON searching_entry BEGIN
       INSERT INTO searching_words(rowid, words) VALUES (new.id, new.words); END""",
    """CREATE TRIGGER searching_words_out AFTER DELETE ON searching_entry BEGIN
       INSERT INTO searching_words(searching_words, rowid, words) VALUES ('delete', old.id, old.words); END""",
    """CREATE TRIGGER searching_words_again AFTER UPDATE OF words ON searching_entry BEGIN
       INSERT INTO searching_words(searching_words, rowid, words) VALUES ('delete', old.id, old.words);
       INSERT INTO searching_words(rowid, words) VALUES (new.id, new.words); END""",
]
SQLITE_BACK = [
    "DROP TRIGGER searching_words_in",
    "DROP TRIGGER searching_words_out",
    "DROP TRIGGER searching_words_again",
    "DROP TABLE searching_words",
]
POSTGRES = [
    """CREATE INDEX searching_words ON searching_entry
       USING gin (array_to_tsvector(string_to_array(btrim(words), ' ')))""",
]
POSTGRES_BACK = ["DROP INDEX searching_words"]


def run(sqlite, postgres):
    def statements(apps, schema_editor):
        for statement in sqlite if schema_editor.connection.vendor == "sqlite" else postgres:
            schema_editor.execute(statement)

    return statements


forwards, back = run(SQLITE, POSTGRES), run(SQLITE_BACK, POSTGRES_BACK)


class Migration(migrations.Migration):
    dependencies = [("searching", "0001_what_can_be_found_and_by_whom")]
    operations = [migrations.RunPython(forwards, back)]
