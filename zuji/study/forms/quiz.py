"""Input about quizzes: a workbook of questions, a quiz, what is answered, what came of it on paper."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zuji.entries.models import GROUNDS
from zuji.foundation.widgets import DayInput
from zuji.gatherings.forms import PeopleForm
from zuji.organizations.models import Member
from zuji.study.actions import PaperResult
from zuji.study.models import QuizQuestion

TOKEN_LENGTH = 32


class WorkbookForm(forms.Form):
    """A workbook of questions."""

    file = forms.FileField(
        label=gettext_lazy("Workbook of questions"),
        help_text=gettext_lazy("Excel, at most 5 MB and 2,000 rows. What is wrong is named by row; the rest is kept."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls"}),
        allow_empty_file=True,
    )


class QuizForm(forms.Form):
    """A quiz to set."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=80)
    opens_on = forms.DateField(label=gettext_lazy("Opens on"), widget=DayInput)
    closes_on = forms.DateField(label=gettext_lazy("Closes on"), widget=DayInput)
    draw = forms.IntegerField(
        label=gettext_lazy("How many questions"),
        required=False,
        min_value=1,
        help_text=gettext_lazy("Drawn at random, the same for everybody; left empty, all are asked."),
    )


class AnswersForm(forms.Form):
    """One field for each question; `token` makes a page sent twice one attempt."""

    token = forms.CharField(max_length=TOKEN_LENGTH, widget=forms.HiddenInput)

    def __init__(self, *args: Any, questions: Sequence[QuizQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for place, question in enumerate(questions, start=1):
            self.fields[f"question-{question.pk}"] = _field_of(question, place)

    @property
    def answers(self) -> dict[int, str]:
        """The letters given, by question."""
        return {question.pk: "".join(self.cleaned_data[f"question-{question.pk}"]) for question in self.questions}


def _field_of(question: QuizQuestion, place: int) -> forms.Field:
    said: dict[str, Any] = {
        "label": f"{place}. {question.text}",
        "choices": [
            (letter, text if question.kind == "judgement" else f"{letter}. {text}")
            for letter, text in question.lettered
        ],
        "error_messages": {"required": _("Please answer question %(number)s.") % {"number": place}},
    }
    if question.kind == "multiple":
        help_text = _("Several answers; right when all of them are.")
        return forms.MultipleChoiceField(**said, widget=forms.CheckboxSelectMultiple, help_text=help_text)
    return forms.ChoiceField(**said, widget=forms.RadioSelect)


class ResultForm(PeopleForm):
    """What came of a quiz on paper."""

    people_fields = ("member",)
    token = forms.CharField(max_length=TOKEN_LENGTH, widget=forms.HiddenInput)
    member = forms.ModelChoiceField(label=gettext_lazy("Member"), queryset=Member.objects.none())
    taken_on = forms.DateField(label=gettext_lazy("Day"), widget=DayInput)
    right_count = forms.IntegerField(label=gettext_lazy("Questions answered right"), min_value=0, max_value=10_000)
    ground = forms.ChoiceField(label=gettext_lazy("How it was told"), choices=list(GROUNDS.items()), initial="paper")

    @property
    def result(self) -> PaperResult:
        """What the action takes."""
        said = self.cleaned_data
        return PaperResult(said["right_count"], said["taken_on"], said["ground"], said["token"])
