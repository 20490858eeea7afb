"""Input about a project's topic, days and people, and the steps of its life."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.pasted import PastedLineField, PastedTextField
from zuji.foundation.widgets import DayInput
from zuji.organizations.models import Member
from zuji.research.models import ResearchProject


class TopicForm(forms.Form):
    """A topic that a member suggests."""

    title = PastedLineField(label=_("Topic"), max_length=160)
    why = PastedTextField(label=_("Why"), required=False, rows=4, longest=2000)


class ProjectForm(forms.Form):
    """What is looked into, when, and by whom; `seen` is the revision the page showed."""

    title = PastedLineField(label=_("Topic"), max_length=160)
    chosen_on = forms.DateField(label=_("Chosen by the committee on"), widget=DayInput)
    from_on = forms.DateField(label=_("From"), required=False, widget=DayInput)
    to_on = forms.DateField(label=_("Until"), required=False, widget=DayInput)
    participants = forms.ModelMultipleChoiceField(
        label=_("Who takes part"),
        queryset=Member.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Somebody chosen is no member of the branch then.")},
    )
    guests = PastedLineField(
        label=_("Guests"), required=False, max_length=400, help_text=_("Who is no member of the branch.")
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Any, project: ResearchProject | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        participants = self.fields["participants"]
        assert isinstance(participants, forms.ModelMultipleChoiceField)  # noqa: S101 - tells the type checker which
        participants.queryset = people
        if project is not None:
            del self.fields["chosen_on"]

    @property
    def project_fields(self) -> dict[str, Any]:
        """What the actions take."""
        kept = {name: self.cleaned_data[name] for name in ("title", "from_on", "to_on", "guests")}
        return kept | {"participants": [member.pk for member in self.cleaned_data["participants"]]}


def shown_project(project: ResearchProject) -> dict[str, Any]:
    """Give a project as the form shows it."""
    kept = ("title", "from_on", "to_on", "guests")
    there = list(project.participations.values_list("member_id", flat=True))
    return {name: getattr(project, name) for name in kept} | {"participants": there, "seen": project.revision}


class FileForm(forms.Form):
    """With whom and when the plan was filed."""

    body = PastedLineField(label=_("Filed with"), max_length=80)
    on = forms.DateField(label=_("Day"), widget=DayInput)


class ReasonForm(forms.Form):
    """Why."""

    reason = PastedLineField(label=_("Reason"), max_length=300)


class SignOffForm(forms.Form):
    """On which day, and whether it was done together; `seen` is the revision of the report that was read."""

    on = forms.DateField(label=_("Signed off on"), widget=DayInput)
    is_collective = forms.TypedChoiceField(
        label=_("It counts as"),
        choices=[("yes", _("collective research")), ("no", _("individual research"))],
        coerce=lambda chosen: chosen == "yes",
        widget=forms.RadioSelect,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


def first_sign_off(on: date, revision: int, *, is_collective: bool) -> dict[str, Any]:
    """Give what the page of the sign-off begins with."""
    return {"on": on, "seen": revision, "is_collective": "yes" if is_collective else "no"}
