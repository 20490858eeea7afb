from django.db import migrations, models


def split_references(apps, schema_editor):
    documents = apps.get_model("search", "SearchDocument").objects
    for document in documents.all():
        noun, _separator, number = document.about.partition(":")
        documents.filter(pk=document.pk).update(noun=noun, record_number=int(number))


class Migration(migrations.Migration):

    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.AddField("searchdocument", "noun", models.CharField(max_length=40, default=""), preserve_default=False),
        migrations.AddField("searchdocument", "record_number", models.BigIntegerField(null=True)),
        migrations.RunPython(split_references, migrations.RunPython.noop),
    ]
