import django.db.models.deletion
from django.db import migrations, models


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
    """Grounds for not filing become a list that is kept; what was signed behind somebody else says who led, as footprints do from now on.

    No count of a standing moves with it. Undone, the ledger keeps what it knows.
    """

    dependencies = [
        ("proposals", "0003_put_loaded_proposals_on_the_ladder"),
        ("organizations", "0004_what_a_policy_takes_from_a_kind"),
        ("footprints", "0004_kinds_of_duty_work"),
    ]

    operations = [
        migrations.CreateModel(
            name='FilingGround',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('code', models.CharField(max_length=40)),
                ('label', models.CharField(max_length=60)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('source', models.CharField(max_length=120)),
                ('set_by', models.CharField(blank=True, max_length=40)),
                ('end_source', models.CharField(blank=True, max_length=120)),
                ('ended_by', models.CharField(blank=True, max_length=40)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
            ],
            options={
                'db_table': 'filing_ground',
                'constraints': [models.UniqueConstraint(fields=('organization', 'code'), name='filing_ground_code_unique'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='filing_ground_ends_after_it_began')],
            },
        ),
        migrations.RunPython(name_who_led, migrations.RunPython.noop),
    ]
