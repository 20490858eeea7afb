"""The words of the duty language: a new kind of work is a new row here, never a change of the grammar."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A footprint kind and its words. `unit` is what one counts by; 本月, 本季 … stand between verb and noun."""

    code: str
    verb: str
    noun: str
    unit: str
    aliases: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """Say the kind."""
        return self.verb + self.noun

    def word_about(self, this: str) -> str:
        """Say the kind about one window only: 提交本季思想动态汇报."""
        return self.verb + this + self.noun if self.noun else this + self.verb


@dataclass(frozen=True)
class Event:
    """What people are expected at: its kind, the kind of having come, and the words of 到会 ÷ 应到会议."""

    held: str
    attended: str
    came: str
    expected: str


@dataclass(frozen=True)
class Trigger:
    """What opens a window: 每 + classifier + noun. `opened` is the verb of its own day (出版后15日内)."""

    kind: str
    classifier: str
    noun: str
    opened: str = ""
    has_due_day: bool = False

    @property
    def word(self) -> str:
        """Say each time the window opens: 每期会刊."""
        return f"每{self.classifier}{self.noun}"


@dataclass(frozen=True)
class Cadence:
    """A calendar period: its code, its word and the word by which a sentence points at this very period."""

    code: str
    word: str
    this: str
    aliases: tuple[str, ...] = ()


CADENCES = (
    Cadence("monthly", "每月", "本月", ("每个月",)),
    Cadence("quarterly", "每季", "本季", ("每季度", "每个季度")),
    Cadence("half_yearly", "每半年", "本半年"),
    Cadence("yearly", "每年", "本年", ("每年度",)),
)
THIS_WINDOW = ("本期", "本次")
"""Points at the window whatever its cadence."""

THIS_ALIASES = {"本季度": "本季", "本年度": "本年"}

KINDS = (
    Kind("plenary_study.held", "", "全会精神集中学习", "次"),
    Kind("study.held", "", "学习活动", "次"),
    Kind("study.made_up", "", "补学", "次"),
    Kind("study_task.studied", "学完", "", "份"),
    Kind("study_reflection.written", "撰写", "学习心得", "篇"),
    Kind("quiz.passed", "通过", "学习测验", "次"),
    Kind("reading.held", "", "集中阅读", "次"),
    Kind("meeting.held", "", "全体会员学习交流会", "次"),
    Kind("committee_meeting.held", "", "支部委员会会议", "次"),
    Kind("minutes.filed", "归档", "会议纪要", "份"),
    Kind("plan.reported", "报告", "年度工作计划", "份"),
    Kind("summary.reported", "报告", "年度工作总结", "份"),
    Kind("contact.made", "", "联系", "次"),
    Kind("talk.held", "", "谈心谈话", "次"),
    Kind("visit.made", "", "走访慰问", "次"),
    Kind("request.answered", "答复", "会员诉求", "件"),
    Kind("thought_report.submitted", "提交", "思想动态汇报", "份", ("思想动态汇报",)),
    Kind("info.reported", "报送", "社情民意信息", "条", ("社情民意信息",)),
    Kind("info.adopted_county", "", "县级采用信息", "条"),
    Kind("info.adopted_city", "", "市级采用信息", "条"),
    Kind("info.adopted_province", "", "省级采用信息", "条"),
    Kind("info.adopted_national", "", "全国采用信息", "条"),
    Kind("info.instructed_county", "", "县级批示信息", "条"),
    Kind("info.instructed_city", "", "市级批示信息", "条"),
    Kind("info.instructed_province", "", "省级批示信息", "条"),
    Kind("info.instructed_national", "", "全国批示信息", "条"),
    Kind("proposal.written", "撰写", "提案素材", "件"),
    Kind("proposal.signed", "署名", "提案", "件"),
    Kind("proposal.submitted", "提交", "", "件", ("提交提案",)),
    Kind("proposal.filed", "立案", "", "件"),
    Kind("proposal.merged", "并案", "", "件"),
    Kind("proposal.not_filed", "不予立案", "", "件"),
    Kind("proposal.withdrawn", "撤回", "", "件"),
    Kind("proposal.pending", "未决", "", "件"),
    Kind("proposal.key", "", "重点提案", "件"),
    Kind("proposal.excellent", "", "优秀提案", "件"),
    Kind("research.completed", "", "集体调研", "次"),
    Kind("individual_research.completed", "", "个人调研", "次"),
    Kind("research.joined", "参加", "调研", "次"),
    Kind("service.held", "", "社会服务活动", "次"),
    Kind("lecture.given", "", "公益讲座", "场"),
    Kind("node_day.held", "", "纪念活动", "次"),
    Kind("activity.held", "", "主题活动", "次"),
    Kind("activity.led", "牵头", "主题活动", "次"),
    Kind("article.published", "刊发", "稿件", "篇"),
    Kind("journal.submitted", "", "会刊投稿", "篇"),
    Kind("news.reported", "报送", "工作动态", "条"),
)

EVENTS = (
    Event("meeting.held", "meeting.attended", "到会", "应到会议"),
    Event("study.held", "study.attended", "参加学习活动", "应到学习活动"),
    Event("service.held", "service.attended", "参加社会服务活动", "应到社会服务活动"),
    Event("activity.held", "activity.attended", "参加主题活动", "应到主题活动"),
)
CAME = "到场"
EXPECTED = "应到"
"""Of one event, whatever its kind: 每次主题活动 当日 到场 ÷ 应到."""

TRIGGERS = (
    Trigger("study_task.issued", "份", "学习任务", "下达", has_due_day=True),
    Trigger("journal.issued", "期", "会刊", "出版"),
    Trigger("node_day.planned", "个", "节点日"),
    Trigger("activity.held", "次", "主题活动", "举行"),
    Trigger("service.held", "次", "社会服务活动", "举行"),
    Trigger("meeting.held", "次", "全体会员学习交流会", "举行"),
    Trigger("committee_meeting.held", "次", "支部委员会会议", "举行"),
    Trigger("study.held", "次", "学习活动", "举行"),
    Trigger("visit.due", "件", "走访慰问事由", "得知", has_due_day=True),
    Trigger("request.made", "件", "会员诉求", "提出", has_due_day=True),
)

POSTS = {
    "主任": "branch_director",
    "副主任": "deputy_branch_director",
    "组织委员": "organization_officer",
    "宣传委员": "publicity_officer",
    "参政议政委员": "participation_officer",
    "社会服务委员": "service_officer",
    "信息员": "info_officer",
}

UNITS = ("人次", "学时", "次", "份", "条", "篇", "件", "场", "个", "项", "期", "人", "名")

BRANCH = "支部"
MEMBER = "会员"
EACH_MEMBER = "每名会员"
