from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [("search", "0002_name_the_record")]

    operations = [
        migrations.AlterField("searchdocument", "record_number", models.BigIntegerField()),
        migrations.AddConstraint(
            "searchdocument",
            models.UniqueConstraint(fields=["noun", "record_number"], name="search_document_once_a_record"),
        ),
        migrations.RemoveConstraint("searchdocument", "search_never_of_a_thought_report"),
        migrations.AddConstraint(
            "searchdocument",
            models.CheckConstraint(
                condition=~Q(about__startswith="thought_report") & ~Q(noun__startswith="thought_report"),
                name="search_never_of_a_thought_report",
            ),
        ),
        migrations.CreateModel(
            name="NameKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40)),
                ("key", models.CharField(db_index=True, max_length=120)),
            ],
            options={
                "db_table": "search_name_key",
                "constraints": [models.UniqueConstraint(fields=("name", "key"), name="search_name_key_unique")],
            },
        ),
    ]
