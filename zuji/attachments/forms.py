"""Input of a file; a record app shows the field, and hands the post to `receive_upload`."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from zuji.attachments.actions import MOST_MEGABYTES
from zuji.attachments.contents.kinds import KINDS

ACCEPTED = ",".join([*(f".{ending}" for kind in KINDS for ending in kind.endings), "image/jpeg", "image/png"])
"""What the browser offers. Apple's telephones turn their HEIC photos into JPG where only JPG is asked for."""


class AttachmentForm(forms.Form):
    """One file. Several forms on a page need an `about` each, so that their fields have names of their own."""

    file = forms.FileField(
        label=_("File"),
        help_text=format_lazy(
            _("PDF, Word, Excel, PowerPoint, JPG, PNG, WebP or plain text, at most {most} MB."), most=MOST_MEGABYTES
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPTED, "data-shrink": ""}),
    )

    def __init__(self, *args: object, about: str = "", **kwargs: object) -> None:
        auto_id = f"id_{about.replace(':', '-')}_%s" if about else "id_%s"
        super().__init__(*args, auto_id=auto_id, **kwargs)  # type: ignore[arg-type,misc]
