"""Input about plan, letters, stops, report and what became of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.pasted import PastedLineField, PastedTextField
from zuji.foundation.widgets import DayInput, TimeInput
from zuji.organizations.models import Member
from zuji.research.models import (
    CONVERSION_KINDS,
    PLAN_PARTS,
    REPORT_PARTS,
    SPEECH_FORMS,
    SPEECH_LEVELS,
    SPEECH_WORDS,
    PlenarySpeech,
)


class PlanForm(forms.Form):
    """The parts of a plan; any may stay empty."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, word in PLAN_PARTS.items():
            self.fields[name] = PastedTextField(label=word, required=False, rows=3)

    @property
    def words(self) -> dict[str, str]:
        """The texts by part."""
        return {name: self.cleaned_data[name] for name in PLAN_PARTS}


class ReportForm(forms.Form):
    """The parts of a report."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, word in REPORT_PARTS.items():
            self.fields[name] = PastedTextField(label=word, required=False, rows=8)

    @property
    def words(self) -> dict[str, str]:
        """The texts by part."""
        return {name: self.cleaned_data[name] for name in REPORT_PARTS}


class LetterForm(forms.Form):
    """A letter to a host unit."""

    recipient = PastedLineField(label=_("Addressed to"), max_length=80)
    on = forms.DateField(label=_("Day"), widget=DayInput)
    text = PastedTextField(label=_("Text"), longest=4000)


class StopForm(forms.Form):
    """A stop of the itinerary: day and place are enough, the rest can follow."""

    place = PastedLineField(label=_("Place"), max_length=80)
    on = forms.DateField(label=_("Day"), widget=DayInput)
    from_at = forms.TimeField(label=_("Starts at"), required=False, widget=TimeInput)
    to_at = forms.TimeField(label=_("Ends at"), required=False, widget=TimeInput)
    whom = PastedLineField(label=_("Whom"), required=False, max_length=160)
    accompanied_by = PastedLineField(label=_("Accompanied by"), required=False, max_length=160)
    notes = PastedTextField(label=_("Notes"), required=False, rows=5)
    has_consent = forms.BooleanField(label=_("Those we spoke with agreed to notes and pictures"), required=False)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def stop_fields(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class ConversionForm(forms.Form):
    """An output that is no record here."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(CONVERSION_KINDS.items()))
    title = PastedLineField(label=_("Title"), max_length=160)
    on = forms.DateField(label=_("Day"), widget=DayInput)
    note = PastedLineField(label=_("Note"), required=False, max_length=300)


class SpeechForm(forms.Form):
    """A speech to a plenary; `seen` is the revision the page showed."""

    title = PastedLineField(label=SPEECH_WORDS["title"], max_length=160)
    form = forms.ChoiceField(label=SPEECH_WORDS["form"], choices=list(SPEECH_FORMS.items()))
    body = PastedLineField(label=SPEECH_WORDS["body"], max_length=80)
    level = forms.ChoiceField(label=SPEECH_WORDS["level"], choices=list(SPEECH_LEVELS.items()))
    on = forms.DateField(label=SPEECH_WORDS["on"], widget=DayInput)
    speaker = forms.ModelChoiceField(label=SPEECH_WORDS["speaker"], queryset=Member.objects.none(), required=False)
    text = PastedTextField(label=SPEECH_WORDS["text"], required=False)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speaker = self.fields["speaker"]
        assert isinstance(speaker, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
        speaker.queryset = people

    @property
    def speech_fields(self) -> Any:
        """What the actions take."""
        return {name: self.cleaned_data[name] for name in SPEECH_WORDS}


def shown_speech(speech: PlenarySpeech) -> dict[str, Any]:
    """Give a speech as the form shows it."""
    return {name: getattr(speech, name) for name in SPEECH_WORDS} | {"seen": speech.revision}
