"""What tests/world.py records of this app."""

from datetime import date, time

from zuji.service.actions import LecturePlan, keep_host_unit, keep_topic, plan_lecture, publish_lecture

DAY, TO_COME = date(2018, 9, 8), date(2090, 9, 9)


def record(world):
    """One thing of every sort: a topic of the committee, one of the branch, a host, a lecture planned and announced."""
    keep_topic(world.city, title="多党合作与民进", category="other", outline="从五一口号说起", duration_minutes=60)
    topic = keep_topic(world.branch, title="亲子沟通", category="family_education", suited_audience="家长").record
    host = keep_host_unit(world.branch, name="某小学", contact_person="郝老师", phone="0455-8000000").record
    plan = LecturePlan(
        topic="亲子沟通",
        held_on=TO_COME,
        host="某小学",
        venue="礼堂",
        starts_at=time(14),
        ends_at=time(15, 30),
        speakers=(world.member.pk,),
    )
    planned = plan_lecture(
        world.branch,
        plan=plan,
        on=DAY,
        by="田一禾",
        kind="家庭教育",
        library_topic=topic,
        host_unit=host,
        audience_kind="parents",
    ).record
    publish_lecture(planned, is_published=True, shows_speakers=False, on=DAY, by="田一禾")
