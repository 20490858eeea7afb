from django.db import migrations
from django.db.models import F


def put_on_the_ladder(apps, schema_editor):
    proposals = apps.get_model("proposals", "Proposal").objects.filter(submitted_on__isnull=False, state="draft")
    proposals.filter(status="undecided").update(state="screening")
    proposals.exclude(status="undecided").update(state=F("status"))
    signatures = apps.get_model("proposals", "ProposalSignature").objects
    for proposal, count in _counts(signatures):
        if count > 1:
            apps.get_model("proposals", "Proposal").objects.filter(pk=proposal).update(form="joint")


def _counts(signatures):
    numbers = {}
    for proposal in signatures.order_by().values_list("proposal_id", flat=True):
        numbers[proposal] = numbers.get(proposal, 0) + 1
    return numbers.items()


class Migration(migrations.Migration):
    """What was loaded before there was a ladder stands where screening left it. Undone, nothing is lost."""

    dependencies = [("proposals", "0002_life_materials_and_handling")]

    operations = [migrations.RunPython(put_on_the_ladder, migrations.RunPython.noop)]
