"""Invented content for the living page `/ui/`: every part in every state, with the longest names there are."""

from datetime import date
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from zuji.foundation import numbers
from zuji.foundation.cells import Cell
from zuji.foundation.widgets import DayInput

LONG_ORGANIZATION = "示例县直属机关第二联合支部"
LONG_NAME = "欧阳慕容晓"
CITY = SimpleNamespace(name="某某民族自治州示范委员会", label="某某民族自治州示范委员会")
BRANCH = SimpleNamespace(name=LONG_ORGANIZATION, label=LONG_ORGANIZATION, parent=CITY)
ATTENDANCE = [
    {"value": "present", "label": _("present"), "look": "good"},
    {"value": "late", "label": _("late"), "look": ""},
    {"value": "leave", "label": _("on leave"), "look": ""},
    {"value": "absent", "label": _("absent"), "look": "bad"},
]
PAGES = {
    "board": _("Board"),
    "records": _("Records"),
    "members": _("Members"),
    "institutions": _("Institutions"),
    "reports": _("Reports"),
}
PARTS_TITLE = _("Parts")
PARTS = (
    ("board", _("Board")),
    ("figures", _("Figures and states")),
    ("text", _("Institutions in words")),
    ("people", _("Attendance")),
    ("forms", _("Forms")),
    ("lists", _("Lists and tables")),
    ("messages", _("Messages")),
)


class SampleForm(forms.Form):
    """One field of every sort."""

    title = forms.CharField(label=_("Title"), max_length=60)
    held_on = forms.DateField(label=_("Day"), help_text=_("The day it happened, not today."), widget=DayInput)
    hours = forms.IntegerField(label=_("Hours"), min_value=1, required=False)
    place = forms.CharField(label=_("Place"), disabled=True, initial="会议室（不能修改）", required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("a", "集中学习"), ("b", "专题研讨")])
    scope = forms.ChoiceField(
        label=_("Who was expected"), choices=[("all", "全体会员"), ("some", "部分会员")], widget=forms.RadioSelect
    )
    is_joint = forms.BooleanField(label=_("Together with other branches"), required=False)
    summary = forms.CharField(
        label=_("What was said"),
        required=False,
        widget=forms.Textarea(attrs={"data-draft": "ui-sample"}),
        help_text=_("Kept on this device while you write."),
    )


def _row(states: list[str], shown: list[str], **more: dict[int, Any]) -> list[Cell]:
    """Make twelve monthly cells; more: argument name → {month: value}."""
    cells = []
    for number, (state, text) in enumerate(zip(states, shown, strict=True), start=1):
        url = "" if state in {"pending", "not_applicable"} else "#why"
        extra = {name: values[number] for name, values in more.items() if number in values}
        cells.append(Cell(state, text, url, when=numbers.month(number), heading=str(number), **extra))
    return cells


def _quarters(states: list[str], shown: list[str]) -> list[Cell]:
    return [
        Cell(state, text, "" if state == "pending" else "#why", span=3, when=f"{first}—{numbers.month(first + 2)}")
        for state, text, first in zip(states, shown, (1, 4, 7, 10), strict=True)
    ]


def board() -> list[dict[str, Any]]:
    """Make one institution after another with rows of every cadence and state."""
    met, open_, later = ["met"] * 8, ["due"], ["pending"] * 3
    return [
        {
            "name": "例会制度",
            "rows": [
                {
                    "name": "每月例会",
                    "note": "第三条 · 每月 1 次",
                    "total": "8/8",
                    "cells": _row(met + open_ + later, ["1"] * 8 + ["0/1"] + [""] * 3),
                },
                {
                    "name": "全员到会",
                    "note": "第四条 · 每次 13 人",
                    "total": "6/8",
                    "cells": _row(
                        ["met", "met", "missed", "met", "met", "missed", "met", "met", "due", *later],
                        ["13", "13", "11/13", "13", "13", "12/13", "13", "13", "0/13", "", "", ""],
                    ),
                },
            ],
        },
        {
            "name": "来信来稿登记报送与反馈办理工作制度（试行）",
            "rows": [
                {
                    "name": "每月报送来稿并逐件登记办理结果",
                    "note": "第九条 · 每月 6 件",
                    "total": "6/7",
                    "cells": _row(
                        ["not_applicable", "met", "met", "missed", "made_up", "met", "waived", "met", *open_, *later],
                        ["", "6", "7", "5/6", "", "8", "", "6", "3/6", "", "", ""],
                        late={6: True},
                        detail={4: "差 1 件"},
                    ),
                },
                {
                    "name": "主任谈心",
                    "note": "第二条 · 每季每人 1 次",
                    "total": "33/36",
                    "cells": _quarters(["met", "missed", "due", "pending"], ["12/12", "10/12", "9/12", ""]),
                },
                {
                    "name": "半年小结",
                    "note": "第八条 · 每半年 1 篇",
                    "total": "1/1",
                    "cells": [
                        Cell("met", "1", "#why", span=6, when="1—6月"),
                        Cell("due", "0/1", "#why", span=6, when="7—12月"),
                    ],
                },
            ],
        },
        {"name": "年度任务", "rows": [_track(*row) for row in TRACKS]},
    ]


TRACKS = (
    # name, note, total, percent, mark, text, state
    ("全年讲座", "第六条 · 全年 40 场", "27/40", "67.5", "70", "27 场", "due"),
    ("立案率", "第五条 · ≥85%", "85.7%", "85.7", "85", "12 ÷ 14 ＝ 85.7%", "met"),
    ("一人一件", "第五条 · 每人每年 1 件", "4/13", "30.8", "100", "4 人已提交，还差 9 人", "missed"),
    ("刊物投稿", "第七条 · 全年 12 篇", "0/12", "0", "70", "还没有", "due"),
    ("调研报告", "第七条 · 全年 1 篇", "1/1", "100", "", "1 篇，补办", "made_up"),
)


def _track(name: str, note: str, total: str, *bar: str) -> dict[str, Any]:
    percent, mark, text, state = bar
    label = _("dashed: today") if mark else ""
    track = {"percent": percent, "mark": mark, "mark_label": label, "text": text, "state": state, "url": "#why"}
    return {"name": name, "note": note, "total": total, "track": track}


def lists() -> dict[str, Any]:
    """Make the content of lists, tables and figures."""
    return {
        "figures": [
            {"label": "本期应做", "value": numbers.integer(4), "url": "#why", "note": "项"},
            {"label": "已履行", "value": numbers.integer(41), "url": "#why", "note": "／48 项"},
            {"label": "来稿", "value": numbers.integer(12345), "url": "#why", "note": "件，采用 23"},
            {"label": "立案率", "value": numbers.percent(12, 14), "url": "#why", "note": "12 ÷ 14"},
            {"label": "得分", "value": numbers.score(Fraction(173, 2)), "url": "#why", "note": ""},
            {"label": "尚无提案", "value": numbers.percent(0, 0), "url": "", "note": "无从计算"},
        ],
        "todos": [
            {"title": "9月例会", "note": "还没有安排 · 9月30日前", "is_hot": True, "action": "照上月安排"},
            {"title": "来稿", "note": "还差 3 件 · 9月30日前", "action": "写一件"},
            {"title": "联系 3 名会员", "note": f"{LONG_NAME}、左某、牟某 · 本季", "action": ""},
        ],
        "columns": [
            {"label": "会员"},
            *({"label": label, "is_number": True} for label in ("应到", "实到", "到会率", "得分")),
        ],
        "rows": [
            {"url": "#why", "cells": _counts(LONG_NAME, 9, 9, Fraction(100))},
            {"url": "#why", "cells": _counts("牟某", 9, 7, Fraction(1729, 20))},
            {"url": "#why", "cells": _counts("左某（外支部）", 0, 0, None)},
        ],
        "timeline": [
            {
                "on": date(2018, 9, 12),
                "kind": "例会",
                "title": "9月例会：秋季学期怎样安排",
                "note": "到 12 人，事假 1 人",
            },
            {"on": date(2018, 8, 30), "kind": "来稿", "title": "关于小区门前停车的建议被县里采用", "state": "met"},
            {
                "on": date(2018, 8, 3),
                "kind": "讲座",
                "title": f"{LONG_NAME}讲家庭用药",
                "note": "社区活动室",
                "late": True,
            },
        ],
        "definitions": [
            {"label": "支部", "value": LONG_ORGANIZATION, "url": "#why"},
            {"label": "届期", "value": numbers.day(date(2016, 11, 1))},
            {"label": "办公电话", "value": ""},
        ],
        "page": Paginator(range(1848), 50).page(3),
    }


def _counts(name: str, expected: int, came: int, points: Fraction | None) -> list[Any]:
    return [
        name,
        numbers.integer(expected),
        numbers.integer(came),
        numbers.percent(came, expected),
        numbers.score(points),
    ]


def attendance() -> list[dict[str, Any]]:
    """Make a roll call with every answer."""
    names = ("蒙某", LONG_NAME, "卓某", "孟某", "司徒某", "段某")
    answers = ("present", "present", "leave", "present", "absent", "late")
    return [
        {"name": name, "field_name": f"mark-{number}", "value": answer, "choices": ATTENDANCE}
        for number, (name, answer) in enumerate(zip(names, answers, strict=True))
    ]
