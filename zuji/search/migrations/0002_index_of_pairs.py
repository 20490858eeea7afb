"""The engine's own index. `zuji reindex` fills it from the records of before."""

from django.db import migrations

# As they stood when this was written; `zuji/search/index.py` says the same for a trial's index.
CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search_index USING fts5"
        "(tokens, folded UNINDEXED, detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\")",
        "CREATE TRIGGER search_document_gone AFTER DELETE ON search_document"
        " BEGIN DELETE FROM search_index WHERE rowid = old.id; END",
    ),
    "postgresql": (
        "CREATE TABLE search_index (id bigint PRIMARY KEY, tokens tsvector NOT NULL, folded text NOT NULL)",
        "CREATE INDEX search_index_tokens ON search_index USING gin (tokens)",
        "CREATE FUNCTION search_document_gone() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN DELETE FROM search_index WHERE id = OLD.id; RETURN NULL; END $$",
        "CREATE TRIGGER search_document_gone AFTER DELETE ON search_document"
        " FOR EACH ROW EXECUTE FUNCTION search_document_gone()",
        "CREATE FUNCTION search_documents_gone() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN DELETE FROM search_index; RETURN NULL; END $$",
        "CREATE TRIGGER search_documents_gone AFTER TRUNCATE ON search_document"
        " FOR EACH STATEMENT EXECUTE FUNCTION search_documents_gone()",
    ),
}
DROP = {
    "sqlite": ("DROP TRIGGER search_document_gone", "DROP TABLE search_index"),
    "postgresql": (
        "DROP TRIGGER search_document_gone ON search_document",
        "DROP FUNCTION search_document_gone()",
        "DROP TRIGGER search_documents_gone ON search_document",
        "DROP FUNCTION search_documents_gone()",
        "DROP TABLE search_index",
    ),
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    for statement in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
