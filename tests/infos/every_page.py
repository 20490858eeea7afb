"""Lines and addresses for tests/site/test_every_page.py."""

from zuji.infos.models import Info

ANSWERS = """
infos:info-list                   302    404      404   200    200    200     200    200      200  200   200
infos:info-create                 302    404      404   200    200    200     200    200      404  404   200
infos:table-list                  302    404      404   200    200    200     200    200      200  200   200
infos:inbox                       302    404      404   404    404    404     404    404      200  200   200
infos:topic-list                  302    404      404   200    200    200     200    200      200  200   200
infos:news-list                   302    404      404   200    200    200     200    200      200  200   200
infos:info-detail                 302    404      404   200    200    200     200    200      200  200   200
  of an info not handed in        302    404      404   404    200    404     404    404      404  404   404
infos:info-edit                   302    404      404   404    200    404     404    404      404  404   404
infos:removal-create              302    405      405   405    405    405     405    405      405  405   405
infos:file-create                 302    405      405   405    405    405     405    405      405  405   405
infos:submission-create           302    405      405   405    405    405     405    405      405  405   405
infos:sending-create              302    404      404   404    404    404     200    200      404  404   200
infos:confirmation-create         302    405      405   405    405    405     405    405      405  405   405
infos:return-create               302    404      404   404    404    404     404    404      200  200   200
infos:withdrawal-create           302    404      404   404    200    200     200    200      404  404   200
infos:closure-create              302    405      405   405    405    405     405    405      405  405   405
infos:closure-removal-create      302    405      405   405    405    405     405    405      405  405   405
infos:rejection-create            302    404      404   404    404    404     404    404      200  200   200
infos:forwarding-create           302    404      404   404    404    404     404    404      200  200   200
infos:outcome-create              302    404      404   404    404    200     200    200      200  200   200
infos:outcome-removal-create      302    404      404   404    404    200     200    200      200  200   200
reports:info-tables-xlsx          302    404      404   200    200    200     200    200      200  200   200
"""


def addresses(world):
    """An address for each line: the arguments of a named page, or a whole path for a line “of …”."""
    branch = world.branch.pk
    sent = Info.objects.get(title="关于减轻教师事务负担的建议")
    draft = Info.objects.get(state="draft")
    found = {
        f"infos:{name}": [branch] for name in ("info-list", "info-create", "table-list", "topic-list", "news-list")
    }
    found |= {
        f"infos:{name}": [sent.pk]
        for name in (
            *(
                "info-detail",
                "file-create",
                "submission-create",
                "sending-create",
                "return-create",
                "confirmation-create",
            ),
            *("withdrawal-create", "rejection-create", "forwarding-create", "outcome-create"),
            *("closure-create", "closure-removal-create"),
        )
    }
    found |= {f"infos:{name}": [draft.pk] for name in ("info-edit", "removal-create")}
    return found | {
        "infos:inbox": [world.city.pk],
        "infos:outcome-removal-create": [sent.outcomes.get().pk],
        "reports:info-tables-xlsx": [branch],
        "of an info not handed in": f"/infos/{draft.pk}/",
    }
