"""A made-up nation of any size as input rows of the judgement: for measuring, and for nothing else.

Sizes and distributions are those of the project's scale data: at 200,000 members 34 provinces, 400 cities and 10,000
branches, branch sizes lognormal around 20, infos gamma-Poisson so that a few write most, a twelfth of the branches
nearly idle, dips in February and summer. The rules are the 17 of the first year, adopted by the centre; the cities
give out tasks, issues, node days and activities. Same members, seed and numpy: same rows. Needs numpy and pyarrow.
"""

from datetime import date
from typing import Any

import numpy as np

from zuji.kernel.calendar import periods_of
from zuji.kernel.days import FOREVER, day_number
from zuji.kernel.duties import DutyTerms
from zuji.kernel.language import parse_duty
from zuji.kernel.relations import INPUTS
from zuji.operations.bench.ledger import MARKS, PRESENT, Ledger, joined, of_rows, table, text

Numbers = np.ndarray[Any, np.dtype[np.int64]]

MONTH_WEIGHT = np.array([1.2, 0.5, 1.3, 1.0, 1.0, 1.1, 0.7, 0.6, 1.1, 1.0, 1.2, 1.3])
SHARES = {"idle": 0.08, "left": 0.03, "transferred": 0.04, "second_post": 0.02, "returned": 0.005, "exempt": 0.02}
CANCELLED = 0.03
CENTRE = 1

RULES = """
支部 每年 3月31日前 全会精神集中学习 ≥ 1 次 计分 支部 5
支部 每份学习任务 规定期限内 学完 ≥ 1 份 计分 支部 8
支部 每月 全体会员学习交流会 ≥ 1 次 计分 支部 14
会员 每年 到会 ÷ 应到会议 ≥ 75% 计分 会员 30 承担 期末在册 且 6月30日以前加入
主任 每季 对主任以外的每名会员 由主任或副主任 联系 ≥ 1 次 计分 支部 8 承担 期末在册 且 入会满30日 免除 期末豁免
会员 每季 提交本季思想动态汇报 ≥ 1 份 计分 会员 20 承担 期末在册 且 入会满30日 免除 期末豁免
支部 每个节点日 前30日至后15日内 纪念活动 ≥ 1 次 计分 支部 6
支部 每年 会刊投稿 ≥ 12 篇 计分 支部 6
支部 每期会刊 出版后15日内 集中阅读 ≥ 1 次 计分 支部 5
支部 每次主题活动 当日 到场 ÷ 应到 ≥ 100% 计分 支部 6
会员 每年 署名提案 ≥ 1 件 计分 会员 30 承担 期末在册 且 6月30日以前加入 免除 豁免满6个整月
支部 每年 (立案 + 并案) ÷ (提交 − 撤回 − 未决) ≥ 85% 计分 支部 8
支部 每月 报送社情民意信息 ≥ 6 条 计分 支部 14
支部 每年 集体调研 ≥ 1 次 计分 支部 5
支部 每年 公益讲座 ≥ 40 场 计分 支部 10
会员 每年 报送社情民意信息 ≥ 4 条 按12个整月折算 计分 会员 20 承担 期末在册 且 6月30日以前加入
支部 每次社会服务活动 当日 到场 ÷ 应到 ≥ 100% 计分 支部 5
"""


def duty_rows(terms: DutyTerms, *, duty: int, organization: int, from_day: int, until_day: int) -> dict[str, list[Any]]:
    """Give the rows of relations duty, duty_kind and duty_post that the terms of one duty amount to."""
    flags = ("about_window", "owed_on_last_day", "waive_exempt_on_last_day")
    given = {
        "id": duty,
        "organization_id": organization,
        "minimum_n": terms.minimum.numerator,
        "minimum_d": terms.minimum.denominator,
        "needs_actor_post": int(bool(terms.actor_posts)),
        "from_day": from_day,
        "until_day": until_day,
        **{flag: int(getattr(terms, flag)) for flag in flags},
    }
    posts = [("actor", post) for post in terms.actor_posts] + [("excluded", post) for post in terms.excluded_posts]
    return {
        "duty": [{column: given.get(column, getattr(terms, column, None)) for column in INPUTS["duty"]}],
        "duty_kind": [{"duty_id": duty, "kind": k.kind, "part": k.part, "sign": k.sign} for k in terms.kinds],
        "duty_post": [{"duty_id": duty, "role": role, "post": post} for role, post in posts],
    }


class Nation:
    """Draws the tree, then the people, then what they did."""

    def __init__(self, members: int, *, year: int = 2018, seed: int = 20180926) -> None:
        self.random = np.random.default_rng(seed)
        self.year = year
        self.first, self.last = day_number(date(year, 1, 1)), day_number(date(year, 12, 31))
        self.tables: dict[str, Any] = {}
        self.ledger = Ledger(self.random)
        self.plant(members)
        self.settle()
        self.rule()
        self.work()
        self.tables["footprint"] = self.ledger.footprints()

    # -- the tree

    def plant(self, members: int) -> None:
        """Draw cities and branches; `city_of` and `size_of` are by branch, ids run on from the centre's 1."""
        self.branches = max(2, members // 20)
        provinces, cities = min(34, max(1, self.branches // 30)), max(1, self.branches // 25)
        weight = self.random.lognormal(0, 0.9, cities)
        city = np.sort(self.random.choice(cities, self.branches, p=weight / weight.sum()))
        size = np.clip(self.random.lognormal(np.log(20) - 0.45**2 / 2, 0.45, self.branches), 5, 60)
        self.size_of = np.maximum(1, np.floor(size * members / size.sum())).astype(np.int64)
        np.add.at(self.size_of, self.random.integers(0, self.branches, members - int(self.size_of.sum())), 1)
        self.members = int(self.size_of.sum())
        province_ids = CENTRE + 1 + np.arange(provinces)
        self.city_ids = province_ids[-1] + 1 + np.arange(cities)
        self.branch_ids = self.city_ids[-1] + 1 + np.arange(self.branches)
        self.city_of = self.city_ids[city]
        province_of_city = province_ids[np.arange(cities) * provinces // cities]
        levels = np.repeat(np.arange(4), [1, provinces, cities, self.branches])
        ids = np.arange(1, self.branch_ids[-1] + 1)
        self.tables["organization"] = table(
            "organization", {"id": ids, "level": text(levels, ("centre", "province", "city", "branch"))}
        )
        pairs = [
            (ids, ids),
            (CENTRE, ids[1:]),
            (province_of_city, self.city_ids),
            (province_of_city[city], self.branch_ids),
            (self.city_of, self.branch_ids),
        ]
        closure = joined(*({"ancestor_id": upper, "descendant_id": lower} for upper, lower in pairs))
        self.tables["organization_closure"] = table("organization_closure", closure)

    # -- the people

    def chosen(self, share: float) -> Numbers:
        return np.flatnonzero(self.random.random(self.members) < share)

    def days(self, n: int) -> Numbers:
        return self.random.integers(self.first, self.last + 1, n)

    def settle(self) -> None:
        """Draw who is where from when to when, who is exempt and who holds which post. Members are 1, 2, 3 …"""
        self.member_ids = np.arange(1, self.members + 1)
        self.home = np.repeat(np.arange(self.branches), self.size_of)
        self.is_active = (self.random.random(self.branches) >= SHARES["idle"])[self.home]
        self.from_day = self.first - self.random.integers(-120, 30 * 365, self.members)
        self.until_day = np.full(self.members, FOREVER)
        gone = self.chosen(SHARES["left"])
        self.until_day[gone] = np.maximum(self.days(len(gone)), self.from_day[gone] + 1)
        moved = np.setdiff1d(self.chosen(SHARES["transferred"]), np.flatnonzero(self.from_day > self.first - 30))
        cut = self.days(len(moved))
        stayed = self.until_day[moved] > cut
        moved, cut = moved[stayed], cut[stayed]
        before = self.spans(moved, self.from_day[moved], cut, self.random.integers(0, self.branches, len(moved)))
        self.from_day[moved] = cut
        back = np.setdiff1d(self.chosen(SHARES["returned"]), np.union1d(moved, gone))
        back = back[self.from_day[back] < self.first - 400]
        earlier = self.spans(back, self.from_day[back], self.first - 100, self.home[back])
        self.from_day[back] = self.days(len(back))
        second = self.chosen(SHARES["second_post"])
        at_city = self.spans(second, self.from_day[second], FOREVER, self.home[second])
        at_city["organization_id"] = self.city_of[self.home[second]]
        now = self.spans(np.arange(self.members), self.from_day, self.until_day, self.home)
        spans = joined(now, before, earlier, at_city)
        self.tables["membership"] = table("membership", spans | {"id": np.arange(1, len(spans["member_id"]) + 1)})
        self.excuse()
        self.appoint()

    def spans(self, who: Numbers, start: Any, end: Any, home: Numbers) -> dict[str, Any]:
        return {
            "organization_id": self.branch_ids[home],
            "member_id": self.member_ids[who],
            "from_day": np.broadcast_to(start, len(who)),
            "until_day": np.broadcast_to(end, len(who)),
        }

    def excuse(self) -> None:
        who = np.concatenate([self.chosen(SHARES["exempt"]), self.chosen(SHARES["exempt"] / 4)])
        start = self.days(len(who)) - 120
        length = self.random.integers(30, 400, len(who))
        ids = np.arange(1, len(who) + 1)
        columns = {"id": ids, "member_id": who + 1, "from_day": start, "until_day": start + length}
        self.tables["exemption"] = table("exemption", columns)

    def appoint(self) -> None:
        """Each branch has a director, its first member, and a deputy, who at times succeeds during the year."""
        self.director = np.cumsum(self.size_of) - self.size_of + 1
        deputy = np.minimum(self.director + 1, self.director + self.size_of - 1)
        changes = self.random.random(self.branches) < 0.05
        until = np.where(changes, self.days(self.branches), FOREVER)
        start = np.full(self.branches, self.first - 900)
        held = joined(
            {
                "member_id": self.director,
                "organization_id": self.branch_ids,
                "post": 0,
                "from_day": start,
                "until_day": until,
            },
            {"member_id": deputy, "organization_id": self.branch_ids, "post": 1, "from_day": start, "until_day": until},
            {
                "member_id": deputy[changes],
                "organization_id": self.branch_ids[changes],
                "post": 0,
                "from_day": until[changes],
                "until_day": FOREVER,
            },
        )
        posts = text(held["post"], ("branch_director", "deputy_branch_director"))
        self.tables["post_assignment"] = table("post_assignment", held | {"post": posts})

    # -- the rules

    def rule(self) -> None:
        """Adopt the 17 rules at the centre, and two policies: in a tenth of the branches leave is excused from July."""
        rows: dict[str, list[Any]] = {"duty": [], "duty_kind": [], "duty_post": []}
        for number, sentence in enumerate(RULES.strip().splitlines(), 1):
            terms = parse_duty(sentence, code=f"R{number:02}")
            of_duty = duty_rows(terms, duty=number, organization=CENTRE, from_day=self.first - 365, until_day=FOREVER)
            for name, more in of_duty.items():
                rows[name] += more
        rows["policy"] = [{"id": number, "late_after_days": 30} for number in (1, 2)]
        rows["policy_kind"], rows["public_office"] = [], []
        rows["policy_mark"] = [
            {
                "policy_id": number,
                "mark": mark,
                "is_present": int(mark in PRESENT),
                "is_excused": int(number == 2 and mark == "leave"),
            }
            for number in (1, 2)
            for mark in MARKS[1:]
        ]
        rows["period"] = [
            vars(p) | {"first_day": day_number(p.first_on), "last_day": day_number(p.last_on)}
            for year in (self.year - 1, self.year, self.year + 1)
            for p in periods_of(year)
        ]
        self.tables |= {name: of_rows(name, of) for name, of in rows.items()}
        everyone, july = np.arange(1, self.branch_ids[-1] + 1), self.first + 181
        other = self.random.choice(self.branch_ids, self.branches // 10, replace=False)
        until = np.where(np.isin(everyone, other), july, FOREVER)
        spans = joined(
            {"organization_id": everyone, "policy_id": 1, "from_day": 0, "until_day": until},
            {"organization_id": other, "policy_id": 2, "from_day": july, "until_day": FOREVER},
        )
        self.tables["policy_span"] = table("policy_span", spans)

    # -- the work

    def dated(self, n: int) -> Numbers:
        """Draw days of the year by the weight of their months."""
        month = self.random.choice(12, n, p=MONTH_WEIGHT / MONTH_WEIGHT.sum())
        starts = np.array([day_number(date(self.year, number, 1)) for number in range(1, 13)])
        return np.asarray(starts[month] + self.random.integers(0, 28, n))

    def work(self) -> None:
        """Draw everything that branches, members and cities did in the year."""
        is_busy = self.is_active[np.cumsum(self.size_of) - 1]
        self.busy = np.flatnonzero(is_busy)
        self.meet(is_busy)
        self.write()
        self.gather()
        self.report()

    def meet(self, is_busy: Any) -> None:
        quiet = self.random.integers(0, 4, self.branches)
        count = np.where(is_busy, self.random.poisson(10, self.branches).clip(4, 16), quiet)
        branch = np.repeat(np.arange(self.branches), (count * (1 - CANCELLED)).round().astype(np.int64))
        day, number = self.dated(len(branch)), np.arange(len(branch))
        self.ledger.post("meeting.held", self.branch_ids[branch], day, ("meeting:", number))
        self.mark("meeting", branch, day, number)

    def mark(self, noun: str, branch: Numbers, day: Numbers, number: Numbers) -> None:
        """Mark each event's people on the roll that day: present by their own propensity, else on leave or absent."""
        size = self.size_of[branch]
        event = np.repeat(np.arange(len(branch)), size)
        start = np.repeat(np.cumsum(self.size_of)[branch] - size, size)
        who = start + np.arange(len(event)) - np.repeat(np.cumsum(size) - size, size)
        on_roll = (self.from_day[who] <= day[event]) & (day[event] < self.until_day[who])
        event, who = event[on_roll], who[on_roll]
        if not hasattr(self, "propensity"):
            self.propensity = self.random.beta(6.0, 2.2, self.members)
        came, other = self.random.random(len(who)) < self.propensity[who], self.random.random(len(who))
        mark = np.where(came, np.where(other < 0.06, 2, 1), np.where(other < 0.7, 5, 6))
        about = (f"{noun}:", number[event])
        credit, member = np.ones(len(who), dtype=np.int64), self.member_ids[who]
        home = self.branch_ids[branch[event]]
        self.ledger.post(f"{noun}.attended", home, day[event], about, credit=credit, member_id=member, mark=mark)

    def write(self) -> None:
        """Infos, proposals with what became of them, articles and lectures: for the branch and for the member."""
        rate = np.where(self.is_active, 2.2, 0.0)
        who = np.repeat(np.arange(self.members), self.random.poisson(self.random.gamma(0.35, rate / 0.35)))
        is_duplicate = self.random.random(len(who)) < 0.03
        self.twice("info.reported", who[~is_duplicate], "info:")
        self.once("info.duplicate", who[is_duplicate], "duplicate:")
        lead = np.repeat(np.arange(self.members), self.random.poisson(np.where(self.is_active, 0.12, 0)))
        self.propose(lead)
        for kind, rate_of_branch in (("lecture.given", 4.0), ("journal.submitted", 3.0)):
            count = self.random.poisson(rate_of_branch, len(self.busy))
            branch = np.repeat(self.busy, count)
            first = np.cumsum(self.size_of)[branch] - self.size_of[branch]
            self.twice(
                kind, first + (self.random.random(len(branch)) * self.size_of[branch]).astype(np.int64), kind + ":"
            )

    def once(self, kind: str, who: Numbers, noun: str, credit: int = 1) -> Numbers:
        day = self.dated(len(who))
        self.ledger.post(
            kind,
            self.branch_ids[self.home[who]],
            day,
            (noun, np.arange(len(who))),
            credit=np.full(len(who), credit),
            member_id=self.member_ids[who],
        )
        return day

    def twice(self, kind: str, who: Numbers, noun: str) -> None:
        self.once(kind, who, noun, credit=0)
        self.ledger.batches.append(self.ledger.batches[-1] | {"credit": np.ones(len(who), dtype=np.int64)})
        self.ledger.posted += len(who)

    def propose(self, lead: Numbers) -> None:
        home, day, number = self.branch_ids[self.home[lead]], self.dated(len(lead)), np.arange(len(lead))
        self.ledger.post("proposal.submitted", home, day, ("proposal:", number))
        outcomes = ("filed", "not_filed", "merged", "withdrawn", "pending")
        outcome = self.random.choice(5, len(lead), p=[0.8, 0.08, 0.06, 0.03, 0.03])
        decided = day + self.random.integers(0, 120, len(lead))
        for code, word in enumerate(outcomes):
            is_so = outcome == code
            about = ("proposal:", number[is_so])
            self.ledger.post(f"proposal.{word}", home[is_so], decided[is_so], about, cohort_day=day[is_so])
        stays = outcome != 3
        joint = stays & (self.random.random(len(lead)) < 0.18)
        first = np.cumsum(self.size_of)[self.home[lead]] - self.size_of[self.home[lead]]
        for signer, is_so in ((lead, stays), (first, joint)):
            member, credit = self.member_ids[signer[is_so]], np.ones(int(is_so.sum()), dtype=np.int64)
            about = ("proposal:", number[is_so])
            self.ledger.post("proposal.signed", home[is_so], day[is_so], about, credit=credit, member_id=member)

    def gather(self) -> None:
        """What the cities give out, and what the branches make of it; then what branches do of themselves."""
        doing = {
            ("study_task.issued", "study_task", 6): ("study_task.studied", 0.9),
            ("journal.issued", "journal_issue", 4): ("reading.held", 0.85),
            ("node_day.planned", "node_day", 6): ("node_day.held", 0.9),
        }
        for (trigger, noun, times), (done, share) in doing.items():
            city, day, number = self.given_out(times)
            due = day + 30
            self.ledger.post(trigger, city, day, (f"{noun}:", number), due_day=due)
            branch, which = self.taken_up(city, times)
            did = self.random.random(len(branch)) < share
            on = day[which] + self.random.integers(-3, 33, len(branch))
            self.ledger.post(done, self.branch_ids[branch[did]], on[did], (f"{noun}:", number[which][did]))
        for noun, times in (("activity", 3), ("service", 1)):
            city, day, number = self.given_out(times)
            self.ledger.post(f"{noun}.held", city, day, (f"{noun}:", number))
            branch, which = self.taken_up(city, times)
            self.mark(noun, branch, day[which], number[which])
        for kind, rate in (("plenary_study.held", 6.0), ("research.completed", 0.7)):
            branch = np.repeat(self.busy, self.random.poisson(rate, len(self.busy)))
            self.ledger.post(
                kind, self.branch_ids[branch], self.dated(len(branch)), (f"{kind}:", np.arange(len(branch)))
            )

    def given_out(self, times: int) -> tuple[Numbers, Numbers, Numbers]:
        city = np.repeat(self.city_ids, times)
        return city, self.dated(len(city)), np.arange(len(city))

    def taken_up(self, city: Numbers, times: int) -> tuple[Numbers, Numbers]:
        """Pair each branch with each of its city's things: branch, and the thing's place."""
        branch = np.repeat(np.arange(self.branches), times)
        return branch, (self.city_of[branch] - city[0]) * times + np.tile(np.arange(times), self.branches)

    def report(self) -> None:
        """Thought reports and contacts, a quarter at a time, by those who do such things at all."""
        does = np.flatnonzero(self.random.random(self.members) < np.where(self.is_active, 0.93, 0.2))
        for quarter in range(1, 5):
            start = day_number(date(self.year, 3 * quarter - 2, 1))
            home, member = self.branch_ids[self.home[does]], self.member_ids[does]
            key = (f"{self.year}Q", np.full(len(does), quarter))
            credit = np.ones(len(does), dtype=np.int64)
            day = start + self.random.integers(0, 95, len(does))
            self.ledger.post("thought_report.submitted", home, day, key, credit=credit, member_id=member)
            day = start + self.random.integers(0, 90, len(does))
            actor = self.director[self.home[does]]
            about = ("contact:", member * 4 + quarter)
            self.ledger.post("contact.made", home, day, about, member_id=member, actor_id=actor)
