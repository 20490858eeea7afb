"""One small organisation that feeds the tests: a city committee, two branches, six members, one rulebook, one year.

一支部 has five members: a director, a deputy, an organization officer, a member, and somebody whose term as director
ended with 2017. 二支部 has one. The committee has a chair and a vice chair. In 2018 the branch did one thing of every
sort; what it did twice, or failed to do, a test adds.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.base import ContentFile

from tests.derivations import sample_year as derivations
from tests.infos import sample_year as infos
from tests.proposals import sample_year as proposals
from tests.research import sample_year as research
from tests.search import sample_year as search
from tests.service import sample_year as social_service
from tests.study import samples
from zuji.accounts.models import User
from zuji.activities import actions as activities
from zuji.attachments.actions import attach, detach
from zuji.contacts.actions import learn_of_occasion, make_request, record_contact, share_out
from zuji.contacts.queries import marks_of_pairs
from zuji.entries.actions import enter_for, forget_entry
from zuji.foundation.clock import SHANGHAI
from zuji.gatherings.actions import LeaveAsked, ask_activity_leave, enter_standing_leave, make_up
from zuji.infos.actions import record_info
from zuji.institutions.actions import put_in_force
from zuji.institutions.models import InstitutionVersion
from zuji.meetings.actions import (
    Motion,
    ask_leave,
    plan_meeting,
    record_meeting,
    record_vote,
    write_minutes,
    write_work_paper,
)
from zuji.meetings.actions.minutes import Assignment
from zuji.meetings.models import Meeting, Tally, WorkPlan, WorkSummary
from zuji.organizations.actions import (
    add_organization,
    assign_post,
    import_work_days,
    register_member,
    set_membership,
)
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import shipped_work_days
from zuji.proposals.actions import record_proposal
from zuji.publicity.actions import record_issue, record_submission
from zuji.research.actions import record_project
from zuji.service import actions as service
from zuji.study import actions as study
from zuji.study.models import StudySession
from zuji.thought_reports.actions import record_receipt, write_overview

YEAR = 2018
RULEBOOK = """# 支部工作制度

第一条 为使支部工作有章可循，制定本制度。

第二条 支部每月报送社情民意信息不少于6条。

```duty infos-monthly 社情民意信息月报送
支部 每月 报送社情民意信息 ≥ 6 条 计分 支部 14
```

第三条 支部每月举行全体会员学习交流会，会员到会率不低于75%。

```duty monthly-meeting 每月全体会员学习交流会
支部 每月 全体会员学习交流会 ≥ 1 次 计分 支部 10
```

```duty meeting-attendance 会员到会率
会员 每年 到会 ÷ 应到会议 ≥ 75% 计分 会员 30
承担 期末在册
```

第四条 主任、副主任每季度联系每名会员一次。

```duty director-contacts 主任联系会员
主任 每季 对主任以外的每名会员 由主任或副主任 联系 ≥ 1 次 计分 支部 8
承担 期末在册 且 入会满30日
免除 期末豁免
```

第五条 会员每季度提交思想动态汇报。

```duty thought-reports 季度思想动态汇报
会员 每季 提交本季思想动态汇报 ≥ 1 份 计分 会员 20
承担 期末在册
免除 期末豁免
```

第六条 社会服务活动应到会员全员参加；支部每年举办公益讲座不少于2场。

```duty service-activities 社会服务活动全员参加
支部 每次社会服务活动 当日 到场 ÷ 应到 ≥ 100% 计分 支部 5
```

```duty public-lectures 公益讲座
支部 每年 公益讲座 ≥ 2 场 计分 支部 10
```

第七条 提案立案率不低于85%。

```duty filing-rate 提案立案率
支部 每年 (立案 + 并案) ÷ (提交 − 撤回 − 未决) ≥ 85% 计分 支部 8
```

第八条 学习任务在规定期限内学完。

```duty study-tasks 市委会年度学习任务
支部 每份学习任务 规定期限内 学完 ≥ 1 份 计分 支部 8
```
"""


@dataclass(frozen=True)
class Users:
    """Who may sign in, by role; `nobody_yet` has an account and is no member, `operator` is the superuser."""

    director: User
    deputy: User
    officer: User
    member: User
    former_director: User
    other_member: User
    chair: User
    vice_chair: User
    nobody_yet: User
    operator: User


@dataclass(frozen=True)
class World:
    """The organisation and its people; `users` are their accounts."""

    city: Organization
    branch: Organization
    other_branch: Organization
    director: Member
    deputy: Member
    officer: Member
    member: Member
    former_director: Member
    other_member: Member
    chair: Member
    vice_chair: Member
    rulebook: InstitutionVersion
    users: Users

    @property
    def held(self) -> Meeting:
        """The meeting of January, with a draft of its minutes."""
        return Meeting.objects.get(organization=self.branch, code="MT01")

    @property
    def missed(self) -> Meeting:
        """The committee meeting that somebody made up."""
        return Meeting.objects.get(organization=self.branch, code="MT09")

    @property
    def session(self) -> StudySession:
        """The study session that somebody made up."""
        return StudySession.objects.get(organization=self.branch, code="SS09")

    @property
    def planned_session(self) -> StudySession:
        """The study session to come, from which somebody has asked leave."""
        return StudySession.objects.get(organization=self.branch, status="planned")

    @property
    def planned(self) -> Meeting:
        """The meeting of December, from which somebody has asked leave."""
        return Meeting.objects.get(organization=self.branch, status="planned")


def build_world() -> World:
    """Make the organisation with its people, rulebook and year."""
    city = add_organization(name="市委会", level="city")
    branch = add_organization(name="一支部", level="branch", parent=city)
    other_branch = add_organization(name="二支部", level="branch", parent=city)
    people = {
        "director": member_of(branch, "M01", "田一禾"),
        "deputy": member_of(branch, "M02", "乔二木"),
        "officer": member_of(branch, "M03", "石三川"),
        "member": member_of(branch, "M04", "林四维"),
        "former_director": member_of(branch, "M05", "江五洲"),
        "other_member": member_of(other_branch, "M01", "陆六合"),
        "chair": register_member(city, member_no="C01", name="齐七星")[0],
        "vice_chair": register_member(city, member_no="C02", name="柏八方")[0],
    }
    begun = date(2016, 12, 1)
    assign_post(people["former_director"], branch, post="branch_director", from_on=begun, until_on=date(2018, 1, 1))
    assign_post(people["director"], branch, post="branch_director", from_on=date(2018, 1, 1), until_on=None)
    assign_post(people["deputy"], branch, post="deputy_branch_director", from_on=begun, until_on=None)
    assign_post(people["officer"], branch, post="organization_officer", from_on=begun, until_on=None)
    assign_post(people["chair"], city, post="chair", from_on=begun, until_on=None)
    assign_post(people["vice_chair"], city, post="vice_chair", from_on=begun, until_on=None)
    rulebook, _is_changed = put_in_force(
        branch, code="I1", title="支部工作制度", text=RULEBOOK, from_on=date(YEAR, 1, 1), by="支部会员大会"
    )
    world = World(city, branch, other_branch, **people, rulebook=rulebook, users=open_accounts(people))
    record_a_year(world)
    return world


def member_of(branch: Organization, number: str, name: str) -> Member:
    """Register a member who joined in 2015."""
    member, _is_changed = register_member(branch, member_no=number, name=name)
    set_membership(member, branch, from_on=date(2015, 1, 1), until_on=None)
    return member


def open_accounts(people: dict[str, Member]) -> Users:
    """Give everybody an account named as the role, with a password that nobody knows and no test waits for."""
    accounts = {}
    for role, member in people.items():
        accounts[role] = member.user = open_account(role)
        member.save()
    return Users(
        **accounts, nobody_yet=open_account("nobody_yet"), operator=open_account("operator", is_superuser=True)
    )


def open_account(role: str, **fields: bool) -> User:
    """Open an account, sparing the slow sum that protects real passwords."""
    return User.objects.create(username=role, password="no sum of anything", **fields)


def record_a_year(world: World) -> None:
    """Record one thing of every sort: enough in January, one info too few in April."""
    branch, city = world.branch, world.city
    everybody = [world.director, world.deputy, world.officer, world.member, world.former_director]
    came = {member.pk: "present" for member in everybody}
    for number in range(6):
        report_info(world, f"IN01{number}", date(YEAR, 1, 10 + number))
    for number in range(5):
        report_info(world, f"IN04{number}", date(YEAR, 4, 10 + number))
    record_meeting(
        branch,
        code="MT01",
        held_on=date(YEAR, 1, 19),
        topic="学习交流会",
        kind="all_member",
        status="held",
        attendance=came,
    )
    write_minutes(
        world.held,
        words={},
        assignments=[Assignment("整理会议材料", world.officer.pk, date(YEAR, 2, 1))],
        seen=world.held.revision,
        by="石三川",
    )
    plan_meeting(
        branch, by="田一禾", agenda=["总结一年"], kind="all_member", topic="年度总结会", held_on=date(YEAR, 12, 21)
    )
    ask_leave(world.planned, world.member, kind="leave", reason="出差", on=date(YEAR, 12, 1), by="林四维")
    record_contact(
        branch, code="CT01", by_member_id=world.director.pk, member_id=world.member.pk, on=date(YEAR, 2, 1), form="面谈"
    )
    record_what_was_made_up(world)
    record_who_is_away(world)
    on = date(YEAR, 3, 20)
    handed_in = record_receipt(branch, member=world.member, quarter="2018Q1", submitted_on=on).record
    enter_for(handed_in, world.member, organization=branch, ground="paper", by="石三川", on=on)
    record_proposal(
        branch,
        code="PR01",
        title="关于供热的提案",
        submitted_on=date(YEAR, 1, 6),
        status="filed",
        signatures={world.member.pk: "lead"},
    )
    record_project(
        branch, code="RE01", title="社区养老调研", report_on=date(YEAR, 6, 1), participants=[world.member.pk]
    )
    record_submission(branch, code="AR01", title="一篇稿件", member_id=world.member.pk, submitted_on=date(YEAR, 5, 2))
    record_issue(city, code="2018年第1期", journal="会刊", published_on=date(YEAR, 2, 10))
    task = study.record_task(
        city, code="TK01", material="宪法修正案", issued_on=date(YEAR, 3, 1), due_on=date(YEAR, 3, 31)
    ).record
    study.record_completion(branch, task=task, studied_on=date(YEAR, 3, 20))
    study.record_session(
        branch, code="SS01", held_on=date(YEAR, 3, 20), kind="monthly", topic="学习宪法", attendance=came
    )
    served = service.record_activity(city, code="SV01", name="义诊", held_on=date(YEAR, 5, 20), status="held").record
    absent = {world.deputy.pk: "absent"}
    ask_activity_leave(served, branch, world.deputy, asked=LeaveAsked("leave", "出差", date(YEAR, 5, 18), "乔二木"))
    service.mark_attendance(served, branch, marks=came | absent)
    service.record_lecture(
        branch, code="LE01", topic="家庭教育", held_on=date(YEAR, 6, 9), status="held", speakers=[world.officer.pk]
    )
    activities.add_rule(city, name="世界读书日", on=date(YEAR, 4, 23), comes_back=True, since_year=1995)
    node_day = activities.record_node_day(city, code="ND01", name="建军节", anniversary_on=date(YEAR, 8, 1)).record
    activities.record_observance(branch, node_day=node_day, held_on=date(YEAR, 8, 1), status="held", form="参观")
    activities.mark_node_day_attendance(node_day, branch, marks=came)
    theme = activities.record_activity(
        city, code="AC01", name="主题征文", held_on=date(YEAR, 9, 9), status="held"
    ).record
    ask_activity_leave(theme, branch, world.deputy, asked=LeaveAsked("leave", "出差", date(YEAR, 9, 7), "乔二木"))
    activities.mark_attendance(theme, branch, marks=came)
    report_info(world, "IN90", date(YEAR, 1, 10), branch=world.other_branch, member=world.other_member)
    record_attachments(world)
    record_votes(world)
    record_thought_overview(world)
    record_contacts_and_requests(world)
    record_learning(world)
    for app in (infos, proposals, research, social_service, search, derivations):
        app.record(world)


def record_what_was_made_up(world: World) -> None:
    """Somebody was not at a committee meeting, nor at a study session, and studied both afterwards."""
    branch, away = world.branch, world.deputy
    said = {"note": "自学材料", "today": date(YEAR, 10, 9), "by": "乔二木"}
    missed = record_meeting(
        branch,
        code="MT09",
        held_on=date(YEAR, 10, 5),
        topic="委员会会议",
        kind="committee",
        status="held",
        attendance={world.director.pk: "present", away.pk: "leave"},
    ).record
    make_up(missed, away, studied_on=date(YEAR, 10, 8), **said)
    session = study.record_session(
        branch,
        code="SS09",
        held_on=date(YEAR, 10, 6),
        kind="history",
        topic="学习会史",
        attendance={world.director.pk: "present", away.pk: "absent"},
    ).record
    make_up(session, away, studied_on=date(YEAR, 10, 8), **said)
    coming = study.plan_session(
        branch, by="石三川", kind="topic", topic="专题学习", held_on=date(YEAR, 12, 22), issue_id=None
    ).record
    ask_leave(coming, world.member, kind="leave", reason="出差", on=date(YEAR, 12, 1), by="林四维")


def record_who_is_away(world: World) -> None:
    """Somebody was ill for a month of the year after."""
    leave = enter_standing_leave(
        world.branch,
        world.former_director,
        kind="sick_leave",
        from_on=date(YEAR + 1, 2, 1),
        until_on=date(YEAR + 1, 2, 28),
        reason="住院",
        ground="phone",
        by="石三川",
        today=date(YEAR + 1, 2, 1),
    )
    forget_entry(leave)  # so that one entry waits for its member's word, the receipt's


def record_votes(world: World) -> None:
    """In January all raised their hands for the plan of the year; plan and summary are drafts, reported to nobody."""
    motion = Motion("通过年度工作计划", "show_of_hands")
    record_vote(world.held, motion, tally=Tally(4, 0, 1), by="石三川")
    for model in (WorkPlan, WorkSummary):
        write_work_paper(model, world.branch, year=YEAR, text="每月一次学习交流会。", seen=0, by="石三川")


def report_info(world: World, code: str, on: date, *, branch=None, member=None, **fields):
    """Record an info of a day at noon, by the branch itself unless a member is named; gives the record."""
    return record_info(
        branch or world.branch,
        code=code,
        member_id=member and member.pk,
        title=f"关于{code}的建议",
        submitted_at=datetime(on.year, on.month, on.day, 12, tzinfo=SHANGHAI),
        **fields,
    ).record


def record_attachments(world: World) -> None:
    """Attach a sign-in sheet to the meeting of January, and another that was removed again."""
    for text in ("签到：五人", "签到：六人"):
        attached = attach(
            world.held,
            organization=world.branch,
            upload=ContentFile(text.encode(), name="签到表.txt"),
            by="石三川",
            at=datetime(YEAR, 1, 20, 9, tzinfo=SHANGHAI),
        )
    detach(attached.record, by="石三川")


def record_thought_overview(world: World) -> None:
    """The director's overview of the first half year, which names nobody."""
    write_overview(
        world.branch,
        half_year=f"{YEAR}H1",
        text="会员思想稳定，关心地方教育。",
        by="田一禾",
        today=date(YEAR, 7, 2),
    )


def record_contacts_and_requests(world: World) -> None:
    """Say who contacts the member, what calls for a visit to them and what they ask; the year's holidays."""
    branch, member, on = world.branch, world.member, date(YEAR, 6, 14)
    import_work_days(world.city, text=shipped_work_days(YEAR))
    share_out(branch, keepers={member.pk: world.director.pk}, seen=marks_of_pairs({}), on=date(YEAR, 1, 8), by="石三川")
    learn_of_occasion(branch, member=member, occasion="illness", learned_on=on, by="石三川", today=on)
    make_request(branch, member=member, matter="希望会议改在周末", asked_on=on, today=on)


def record_learning(world: World) -> None:
    """A plan of the year, something to read, a reflection, a bank of questions, a quiz that stays open, an attempt."""
    study.add_item(world.city, year=YEAR, topic="学习宪法修正案", month=3, kind="plenary")
    study.adopt_plan(world.branch, year=YEAR, on=date(YEAR, 2, 10))
    study.add_item(world.branch, year=YEAR, topic="读会史", month=5, kind="history")
    source = study.read_questions(
        world.branch, content=samples.bank(), file_name="题库.xlsx", by="石三川", on=date(YEAR, 4, 1)
    )
    study.take_in(source)
    quiz = study.set_quiz(
        world.branch, title="会史测验", opens_on=date(YEAR, 4, 2), closes_on=date(2099, 12, 31), draw=None, seed=YEAR
    ).record
    result = study.PaperResult(right_count=2, taken_on=date(YEAR, 4, 3), ground="paper", token="world")
    entered = study.enter_result(quiz, world.member, result=result, by="石三川", today=date(YEAR, 4, 3))
    forget_entry(entered)  # so that one entry waits for its member's word, the receipt's
    written = study.Written("学宪法有感", "宪法是国家的根本大法。", "public")
    reflection = study.write_reflection(world.branch, world.member, written=written, on=date(YEAR, 3, 25)).record
    study.hand_in_reflection(reflection, on=date(YEAR, 3, 26))
    for place, title in ((world.city, "宪法全文"), (world.branch, "会史摘要")):
        material = study.keep_material(place, material=study.Material(title, text="第一章"), on=date(YEAR, 3, 2)).record
        study.make_reading_list(place, title=f"{title}等", materials=[material], on=date(YEAR, 3, 2))
