"""Lines and addresses for tests/site/test_every_page.py."""

from zuji.research.models import (
    ItineraryStop,
    PlenarySpeech,
    ResearchConversion,
    ResearchLetter,
    ResearchProject,
    ResearchTopic,
)

ANSWERS = """\
research:project-list              302    404      404   200    200    200     200    200      200  200   200
research:project-create            302    404      404   404    404    200     200    200      404  404   200
research:project-detail            302    404      404   200    200    200     200    200      200  200   200
research:project-edit              302    404      404   404    404    200     200    200      404  404   200
research:cancellation-create       302    404      404   404    404    200     200    200      404  404   200
research:closing-create            302    405      405   405    405    405     405    405      405  405   405
research:sign-off-create           302    404      404   404    404    404     200    200      404  404   200
research:sign-off-removal-create   302    404      404   404    404    404     200    200      404  404   200
research:plan-edit                 302    404      404   404    404    200     200    200      404  404   200
research:filing-create             302    404      404   404    404    200     200    200      404  404   200
research:letter-create             302    404      404   404    404    200     200    200      404  404   200
research:report-edit               302    404      404   404    200    200     200    200      404  404   200
research:stop-create               302    404      404   404    200    200     200    200      404  404   200
research:stop-edit                 302    404      404   404    200    200     200    200      404  404   200
research:stop-removal-create       302    405      405   405    405    405     405    405      405  405   405
research:picture-create            302    405      405   405    405    405     405    405      405  405   405
research:conversion-create         302    404      404   404    404    200     200    200      404  404   200
research:conversion-removal-create 302    405      405   405    405    405     405    405      405  405   405
research:speech-list               302    404      404   200    200    200     200    200      200  200   200
research:speech-create             302    404      404   404    404    200     200    200      404  404   200
research:speech-detail             302    404      404   200    200    200     200    200      200  200   200
research:speech-edit               302    404      404   404    404    200     200    200      404  404   200
research:topic-list                302    404      404   200    200    200     200    200      200  200   200
research:choice-create             302    405      405   405    405    405     405    405      405  405   405
reports:research-docx              302    404      404   200    200    200     200    200      200  200   200
reports:research-pdf               302    404      404   200    200    200     200    200      200  200   200
reports:research-letter-docx       302    404      404   200    200    200     200    200      200  200   200
reports:research-letter-pdf        302    404      404   200    200    200     200    200      200  200   200
"""
OF_A_PROJECT = (
    "project-detail",
    "project-edit",
    "cancellation-create",
    "closing-create",
    "sign-off-create",
    "sign-off-removal-create",
    "plan-edit",
    "filing-create",
    "letter-create",
    "report-edit",
    "stop-create",
    "conversion-create",
)


def addresses(world):
    """An address for each line: the arguments of a named page, or a whole path for a line “of …”."""
    branch, project = [world.branch.pk], [ResearchProject.objects.get(title="职校实训条件").pk]
    stop, letter = [ItineraryStop.objects.get().pk], [ResearchLetter.objects.get().pk]
    lists = ("project-list", "project-create", "speech-list", "speech-create", "topic-list")
    return {
        **{f"research:{name}": branch for name in lists},
        **{f"research:{name}": project for name in OF_A_PROJECT},
        **{f"research:{name}": stop for name in ("stop-edit", "stop-removal-create", "picture-create")},
        "research:conversion-removal-create": [ResearchConversion.objects.get().pk],
        **{f"research:{name}": [PlenarySpeech.objects.get().pk] for name in ("speech-detail", "speech-edit")},
        "research:choice-create": [ResearchTopic.objects.get().pk],
        "reports:research-docx": project,
        "reports:research-pdf": project,
        "reports:research-letter-docx": letter,
        "reports:research-letter-pdf": letter,
    }
