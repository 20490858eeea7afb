from django.db import migrations

from zuji.duplicates.fingerprints import fingerprints_of
from zuji.duplicates.likeness import letters_of


def fingerprint(apps, schema_editor):
    texts = apps.get_model("duplicates", "KnownText").objects.order_by("pk")
    rows = apps.get_model("duplicates", "TextFingerprint")
    for known in texts.iterator(chunk_size=500):
        rows.objects.bulk_create(
            rows(fingerprint=value, pool=known.organization_id, text_id=known.pk)
            for value in fingerprints_of(letters_of(known.body))
        )


class Migration(migrations.Migration):

    dependencies = [
        ("duplicates", "0002_text_fingerprints"),
    ]

    operations = [
        migrations.RunPython(fingerprint, migrations.RunPython.noop),
    ]
