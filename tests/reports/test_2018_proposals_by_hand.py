"""2018's proposals written, signed, submitted and decided by its people: the same figures as loaded."""

import json
import shutil
from datetime import date

import pytest

from tests.operations.folders import YEAR_2018
from tests.reports.test_2018_entered_by_hand import rows
from tests.reports.test_figures_of_a_year import EXPECTED_2018, given, loaded, printed
from zuji.operations.verification import differences
from zuji.organizations.models import Member
from zuji.proposals import actions
from zuji.proposals.actions import Step
from zuji.proposals.models import Proposal

pytestmark = pytest.mark.django_db
DECIDED = {
    "filed": {"body": "市政协提案委员会"},
    "not_filed": {"body": "市政协提案委员会", "ground": "vague"},
    "merged": {"body": "市政协提案委员会"},
    "withdrawn": {"reason": "提案人撤回"},
}
LAST_DAY = date(2018, 12, 31)


def test_2018s_proposals_entered_by_its_people_come_out_as_loaded(tmp_path):
    folder = tmp_path / "year"
    shutil.copytree(YEAR_2018, folder)
    for name in ("proposals", "proposal_signers"):
        (folder / f"{name}.csv").unlink()
    branch = loaded(folder, organization="教育二支部")
    people = {member.member_no: member for member in Member.objects.filter(registered_at=branch)}
    signers: dict[str, list[tuple[str, Member]]] = {}
    for row in rows("proposal_signers"):
        signers.setdefault(row["proposal_id"], []).append((row["role"], people[row["member_id"]]))
    assert printed(branch, 2018) != given(EXPECTED_2018)

    told = {"by": "徐建军", "today": LAST_DAY}
    for row in rows("proposals"):
        on = date.fromisoformat(row["submitted_on"])
        lead, *others = [
            member for _role, member in sorted(signers[row["proposal_id"]], key=lambda each: each[0], reverse=True)
        ]
        text = {"title": row["title"], "form": "individual"}
        proposal = actions.write_proposal(branch, text=text, by=lead.name, writer=lead, on=on).record
        for member in others:
            actions.sign(proposal, member=member, on=on, by=member.name)
        proposal = actions.enter_step(proposal, Step("submitted", on), **told)
        if row["status"] != "undecided":
            merged_into = row["merged_into"] or "0045"
            step = Step(row["status"], on, merged_into=merged_into, **DECIDED[row["status"]])
            actions.enter_step(proposal, step, **told)

    assert Proposal.objects.of(branch).count() == len(rows("proposals"))
    assert json.dumps(printed(branch, 2018), sort_keys=True) == json.dumps(given(EXPECTED_2018), sort_keys=True)
    assert list(differences()) == []
