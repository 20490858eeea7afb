"""Research grows from a topic to a report; signing it off makes it count, taking that back undoes it."""

from datetime import date, time

import pytest

from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError, StaleRecord
from zuji.research import actions
from zuji.research.models import ItineraryStop, ResearchProject, ResearchReportVersion
from zuji.research.queries import length_of, togetherness_of

pytestmark = pytest.mark.django_db
ON = date(2018, 11, 5)
BY = "田一禾"


def everybody(world):
    return [world.director.pk, world.deputy.pk, world.member.pk]


def begun(world, title="家校共育", **fields):
    outline = {"participants": everybody(world), "from_on": ON, "to_on": ON} | fields
    return actions.begin_project(world.branch, title=title, on=ON, by=BY, today=ON, **outline).record


def written(project, text="三所学校"):
    return actions.write_report(project, words={"situation": text}, seen=0, by=BY)


def signed(project, report, **fields):
    said = {"is_collective": True, "seen": report.revision, "on": ON, "by": BY, "today": ON} | fields
    return actions.sign_off(project, **said)


def left_by(project):
    rows = Footprint.objects.standing().filter(source=f"research_project:{project.pk}")
    return sorted(rows.values_list("kind", flat=True))


def test_it_goes_through_its_states(world):
    project = begun(world)
    states = [project.state]

    actions.write_plan(project, words={"background": "家长常问"}, seen=0, by=BY)
    states.append(actions.file_plan(project, body="市委会", on=ON, by=BY, today=ON).state)
    actions.note_stop(project, on=ON, place="一中", by=BY)
    project.refresh_from_db()
    states.append(project.state)
    states.append(signed(project, written(project)).state)
    states.append(actions.close_project(project, on=ON, by=BY).state)

    assert states == ["topic", "planned", "under_way", "reported", "closed"]
    steps = list(project.events.values_list("what", flat=True))
    assert steps == ["chosen", "plan_filed", "begun", "signed_off", "closed"]


def test_it_counts_from_the_day_of_its_sign_off_and_no_longer_once_that_is_taken_back(world):
    project = begun(world)
    report = written(project)
    assert left_by(project) == []

    project = signed(project, report)
    assert left_by(project) == ["research.completed", *["research.joined"] * 3]

    with pytest.raises(RecordingError):
        actions.take_back_sign_off(project, reason=" ", on=ON, by=BY)
    project = actions.take_back_sign_off(project, reason="数字有误", on=ON, by=BY)
    assert (left_by(project), project.state, project.report.signed_by) == ([], "topic", "")
    with pytest.raises(ZujiError):
        actions.take_back_sign_off(project, reason="再来一次", on=ON, by=BY)


def test_signing_off_twice_is_once(world):
    project = begun(world)
    report = written(project)
    signed(project, report)

    signed(project, report, is_collective=False)

    assert ResearchProject.objects.get(pk=project.pk).is_collective
    assert project.events.filter(what="signed_off").count() == 1


def test_what_the_signer_did_not_confirm_as_done_together_is_somebodys_own(world):
    project = begun(world)

    project = signed(project, written(project), is_collective=False)

    assert left_by(project)[0] == "individual_research.completed"


@pytest.mark.parametrize(("came", "is_collective"), [(2, False), (3, True)])
def test_three_of_five_make_it_collective(world, came, is_collective):
    project = begun(world, participants=everybody(world)[:came])

    together = togetherness_of(project, ON)

    assert (together.came, together.members, together.needed, together.is_collective) == (came, 5, 3, is_collective)


def test_a_report_is_not_signed_off_without_text_people_or_a_day_that_has_come(world):
    project = begun(world, participants=[])
    with pytest.raises(ZujiError):
        actions.sign_off(project, is_collective=True, seen=0, on=ON, by=BY, today=ON)
    report = written(project)
    with pytest.raises(ZujiError):
        signed(project, report)
    project = begun(world, title="另一题")
    report = written(project)
    with pytest.raises(RecordingError):
        signed(project, report, on=date(2018, 11, 6))
    with pytest.raises(RecordingError):
        signed(project, report, on=date(2018, 11, 4))
    with pytest.raises(StaleRecord):
        signed(project, report, seen=0)


def test_every_version_of_a_report_is_kept_with_who_wrote_it(world):
    project = begun(world)
    report = written(project, "初稿")
    actions.write_report(project, words={"situation": "二稿"}, seen=report.revision, by="林四维")
    actions.write_report(project, words={"situation": "二稿"}, seen=0, by="江五洲")

    with pytest.raises(StaleRecord, match="林四维"):
        actions.write_report(project, words={"situation": "三稿"}, seen=report.revision, by=BY)
    with pytest.raises(RecordingError):
        actions.write_report(project, words={"situation": "  "}, seen=2, by=BY)

    versions = ResearchReportVersion.objects.filter(report=report).values_list("situation", "changed_by")
    assert list(versions) == [("二稿", "林四维"), ("初稿", BY)]


def test_characters_are_counted_without_spaces(world):
    report = written(begun(world), "三所 学校\n两个月")

    length = length_of(report, world.branch, ON)

    assert (length.count, length.least, length.most, length.is_right) == (7, 3000, 5000, False)


def test_who_is_no_member_is_refused_by_name(world):
    with pytest.raises(RecordingError, match="陆六合") as refusal:
        begun(world, participants=[world.other_member.pk])

    assert refusal.value.field == "participants"


def test_the_same_topic_on_the_same_day_is_one_project(world):
    assert begun(world).pk == begun(world).pk


@pytest.mark.parametrize("fields", [{"title": " "}, {"to_on": date(2018, 11, 4)}, {"title": "长" * 161}])
def test_a_bad_outline_is_refused(world, fields):
    with pytest.raises(RecordingError):
        begun(world, **fields)


def test_two_who_change_it_at_once_are_told(world):
    project = begun(world)
    outline = {"title": "家校社共育", "participants": everybody(world)}
    actions.change_project(project, seen=project.revision, by="林四维", **outline)

    with pytest.raises(StaleRecord, match="林四维"):
        actions.change_project(project, seen=project.revision, by=BY, **outline)


def test_what_is_signed_off_or_called_off_is_no_longer_written_on(world):
    done, off = begun(world), begun(world, title="另一题")
    signed(done, written(done))
    with pytest.raises(RecordingError):
        actions.call_off(off, reason="", on=ON, by=BY)
    actions.call_off(off, reason="对方不便", on=ON, by=BY)
    actions.call_off(off, reason="对方不便", on=ON, by=BY)

    for project in (done, off):
        with pytest.raises(ZujiError):
            actions.note_stop(project, on=ON, place="一中", by=BY)
        with pytest.raises(ZujiError):
            actions.write_plan(project, words={"budget": "无"}, seen=0, by=BY)
        with pytest.raises(ZujiError):
            actions.send_letter(project, recipient="一中", text="请接待", on=ON, by=BY)
    with pytest.raises(ZujiError):
        actions.call_off(done, reason="对方不便", on=ON, by=BY)
    with pytest.raises(ZujiError):
        actions.close_project(off, on=ON, by=BY)
    assert off.events.filter(what="called_off").count() == 1


def test_a_load_does_not_give_a_report_to_what_was_called_off(world):
    project = begun(world)
    actions.call_off(project, reason="对方不便", on=ON, by=BY)

    with pytest.raises(RecordingError) as refusal:
        actions.record_project(world.branch, code=project.code, title=project.title, report_on=ON)

    assert refusal.value.field == "report_on"


def test_a_plan_is_filed_once_written_and_two_writers_are_told(world):
    project = begun(world)
    with pytest.raises(ZujiError):
        actions.file_plan(project, body="市委会", on=ON, by=BY, today=ON)
    actions.write_plan(project, words={"budget": "无"}, seen=0, by="林四维")
    with pytest.raises(StaleRecord, match="林四维"):
        actions.write_plan(project, words={"budget": "五百"}, seen=0, by=BY)
    project.refresh_from_db()

    actions.file_plan(project, body="市委会", on=ON, by=BY, today=ON)
    actions.file_plan(project, body="市委会", on=ON, by=BY, today=ON)

    assert project.events.filter(what="plan_filed").count() == 1


def test_a_stop_is_noted_once_changed_and_taken_back(world):
    project = begun(world)
    place = {"on": ON, "place": "一中", "by": BY, "from_at": time(9), "to_at": time(10)}
    stop = actions.note_stop(project, **place).record
    assert actions.note_stop(project, **place).record.pk == stop.pk

    changed = actions.note_stop(project, stop=stop, seen=stop.revision, **(place | {"place": "二中"})).record
    with pytest.raises(StaleRecord):
        actions.note_stop(project, stop=stop, seen=stop.revision, **place)
    with pytest.raises(RecordingError):
        actions.note_stop(project, **(place | {"to_at": time(8)}))
    with pytest.raises(RecordingError):
        actions.note_stop(project, **(place | {"place": ""}))
    other = actions.note_stop(project, **place).record
    with pytest.raises(RecordingError):
        actions.note_stop(project, stop=other, seen=other.revision, **(place | {"place": "二中"}))
    actions.remove_stop(other, by=BY)
    actions.remove_stop(other, by=BY)

    assert list(ItineraryStop.objects.filter(project=project)) == [changed]


def test_a_letter_of_one_day_to_one_unit_is_one(world):
    project = begun(world)
    actions.send_letter(project, recipient="一中", text="请接待", on=ON, by=BY)
    actions.send_letter(project, recipient="一中", text="请予接待", on=ON, by=BY)

    with pytest.raises(RecordingError):
        actions.send_letter(project, recipient="", text="请予接待", on=ON, by=BY)

    assert project.letters.get().text == "请予接待"


def test_a_topic_that_a_member_suggests_becomes_one_project(world):
    said = {"title": "校园食堂", "why": "", "on": ON, "today": ON}
    topic = actions.suggest_topic(world.branch, member=world.member, **said).record
    assert actions.suggest_topic(world.branch, member=world.member, **said).record == topic
    with pytest.raises(RecordingError):
        actions.suggest_topic(world.branch, member=world.other_member, **said)

    chosen = actions.choose_topic(topic, on=ON, by=BY, today=ON).record

    assert actions.choose_topic(topic, on=ON, by=BY, today=ON).record == chosen
    assert chosen.title == "校园食堂"


def test_a_speech_and_another_output_are_noted_once(world):
    speech = {"title": "办学", "form": "oral", "body": "市政协", "level": "city", "on": ON}
    assert actions.record_speech(world.branch, by=BY, today=ON, **speech).is_new
    assert not actions.record_speech(world.branch, by=BY, today=ON, **speech).is_new
    with pytest.raises(RecordingError):
        actions.record_speech(world.branch, by=BY, today=ON, **(speech | {"title": "另一篇", "level": "moon"}))

    project, output = begun(world), {"kind": "paper", "title": "论文", "on": ON, "note": ""}
    actions.add_conversion(project, by=BY, today=ON, **output)
    assert not actions.add_conversion(project, by=BY, today=ON, **output).is_new
    with pytest.raises(RecordingError):
        actions.add_conversion(project, by=BY, today=ON, **(output | {"kind": "song"}))
    actions.remove_conversion(project.conversions.get())
    assert not project.conversions.exists()
