"""What tests/world.py records of this app."""

from datetime import date

from zuji.organizations.models import Member
from zuji.research import actions

ON = date(2018, 10, 10)


def record(world):
    """One thing of every sort: a project under way, with all that belongs to it, a topic and a speech."""
    by = "田一禾"
    actions.suggest_topic(world.branch, member=world.member, title="职校校车", why="家长常问起", on=ON, today=ON)
    people = [world.director.pk, world.member.pk]
    project = actions.begin_project(
        world.branch, title="职校实训条件", participants=people, on=ON, by=by, today=ON
    ).record
    actions.write_plan(project, words={"questions": "设备够不够"}, seen=0, by=by)
    actions.file_plan(project, body="市委会", on=ON, by=by, today=ON)
    actions.send_letter(project, recipient="职教中心", text="请予接待。", on=ON, by=by)
    actions.note_stop(project, on=ON, place="职教中心", by=by, notes="设备老旧")
    actions.write_report(project, words={"situation": "三个专业", "advice": "更新设备"}, seen=0, by=by)
    output = {"kind": "article", "title": "走进职校", "note": ""}
    actions.add_conversion(project, by=by, today=ON, on=ON, **output)
    speaker = Member.objects.get(pk=world.member.pk)
    actions.record_speech(
        world.branch,
        by=by,
        today=ON,
        title="办好职教",
        form="oral",
        body="市政协",
        level="city",
        on=ON,
        speaker=speaker,
    )
