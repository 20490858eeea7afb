"""Small folders of CSV files for tests that load one."""

from pathlib import Path

from zuji.operations.load.context import Load
from zuji.operations.load.loading import load_folder

YEAR_2018 = Path(__file__).parents[2] / "zuji" / "demo_data" / "suihua_2018"
MEMBERS = """member_id,name,sex,birth_month,joined_org_month,joined_branch_on,left_on,employer_kind,employer,sector
M01,田一禾,女,1971-02,2015-01,2015-01-01,,普通高中,某中学,教育
M02,乔二木,男,1972-03,2015-01,2015-01-01,,普通高中,某中学,教育
"""
HEADERS = {
    "activities": "activity_id,name,organiser,held_on,status",
    "articles": "article_id,member_id,title,submitted_on,journal,issue_no",
    "attendance": "event_kind,event_id,member_id,mark",
    "contacts": "contact_id,by_member_id,member_id,on,form",
    "exemptions": "member_id,from_on,to_on,reason,approved_by",
    "infos": "info_id,member_id,title,submitted_at,channel,adopted_by,duplicate_of,recorded_on,confirmed_by",
    "journal_issues": "issue_no,journal,published_on",
    "lectures": "lecture_id,member_id,kind,topic,held_on,host,audience,status,recorded_on,confirmed_by",
    "meetings": "meeting_id,held_on,start,end,venue,topic,kind,status,recorded_on,confirmed_by",
    "members": MEMBERS.split("\n", 1)[0],
    "node_days": "node_id,name,anniversary_on,held_on,form,status",
    "posts": "member_id,post,from_on,to_on",
    "proposal_signers": "proposal_id,member_id,role",
    "proposals": "proposal_id,title,submitted_on,status,merged_into,handling_body",
    "research": "research_id,title,from_on,to_on,collective,report_on",
    "research_members": "research_id,member_id",
    "rules": "rule_id,institution,clause,title,bearer,cadence,record_kind,metric,op,threshold,unit,evidence,"
    "score_group,weight,effective_from,effective_to",
    "service_activities": "activity_id,name,organiser,held_on,status",
    "study_sessions": "session_id,held_on,kind,topic,issue_no",
    "study_tasks": "task_id,material,issued_on,due_on,studied_on,evidence",
    "thought_reports": "member_id,quarter,submitted_on,mark",
}
MEETING = "MT01,2018-01-19,18:30,20:30,会议室,学习交流,all_member,held,2018-01-19,"
PROPOSAL = "PR01,关于交通的提案,2018-01-06,filed,,市交通局"
RULE = "R13,I6,第二条,社情民意信息月报送,branch,monthly,info,submitted_count,>=,6,条,报送底稿,branch,14,2018-01-01,"


class SmallFolder:
    """A folder with two members to begin with; a later `write` replaces a file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.raw("members", MEMBERS)

    def write(self, name: str, *rows: str) -> "SmallFolder":
        """Write a file with its usual header."""
        return self.raw(name, "\n".join([HEADERS[name], *rows]) + "\n")

    def raw(self, name: str, content: str | bytes) -> "SmallFolder":
        """Write a file as it is."""
        file = self.path / f"{name}.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def load(self, branch: str = "一支部", **options: object) -> Load:
        """Load the folder."""
        return load_folder(self.path, organization=branch, **options)
