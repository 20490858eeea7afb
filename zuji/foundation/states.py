"""The seven states of a standing as people see them: one word, one sign. Colour comes third and lives in the CSS."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class State:
    """How a state is said. `sign` stands in a cell that has no number to show."""

    code: str
    word: str | Promise
    sign: str | Promise


STATES: dict[str, State] = {
    state.code: state
    for state in (
        State("pending", _("not yet due"), ""),
        State("due", _("in progress"), ""),
        State("met", _("met"), "✓"),
        State("made_up", _("made up"), pgettext_lazy("sign in a board cell", "made up")),
        State("missed", _("missed"), "✕"),
        State("waived", _("waived"), pgettext_lazy("sign in a board cell", "waived")),
        State("not_applicable", _("not applicable"), "—"),
    )
}
LATE = _("entered late")
