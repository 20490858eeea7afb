"""What 2018 has of research, from topic to sign-off by its people: the same figures."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.operations.folders import YEAR_2018
from tests.reports.test_2018_entered_by_hand import rows
from tests.reports.test_figures_of_a_year import EXPECTED_2018, given, loaded, printed
from zuji.operations.verification import differences
from zuji.organizations.models import Member
from zuji.research import actions
from zuji.research.models import ResearchProject

pytestmark = pytest.mark.django_db
BY = "徐建军"


def without_research(folder: Path) -> Path:
    """Copy the year, leaving out the research and who took part."""
    shutil.copytree(YEAR_2018, folder)
    for name in ("research", "research_members"):
        (folder / f"{name}.csv").unlink()
    return folder


def test_2018s_research_comes_out_as_loaded(tmp_path):
    branch = loaded(without_research(tmp_path / "year"), organization="教育二支部")
    people = {member.member_no: member.pk for member in Member.objects.filter(registered_at=branch)}
    assert printed(branch, 2018) != given(EXPECTED_2018)

    for row in rows("research"):
        from_on, to_on = date.fromisoformat(row["from_on"]), date.fromisoformat(row["to_on"])
        came = [
            people[each["member_id"]] for each in rows("research_members") if each["research_id"] == row["research_id"]
        ]
        outline = {"title": row["title"], "participants": came, "from_on": from_on, "to_on": to_on}
        project = actions.begin_project(branch, on=from_on, by=BY, today=from_on, **outline).record
        ResearchProject.objects.filter(pk=project.pk).update(code=row["research_id"])
        actions.note_stop(project, on=from_on, place="校园", by=BY)
        if row["report_on"]:
            on = date.fromisoformat(row["report_on"])
            report = actions.write_report(project, words={"situation": row["title"]}, seen=0, by=BY)
            is_collective = row["collective"] in ("1", "true", "True", "yes", "是")
            actions.sign_off(project, is_collective=is_collective, seen=report.revision, on=on, by=BY, today=on)

    assert json.dumps(printed(branch, 2018), sort_keys=True) == json.dumps(given(EXPECTED_2018), sort_keys=True)
    assert list(differences()) == []
