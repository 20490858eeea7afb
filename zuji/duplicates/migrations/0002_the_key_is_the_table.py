from django.db import migrations

TABLE = """
CREATE TABLE text_fingerprint (
    fingerprint bigint NOT NULL,
    pool bigint NOT NULL,
    text_id bigint NOT NULL,
    PRIMARY KEY (fingerprint, pool, text_id)
) WITHOUT ROWID
"""


def without_rowid(apps, schema_editor):
    """SQLite would keep each row twice, in a table by number and in the index of its key: only the second is asked."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE text_fingerprint")
        schema_editor.execute(TABLE)


class Migration(migrations.Migration):

    dependencies = [
        ("duplicates", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(without_rowid, migrations.RunPython.noop),
    ]
