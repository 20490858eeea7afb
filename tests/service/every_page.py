"""Lines and addresses for tests/site/test_every_page.py."""

from zuji.service.models import HostUnit, Lecture, LectureTopic, ServiceActivity, ServiceLeaveRequest

ANSWERS = """\
service:lecture-list              302    404      404   200    200    200     200    200      200  200   200
service:lecture-create            302    404      404   404    404    200     200    200      404  404   200
service:lecture-workbook          302    404      404   200    200    200     200    200      200  200   200
service:coming-ics                302    404      404   200    200    200     200    200      200  200   200
service:public-lecture-list       200    200      200   200    200    200     200    200      200  200   200
service:public-lectures-ics       200    200      200   200    200    200     200    200      200  200   200
service:lecture-detail            302    404      404   200    200    200     200    200      200  200   200
service:lecture-edit              302    404      404   404    404    200     200    200      404  404   200
service:cancellation-create       302    404      404   404    404    200     200    200      404  404   200
service:proof-edit                302    404      404   404    404    200     200    200      404  404   200
service:confirmation-create       302    405      405   405    405    405     405    405      405  405   405
service:publication-edit          302    404      404   404    404    200     200    200      404  404   200
service:file-create               302    405      405   405    405    405     405    405      405  405   405
service:lecture-ics               302    404      404   200    200    200     200    200      200  200   200
service:topic-list                302    404      404   200    200    200     200    200      200  200   200
  of the committee’s topics       302    404      404   404    404    404     404    404      200  200   200
service:topic-detail              302    404      404   200    200    200     200    200      200  200   200
service:topic-edit                302    404      404   404    404    200     200    200      404  404   200
service:withdrawal-create         302    405      405   405    405    405     405    405      405  405   405
service:topic-file-create         302    405      405   405    405    405     405    405      405  405   405
service:host-unit-list            302    404      404   200    200    200     200    200      200  200   200
service:host-unit-edit            302    404      404   404    404    200     200    200      404  404   200
service:activity-list             302    404      404   200    200    200     200    200      200  200   200
service:activity-detail           302    404      200   200    200    200     200    200      200  200   200
service:activity-attendance       302    404      404   404    404    200     200    200      404  404   200
service:activity-cancel           302    404      404   404    404    404     404    404      200  200   200
service:leave-list                302    404      200   200    200    200     200    200      404  404   200
service:leave-decision-create     302    405      405   405    405    405     405    405      405  405   405
reports:lecture-invitation-pdf    302    404      404   404    404    200     200    200      404  404   200
"""
OPEN_TO_ANYBODY = {"service:public-lecture-list", "service:public-lectures-ics"}


def addresses(world):
    """An address for each line: the arguments of a named page, or a whole path for a line “of …”."""
    branch = world.branch.pk
    lecture = Lecture.objects.get(status="planned").pk
    topic = LectureTopic.objects.get(organization=world.branch).pk
    activity = ServiceActivity.objects.get().pk
    here = ("lecture-list", "lecture-create", "coming-ics", "public-lecture-list", "public-lectures-ics")
    of_lecture = (
        *("lecture-detail", "lecture-edit", "cancellation-create", "proof-edit", "confirmation-create"),
        *("publication-edit", "file-create", "lecture-ics"),
    )
    return {
        **{f"service:{name}": [branch] for name in (*here, "topic-list", "host-unit-list", "activity-list")},
        **{f"service:{name}": [lecture] for name in of_lecture},
        **{
            f"service:{name}": [topic]
            for name in ("topic-detail", "topic-edit", "withdrawal-create", "topic-file-create")
        },
        "service:lecture-workbook": [branch, 2018],
        "service:host-unit-edit": [HostUnit.objects.get().pk],
        "service:activity-detail": [activity],
        "service:activity-attendance": [branch, activity],
        "service:activity-cancel": [activity],
        "service:leave-list": [activity],
        "service:leave-decision-create": [ServiceLeaveRequest.objects.get().pk],
        "reports:lecture-invitation-pdf": [lecture],
        "of the committee’s topics": f"/organizations/{world.city.pk}/lecture-topics/",
    }
