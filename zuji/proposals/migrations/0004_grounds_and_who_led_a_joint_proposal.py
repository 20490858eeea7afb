from django.db import migrations


def name_who_led(apps, schema_editor):
    proposals = apps.get_model("proposals", "Proposal").objects.filter(submitted_on__isnull=False)
    signatures = apps.get_model("proposals", "ProposalSignature").objects
    materials = apps.get_model("proposals", "ProposalMaterial").objects
    footprints = apps.get_model("footprints", "Footprint").objects.filter(kind="proposal.signed")
    joint = signatures.filter(role="joint", proposal__in=proposals)
    for proposal in joint.order_by().values_list("proposal_id", flat=True).distinct():
        lead = signatures.filter(proposal_id=proposal, role="lead").order_by("pk").first()
        if lead is not None:
            authors = materials.filter(taken_up_in_id=proposal).values("member_id")
            signed = footprints.filter(source=f"proposal:{proposal}").exclude(member_id=lead.member_id)
            signed.exclude(member_id__in=authors).update(actor_id=lead.member_id)


class Migration(migrations.Migration):
    """What was signed behind somebody else says who led, as footprints do from now on.

    No count of a standing moves with it. Undone, the ledger keeps what it knows.
    """

    dependencies = [
        ("proposals", "0003_put_loaded_proposals_on_the_ladder"),
        ("footprints", "0004_kinds_of_duty_work"),
    ]

    operations = [migrations.RunPython(name_who_led, migrations.RunPython.noop)]
