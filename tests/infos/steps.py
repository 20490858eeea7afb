"""The steps of an info, as tests take them."""

from datetime import date, datetime

from zuji.foundation.clock import SHANGHAI
from zuji.infos import actions
from zuji.infos.models import Info

ON = date(2018, 6, 5)
TODAY = date(2018, 9, 1)
TEXT = "进入冬季以来，我市老旧小区供热不足，室温常在十五度以下，老人孩子叫苦不迭。建议更换二次管网，公开测温结果。"


def at(on=ON, hour=9):
    return datetime(on.year, on.month, on.day, hour, tzinfo=SHANGHAI)


def written(title="关于改善老旧小区供热的建议", text=TEXT, **parts):
    return actions.Written(title, text, **parts)


def begin(world, member=None, on=ON, **said):
    member = member or world.member
    return actions.write_info(world.branch, member, written=written(**said), by=member.name, on=on).record


def handed_in(world, on=ON, **said):
    info = begin(world, on=on, **said)
    return actions.hand_in(info, is_clear=True, by="林四维", on=on)


def to_city(world):
    return [actions.Destination(str(world.city), "capd", world.city.pk)]


def sent(world, on=ON, **said):
    info = handed_in(world, on=on, **said)
    return actions.send_info(info, to=to_city(world), by="田一禾", at=at(on))


def outcome(on, kind="adopted", level="city", body="市政协", **more):
    return actions.OutcomeSaid(kind, level, body, "cppcc", on, **more)


def step(reason="请补充数据", on=ON, by="田一禾", body=""):
    return actions.Step(reason, on, by, body)


def again(info):
    return Info.objects.get(pk=info.pk)


def another_text(number):
    """A text that shares nothing with that of another number."""
    return "".join(chr(0x4E00 + (number * 997 + place * 31 * (number + 1)) % 5000) for place in range(60))
