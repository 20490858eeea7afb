"""The seven shipped templates: their titles, that each reads, and that a branch can make each its own."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.institutions.actions import advance, draft_version
from zuji.institutions.models import InstitutionVersion
from zuji.institutions.queries.texts import checked, shipped_template, shipped_templates

TITLES = [
    "支部政治理论学习制度",
    "支部主任会员联系制度",
    "会员思想动态汇报制度",
    "支部会议管理制度",
    "支部会员工作考核评价制度",
    "支部信息报告报送制度",
    "考评奖惩办法",
]
CODES = ["I1", "I2", "I3", "I4", "I5", "I6", "I7"]


def test_there_are_seven_with_their_exact_titles():
    templates = shipped_templates()

    assert [template.title for template in templates] == TITLES
    assert [template.code for template in templates] == CODES


@pytest.mark.parametrize("code", CODES)
def test_each_reads_without_a_mistake(code):
    template = shipped_template(code)

    check = checked(template.text)

    assert check.errors == ()
    assert check.parsed.title == template.title
    assert len(check.clauses) >= 3


def test_the_six_institutions_make_something_due_and_the_rules_of_award_do_not():
    counts = [len(checked(template.text).duties) for template in shipped_templates()]

    assert counts == [4, 1, 1, 2, 6, 3, 0]


def test_no_two_templates_share_a_code_of_a_duty():
    codes = [duty.code for template in shipped_templates() for duty in checked(template.text).parsed.duties]

    assert len(codes) == len(set(codes))


def test_the_weights_add_up_to_a_hundred_for_branch_and_member():
    duties = [duty for template in shipped_templates() for duty in checked(template.text).parsed.duties]

    sums = {who: sum(duty.weight for duty in duties if duty.credited_to == who) for who in ("branch", "member")}

    assert sums == {"branch": 100, "member": 100}


def test_a_template_that_does_not_exist_is_none():
    assert shipped_template("I8") is None
    assert shipped_template("") is None


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_a_branch_can_adopt_each(world, code):
    template = shipped_template(code)

    draft = draft_version(world.other_branch, code=code, title=template.title, text=template.text)
    for state in ("adopted", "on_record", "in_force"):
        draft = advance(draft, state=state, on=date(2019, 1, 1))

    assert draft.institution.title == template.title
    assert draft.duties.count() == len(checked(template.text).duties)


@pytest.mark.django_db
def test_the_list_offers_what_the_branch_has_not_adopted_yet(world, client):
    template = shipped_template("I6")
    draft_version(world.branch, code="I6", title=template.title, text=template.text)
    client.force_login(world.users.director)

    page = client.get(reverse("institutions:institution-list", args=[world.branch.pk]))

    assert [each.title for each in page.context["templates"]] == [title for title in TITLES if title != template.title]


@pytest.mark.django_db
def test_a_draft_begins_from_a_template_and_opens_in_the_editor(world, client):
    client.force_login(world.users.director)

    answer = client.post(reverse("institutions:draft-create", args=[world.branch.pk]), {"template": "I6"})

    draft = InstitutionVersion.objects.get(state="draft")
    assert draft.text == shipped_template("I6").text
    assert draft.institution.organization == world.branch
    assert answer.url == reverse("institutions:version-edit", args=[draft.pk])


@pytest.mark.django_db
def test_a_draft_begins_from_the_text_in_force(world, client):
    client.force_login(world.users.director)

    client.post(
        reverse("institutions:draft-create", args=[world.branch.pk]), {"institution": world.rulebook.institution_id}
    )

    draft = InstitutionVersion.objects.get(state="draft")
    assert (draft.institution, draft.number, draft.text) == (world.rulebook.institution, 2, world.rulebook.text)


@pytest.mark.django_db
@pytest.mark.parametrize("asked", [{}, {"template": "I8"}, {"institution": "abc"}, {"institution": "9" * 30}])
def test_a_draft_of_nothing_is_not_there(world, client, asked):
    client.force_login(world.users.director)

    answer = client.post(reverse("institutions:draft-create", args=[world.branch.pk]), asked)

    assert answer.status_code == 404
    assert not InstitutionVersion.objects.filter(state="draft").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["member", "officer", "former_director", "vice_chair", "other_member"])
def test_who_may_not_draft_begins_none(world, client, role):
    client.force_login(getattr(world.users, role))

    answer = client.post(reverse("institutions:draft-create", args=[world.branch.pk]), {"template": "I6"})

    assert answer.status_code == 404
    assert not InstitutionVersion.objects.filter(state="draft").exists()
