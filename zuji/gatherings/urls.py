"""Pages of standing leave, and those that every kind of gathering has below the paths of its app."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from zuji.gatherings.noun import GatheringNoun
from zuji.gatherings.views import attendance, calling, files, leave, making_up, signing_in, standing_leave

app_name = "gatherings"
urlpatterns = [
    path(
        "organizations/<int:organization_id>/standing-leave/", standing_leave.standing_leave_list,
        name="standing-leave-list",
    ),
    path("standing-leave/<int:number>/ending/", standing_leave.ending_create, name="ending-create"),
]  # fmt: skip


def gathering_urls(noun: GatheringNoun, at: str, *, call_off: Callable[..., Any] | None = None) -> list[URLPattern]:
    """Make the paths of one kind of gathering. Takes: its path, such as meetings; its own verb of calling off."""
    own: dict[str, Any] = {"noun": noun}
    one, singular = f"{at}/<int:number>", at.removesuffix("s")
    return [
        path(f"{one}/notice/", calling.notice_create, own, name="notice-create"),
        path(f"{one}/reply/", calling.reply_create, own, name="reply-create"),
        path(
            f"{one}/cancellation/", calling.cancellation_create, {**own, "call_off": call_off},
            name="cancellation-create",
        ),
        path(f"{one}/leave-requests/", leave.leave_create, own, name="leave-create"),
        path(f"{singular}-leave-requests/<int:number>/decision/", leave.decision_create, own, name="decision-create"),
        path(f"{one}/attendance/", attendance.attendance_edit, own, name="attendance-edit"),
        path(f"{one}/confirmation/", attendance.confirmation_create, own, name="confirmation-create"),
        path(f"{one}/files/", files.file_create, own, name="file-create"),
        path(f"{one}/sign-in/", signing_in.sign_in, own, name="sign-in"),
        path(f"{one}/sign-in/state/", signing_in.sign_in_state_create, own, name="sign-in-state-create"),
        path(f"{one}/make-ups/", making_up.make_up_create, own, name="make-up-create"),
        path(
            f"{singular}-make-ups/<int:number>/removal/", making_up.make_up_removal_create, own,
            name="make-up-removal-create",
        ),
    ]  # fmt: skip
