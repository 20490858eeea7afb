"""What tests/world.py records of this app: one sent by its steps and adopted, a draft, a topic, a piece of news."""

from datetime import date, datetime

from zuji.foundation.clock import SHANGHAI
from zuji.infos import actions
from zuji.infos.models import Info

SENT_ON = date(2018, 5, 8)


def record(world):
    """One thing of every sort."""
    on = SENT_ON
    topic = actions.ask_for_topic(
        world.city,
        title="教师减负",
        wanted="基层的做法和困难",
        due_on=date(2018, 6, 1),
        by="齐七星",
        on=date(2018, 4, 2),
    ).record
    said = actions.Written("关于减轻教师事务负担的建议", "填表多。", "多头布置。", "一表通用。", topic_id=topic.pk)
    info = actions.write_info(world.branch, world.member, written=said, by="林四维", on=on).record
    actions.hand_in(info, is_clear=True, by="林四维", on=on)
    to = [actions.Destination(str(world.city), "capd", world.city.pk)]
    actions.send_info(info, to=to, by="田一禾", at=datetime(2018, 5, 8, 9, tzinfo=SHANGHAI))
    adopted = actions.OutcomeSaid("adopted", "city", "市政协", "cppcc", date(2018, 7, 3), "第7期")
    actions.enter_outcome(Info.objects.get(pk=info.pk), said=adopted, by="齐七星", today=date(2018, 7, 4))
    draft = actions.Written("关于校门口交通的建议", "放学时拥堵。")
    actions.write_info(world.branch, world.member, written=draft, by="林四维", on=on)
    actions.report_news(world.branch, title="支部走进社区", text="", on=on, by="石三川", today=on)
