"""Every page at both widths, in the light and in the dark, in the largest letters: no barrier, no overflow, no load."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

PAGES = {
    "board": "/organizations/{branch}/board/",
    "board_running": "/organizations/{branch}/board/?as_of=2018-05-20",
    "board_of_nothing": "/organizations/{branch}/board/?year=1990",
    "board_asked_nonsense": "/organizations/{branch}/board/?as_of=2018-02-30",
    "duty": "/organizations/{branch}/duties/R13/2018/",
    "duty_about_people": "/organizations/{branch}/duties/R05/2018/",
    "duty_of_events": "/organizations/{branch}/duties/R10/2018/",
    "standing_about_people": "/organizations/{branch}/duties/R04/2018/2018/",
    "institutions": "/organizations/{branch}/institutions/",
    "template": "/organizations/{branch}/templates/I5/",
    "timeline": "/organizations/{branch}/timeline/",
    "timeline_of_nothing": "/organizations/{branch}/timeline/?year=1990",
    "meetings": "/organizations/{branch}/meetings/?year=2018",
    "meetings_of_nothing": "/organizations/{branch}/meetings/?year=1990",
    "meeting_to_plan": "/organizations/{branch}/meetings/new/",
    "study_sessions": "/organizations/{branch}/study-sessions/?year=2018",
    "study_sessions_of_nothing": "/organizations/{branch}/study-sessions/?year=1990",
    "study_session_to_plan": "/organizations/{branch}/study-sessions/new/?kind=journal_reading",
    "study_plan": "/organizations/{branch}/study-plan/",
    "quizzes": "/organizations/{branch}/quizzes/",
    "quiz_to_set": "/organizations/{branch}/quizzes/new/",
    "bank_of_questions": "/organizations/{branch}/questions/",
    "reflections": "/organizations/{branch}/reflections/",
    "reflection_to_write": "/organizations/{branch}/reflections/new/",
    "reflection_to_enter": "/organizations/{branch}/reflections/new/?for=other",
    "materials": "/organizations/{branch}/materials/",
    "material_to_add": "/organizations/{branch}/materials/new/",
    "away_for_a_while": "/organizations/{branch}/standing-leave/",
    "node_days": "/organizations/{branch}/node-days/?year=2018",
    "node_days_of_nothing": "/organizations/{branch}/node-days/?year=1990",
    "node_days_to_plan": "/organizations/{branch}/node-days/plan/2018/",
    "theme_activities": "/organizations/{branch}/theme-activities/?year=2018",
    "theme_activities_of_nothing": "/organizations/{branch}/theme-activities/?year=1990",
    "lectures": "/organizations/{branch}/lectures/?year=2018",
    "lectures_of_nothing": "/organizations/{branch}/lectures/?year=1990",
    "own_calendar": "/me/calendar/",
    "lecture_to_enter": "/organizations/{branch}/lectures/new/",
    "lecture_topics": "/organizations/{branch}/lecture-topics/",
    "lecture_hosts": "/organizations/{branch}/host-units/",
    "service_activities": "/organizations/{branch}/service-activities/?year=2018",
    "service_activities_of_nothing": "/organizations/{branch}/service-activities/?year=1990",
    "nothing_to_be_done": "/organizations/{branch}/action-items/",
    "work_papers": "/organizations/{branch}/work-papers/",
    "work_plan_to_write": "/organizations/{branch}/work-plans/2019/",
    "contacts": "/organizations/{branch}/contacts/",
    "contacts_of_2018": "/organizations/{branch}/contacts/?quarter=2018Q3",
    "contacts_of_another": "/organizations/{branch}/contacts/?for=other&quarter=2018Q3",
    "contact_assignments": "/organizations/{branch}/contact-assignments/",
    "visits": "/organizations/{branch}/visits/",
    "visit_called_for": "/organizations/{branch}/visits/new/",
    "requests": "/organizations/{branch}/requests/",
    "request_to_make": "/organizations/{branch}/requests/new/",
    "request_for_another": "/organizations/{branch}/requests/new/?for=other",
    "objections": "/organizations/{branch}/objections/",
    "work_days": "/organizations/{branch}/work-days/?year=2018",
    "proposals": "/organizations/{branch}/proposals/?year=2018",
    "proposals_of_nothing": "/organizations/{branch}/proposals/?year=1990",
    "proposal_to_write": "/organizations/{branch}/proposals/new/",
    "one_proposal_each": "/organizations/{branch}/proposals/people/?year=2018",
    "filing_rate": "/organizations/{branch}/proposals/rate/?year=2018",
    "proposal_materials": "/organizations/{branch}/proposals/materials/",
    "filing_grounds": "/organizations/{branch}/proposals/grounds/",
    "public_offices": "/organizations/{branch}/public-offices/",
    "receipts": "/organizations/{branch}/thought-reports/",
    "receipts_of_2018": "/organizations/{branch}/thought-reports/?quarter=2018Q2",
    "infos": "/organizations/{branch}/infos/?year=2018",
    "infos_of_nothing": "/organizations/{branch}/infos/?year=1990",
    "info_tables": "/organizations/{branch}/infos/tables/?year=2018&month=5",
    "info_to_write": "/organizations/{branch}/infos/new/",
    "info_to_enter": "/organizations/{branch}/infos/new/?for=other",
    "info_topics": "/organizations/{branch}/info-topics/",
    "news_of_activities": "/organizations/{branch}/activity-news/",
    "research": "/organizations/{branch}/research/?year=2018",
    "research_of_nothing": "/organizations/{branch}/research/?year=1990",
    "research_topics": "/organizations/{branch}/research-topics/",
    "speeches": "/organizations/{branch}/speeches/",
    "speech_to_enter": "/organizations/{branch}/speeches/new/",
    "members": "/organizations/{branch}/members/",
    "search": "/search/?q=会议 张",
    "members_of_nobody": "/organizations/{branch}/members/?as_of=1950-01-01",
    "settings": "/organizations/{branch}/settings/",
    "setting_of_marks": "/organizations/{branch}/settings/present_marks/",
    "setting_of_quorum": "/organizations/{branch}/settings/quorum/",
    "my_year": "/me/",
    "kept_about_me": "/me/kept/",
    "entered_for_me": "/me/entries/",
    "parts": "/ui/",
    "no_such_page": "/nothing/",
}


def open_all(visitor):
    branch = visitor.branch()
    for name, path in PAGES.items():
        visitor.page.goto(path.format(branch=branch))
        yield name


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_no_page_shuts_anybody_out_or_runs_over_the_edge(visit, width, scheme):
    """Each width and each scheme once: colours do not follow the width, nor the width colours."""
    director = visit(width, color_scheme=scheme).sign_in("director")

    for name in open_all(director):
        director.picture(f"{name}_{scheme}")
        assert director.barriers() == [], name
        assert director.overflow() <= 0, name
        assert director.small_targets() == [], name
        director.enlarge(200)
        director.picture(f"{name}_large")
        assert director.overflow() <= 0, f"{name} in letters of twice the size"


def test_the_size_of_letters_that_somebody_chose_stays(visit):
    director = visit(390).sign_in("director")
    while director.text_size() < 200:
        director.change_text_size("A+")

    director.page.goto("/me/")
    assert director.text_size() == 200
    letters = director.page.locator("h1").evaluate("h1 => getComputedStyle(h1).fontSize")
    director.enlarge(100)
    assert director.page.locator("h1").evaluate("h1 => getComputedStyle(h1).fontSize") != letters
    director.page.reload()
    while director.text_size() > 100:
        director.change_text_size("A−")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_first_visit_to_the_board_is_light(visit, width):
    director = visit(width).sign_in("director")
    address = director.page.url
    fresh = visit(width, storage_state=director.page.context.storage_state())

    fresh.page.goto(address)
    fresh.page.wait_for_load_state("networkidle")

    sizes = [answer.request.sizes() for answer in fresh.answers]
    assert len(fresh.answers) <= 6
    assert sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) <= 60_000


def test_the_board_prints_on_paper(visit):
    director = visit(1280).sign_in("director")

    director.page.emulate_media(media="print")
    director.picture("board_printed")

    expect(director.page.get_by_role("navigation", name="主要页面")).to_have_count(0)
    expect(director.page.get_by_role("heading", level=1)).to_be_visible()
    assert director.page.pdf(format="A4").startswith(b"%PDF")
