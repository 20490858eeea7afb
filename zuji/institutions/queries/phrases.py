"""A duty's sentence in the phrases in which it is shown beside its clause."""

from dataclasses import dataclass

from zuji.kernel.clauses import Clause
from zuji.kernel.duties import DutyTerms
from zuji.kernel.language import UnsayableTerms, write_duty


@dataclass(frozen=True)
class Phrases:
    """Who, when, what, how much, and on what conditions; `title` names the duty."""

    title: str
    bearer: str
    cadence: str
    action: str
    minimum: str
    conditions: str


@dataclass(frozen=True)
class ClauseInPhrases:
    """A clause that is not stored yet, with its duties in phrases."""

    number: int
    label: str
    text: str
    duties: tuple[Phrases, ...]


def phrases_of(sentence: str, title: str = "") -> Phrases:
    """Split a sentence as `kernel.language.write_duty` writes it; how it is scored and proved is left to the text."""
    first, *others = sentence.split("\n")
    said, _weight_sign, _weight = first.partition(" 计分 ")
    what, _sign, asked = said.partition(" ≥ ")
    bearer, cadence, action = [*what.split(" ", 2), "", ""][:3]
    amounts = [word for word in asked.split(" ") if not word.startswith("按")]
    conditions = [word for word in asked.split(" ") if word.startswith("按")]
    conditions += [line for line in others if not line.startswith("凭据")]
    return Phrases(title, bearer, cadence, action, f"≥ {' '.join(amounts)}", "；".join(conditions))


def phrases_of_terms(terms: DutyTerms) -> Phrases:
    """Say terms that were just read from a text; terms that cannot be said are shown by their title alone."""
    try:
        return phrases_of(write_duty(terms), terms.title)
    except UnsayableTerms:
        return Phrases(terms.title, "", "", terms.title, "", "")


def clause_in_phrases(clause: Clause) -> ClauseInPhrases:
    """Lay out a clause as it was read from a text."""
    return ClauseInPhrases(clause.number, clause.label, clause.text, tuple(map(phrases_of_terms, clause.duties)))
