"""Reflections are their author's: read as far as the author says, counted when handed in, given to the journal."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from tests.recording import standing_kinds
from tests.site.pages import Page
from zuji.entries.models import EntryForMember
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.operations.verification import differences
from zuji.study import actions
from zuji.study.models import StudyReflection, word_count
from zuji.study.queries.reflections import reflections_of_others

pytestmark = pytest.mark.django_db
ON = date(2018, 6, 1)


@pytest.fixture
def world(world):
    """The world without the reflection that was handed in in it."""
    reflection = StudyReflection.objects.get()
    actions.withdraw_reflection(reflection)
    actions.remove_reflection(reflection)
    return world


def draft(world, *, title="读会史", text="会史很长。", visibility="branch"):
    written = actions.Written(title, text, visibility)
    return actions.write_reflection(world.branch, world.member, written=written, on=ON).record


def handed_in(world, **said):
    return actions.hand_in_reflection(draft(world, **said), on=ON)


def entered(world, *, text="会史很长。", visibility="branch", on=ON, ground="paper"):
    return actions.enter_reflection(
        world.branch,
        world.former_director,
        written=actions.Written("读会史", text, visibility),
        received=actions.Received(on, ground),
        by="石三川",
        today=date(2018, 7, 1),
    ).record


# Who reads what

READERS = """
                draft  own  branch  public
member          yes    yes  yes     yes
director        -      -    yes     yes
deputy          -      -    yes     yes
officer         -      -    yes     yes
former_director -      -    yes     yes
other_member    -      -    -       -
chair           -      -    -       yes
vice_chair      -      -    -       yes
nobody_yet      -      -    -       -
operator        -      -    yes     yes
"""
ROWS = READERS.strip().splitlines()[1:]
KINDS = READERS.strip().splitlines()[0].split()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split()[0])
def test_each_is_read_as_far_as_its_author_says(world, client, row):
    role, *cells = row.split()
    made = {"draft": draft(world, title="草稿一", visibility="public")}
    made |= {reach: handed_in(world, title=f"给{reach}", visibility=reach) for reach in ("own", "branch", "public")}
    user = getattr(world.users, role)
    client.force_login(user)

    for kind, cell in zip(KINDS, cells, strict=True):
        reflection, is_read = made[kind], cell == "yes"
        detail = client.get(reverse("study:reflection-detail", args=[reflection.pk]))
        record = client.get(reverse("footprints:record-detail", args=["study_reflection", reflection.pk]))
        listed = client.get(reverse("study:reflection-list", args=[world.branch.pk])).content.decode()

        assert detail.status_code == record.status_code == (200 if is_read else 404), kind
        assert StudyReflection.objects.visible_to(user).filter(pk=reflection.pk).exists() == is_read, kind
        assert (reflection.title in listed) == is_read, kind


def test_who_is_not_signed_in_reads_nothing(world):
    handed_in(world, visibility="public")

    assert not StudyReflection.objects.visible_to(AnonymousUser()).exists()


def test_the_ledger_says_that_it_was_handed_in_and_not_what_it_is(world, client):
    handed_in(world, title="心里话", visibility="own")
    client.force_login(world.users.director)

    page = client.get(reverse("evaluation:member-detail", args=[world.member.pk]) + "?year=2018").content.decode()

    assert "提交学习心得" in page
    assert "心里话" not in page
    assert "/reflections/" not in page


WRITES = ("submission-create", "withdrawal-create", "reflection-removal-create", "consent-create")


@pytest.mark.parametrize("role", ["director", "officer", "former_director", "other_member", "chair", "operator"])
def test_nobody_but_the_author_changes_anything(world, client, role):
    reflection = handed_in(world, visibility="public")
    client.force_login(getattr(world.users, role))

    assert client.get(reverse("study:reflection-edit", args=[reflection.pk])).status_code == 404
    for name in WRITES:
        assert client.post(reverse(f"study:{name}", args=[reflection.pk]), {"state": "given"}).status_code == 404, name
    reflection.refresh_from_db()
    assert (reflection.state, reflection.journal_consent_on) == ("handed_in", None)


# Counting


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("会史很长。", 4),
        ("2018年，我学了《宪法》", 7),
        ("Zuji 足迹 is 好", 5),
        ("一\n\n二　三", 3),
        ("𠀀㐀", 2),
        ("……——！？", 0),
    ],
)
def test_words_are_counted_as_papers_ask_for_them(text, count):
    assert word_count(text) == count


def test_handed_in_it_counts_for_the_member_once(world):
    reflection = handed_in(world)
    actions.hand_in_reflection(reflection, on=date(2018, 6, 30))

    footprint = Footprint.objects.standing().get(kind="study_reflection.written")
    assert (footprint.member, footprint.credit, footprint.happened_on) == (world.member, "member", ON)
    assert list(differences()) == []


def test_a_draft_counts_for_nothing_and_withdrawn_it_counts_no_more(world):
    reflection = draft(world)
    assert "study_reflection.written" not in standing_kinds()
    actions.hand_in_reflection(reflection, on=ON)

    actions.withdraw_reflection(reflection)

    reflection.refresh_from_db()
    assert (reflection.state, reflection.handed_in_on) == ("draft", None)
    assert "study_reflection.written" not in standing_kinds()
    assert list(differences()) == []


def test_a_double_tap_writes_one(world):
    assert draft(world) == draft(world)


def test_a_draft_is_thrown_away_and_one_handed_in_is_withdrawn_first(world):
    actions.remove_reflection(draft(world))
    assert not StudyReflection.objects.exists()

    with pytest.raises(ZujiError, match="已经交上去了，请先收回。"):
        actions.remove_reflection(handed_in(world))


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [({"title": " "}, "title", "请写上题目。"), ({"visibility": "all"}, "visibility", "请选择谁可以看。")],
)
def test_what_is_missing_is_said_at_its_field(world, said, field, sentence):
    with pytest.raises(RecordingError) as refused:
        draft(world, **said)
    assert (refused.value.field, str(refused.value)) == (field, sentence)


def test_without_words_it_is_not_handed_in(world):
    with pytest.raises(ZujiError, match="还没有写内容。"):
        handed_in(world, text=" ")
    with pytest.raises(RecordingError, match="还没有写内容。"):
        actions.change_reflection(handed_in(world), written=actions.Written("读会史", "", "branch"))


def test_who_is_not_of_the_branch_writes_none(world):
    written = actions.Written("读会史", "会史很长。", "own")
    with pytest.raises(ZujiError, match="陆六合"):
        actions.write_reflection(world.branch, world.other_member, written=written, on=ON)


# Entered for a member


def test_one_on_paper_is_entered_under_both_names_and_is_the_members(world):
    reflection = entered(world, visibility="own")

    entry = EntryForMember.objects.get(about=f"study_reflection:{reflection.pk}")
    assert (entry.member, entry.entered_by, entry.ground) == (world.former_director, "石三川", "paper")
    assert not StudyReflection.objects.visible_to(world.users.officer).exists()
    assert StudyReflection.objects.visible_to(world.users.former_director).get() == reflection
    assert Footprint.objects.standing().get(kind="study_reflection.written").happened_on == ON
    assert list(differences()) == []


def test_a_double_tap_enters_one(world):
    assert entered(world) == entered(world)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"on": date(2018, 7, 2)}, "on", "这一天还没有到。"),
        ({"on": date(218, 6, 1)}, "on", "218"),
        ({"on": date(2016, 6, 1)}, "on", "2017-01"),
        ({"text": "  "}, "text", "还没有写内容。"),
        ({"ground": "dream"}, "ground", "电话"),
    ],
)
def test_one_that_cannot_have_come_is_refused_and_nothing_is_kept(world, said, field, sentence):
    world.branch.founded_month = "2017-01"
    world.branch.save()

    with pytest.raises(RecordingError) as refused:
        entered(world, **said)

    assert refused.value.field == field
    assert sentence in str(refused.value)
    assert not StudyReflection.objects.exists()


# The journal


def test_consent_is_given_and_taken_back_until_the_journal_has_it(world):
    reflection = handed_in(world)
    given = actions.consent_to_journal(reflection, is_given=True, on=ON)
    assert actions.consent_to_journal(reflection, is_given=True, on=date(2018, 6, 9)).journal_consent_on == ON
    assert given.journal_consent_on == ON
    assert actions.consent_to_journal(reflection, is_given=False, on=ON).journal_consent_on is None

    actions.consent_to_journal(reflection, is_given=True, on=ON)
    actions.take_for_journal(reflection, on=date(2018, 6, 15))

    for verb in (
        lambda: actions.consent_to_journal(reflection, is_given=False, on=ON),
        lambda: actions.withdraw_reflection(reflection),
        lambda: actions.change_reflection(reflection, written=actions.Written("改", "改", "branch")),
    ):
        with pytest.raises(ZujiError, match="会刊已经选用，不能再改动。"):
            verb()


def test_without_consent_the_journal_takes_nothing(world):
    with pytest.raises(ZujiError, match="作者没有同意会刊选用。"):
        actions.take_for_journal(handed_in(world), on=ON)


@pytest.mark.parametrize("made", ["draft", "own"])
def test_what_nobody_else_reads_is_not_given_to_the_journal(world, made):
    reflection = draft(world) if made == "draft" else handed_in(world, visibility="own")

    with pytest.raises(ZujiError, match="请先交上去，并至少让本支部可以看。"):
        actions.consent_to_journal(reflection, is_given=True, on=ON)


@pytest.mark.parametrize("how", ["withdrawn", "kept to oneself"])
def test_consent_ends_when_it_is_withdrawn_or_kept_to_oneself(world, how):
    reflection = handed_in(world)
    actions.consent_to_journal(reflection, is_given=True, on=ON)

    if how == "withdrawn":
        actions.withdraw_reflection(reflection)
    else:
        actions.change_reflection(reflection, written=actions.Written("读会史", "会史很长。", "own"))

    reflection.refresh_from_db()
    assert reflection.journal_consent_on is None


# Pages


def test_from_a_draft_to_the_journal_and_nothing_typed_is_lost(world, client):
    client.force_login(world.users.member)
    path = reverse("study:reflection-create", args=[world.branch.pk])
    wrong = client.post(path, {"title": "", "text": "会史很长。", "visibility": "branch"})
    assert "会史很长。" in wrong.content.decode()

    client.post(path, {"title": "读会史", "text": "会史很长。", "visibility": "branch"})
    reflection = StudyReflection.objects.get()
    for name, said in (("submission-create", {}), ("consent-create", {"state": "given"})):
        client.post(reverse(f"study:{name}", args=[reflection.pk]), said)
    text = Page(client.get(reverse("study:reflection-detail", args=[reflection.pk])).content.decode()).text
    assert "4字" in text
    assert "不同意会刊选用" in text

    client.force_login(world.users.officer)
    client.post(reverse("study:publication-create", args=[reflection.pk]))
    reflection.refresh_from_db()
    assert reflection.journal_taken_on is not None


@pytest.mark.parametrize(("role", "status"), [("member", 404), ("chair", 404), ("officer", 302)])
def test_who_notes_that_the_journal_took_it(world, client, role, status):
    reflection = handed_in(world, visibility="public")
    actions.consent_to_journal(reflection, is_given=True, on=ON)
    client.force_login(getattr(world.users, role))

    assert client.post(reverse("study:publication-create", args=[reflection.pk])).status_code == status


@pytest.mark.parametrize(("role", "status"), [("officer", 200), ("member", 404), ("chair", 404)])
def test_who_enters_for_a_member(world, client, role, status):
    client.force_login(getattr(world.users, role))

    path = reverse("study:reflection-create", args=[world.branch.pk])

    assert client.get(f"{path}?for=other").status_code == status


def test_the_secretary_enters_one_on_its_page(world, client):
    client.force_login(world.users.officer)
    path = reverse("study:reflection-create", args=[world.branch.pk]) + "?for=other"
    said = {
        "member": world.former_director.pk,
        "title": "读会史",
        "text": "会史很长。",
        "visibility": "own",
        "on": "2018-06-01",
        "ground": "paper",
    }

    late = client.post(path, said | {"on": "2099-01-01"})
    assert late.context["form"].errors == {"on": ["这一天还没有到。"]}
    for _tap in range(2):
        answer = client.post(path, said, follow=True)

    assert StudyReflection.objects.get().entered_by == "石三川"
    assert "读会史" not in answer.content.decode()


def test_the_list_asks_a_fixed_number_of_queries_and_counts_no_reads(world, client, django_assert_num_queries):
    for number in range(8):
        handed_in(world, title=f"第{number}篇")
    client.force_login(world.users.officer)

    with django_assert_num_queries(9):
        client.get(reverse("study:reflection-list", args=[world.branch.pk]))
    assert reflections_of_others(world.branch, world.users.officer).count() == 8
