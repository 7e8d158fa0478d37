"""Prints the codebook, docs/codebook.md, from the vocabulary: `python -m sayso.records.codebook > docs/codebook.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from sayso.records.vocabulary import Vocabulary, vocabulary


def codebook(words: Vocabulary) -> str:
    """The codebook in Markdown: every word of the vocabulary with its definition and the standard it comes from."""
    parts = [
        f"# Codebook\n\nThe words of Sayso, version {words.version}. Printed from `src/sayso/records/vocabulary.yml`; change it there.",
        "## Acts\n\n"
        + _table(("act", "meaning", "usual polarity", "from"), ((a.key, a.definition, a.polarity, a.source) for a in words.acts.values())),
        "## Incident types\n\n" + "\n\n".join(_types(words)),
        "## Further questions\n\nOn which voices can differ beside those of an event's type.\n\n"
        + "\n".join(f"- {question}" for question in words.disputed.values()),
        "## Families of types\n\nTypes under which different writers tell one event.\n\n"
        + _table(("family", "types"), ((f.label, ", ".join(f.types)) for f in words.families.values())),
        "## Slots\n\n"
        + _table(("slot", "meaning", "holds", "in"), ((s.key, s.definition, s.holds, ", ".join(s.kinds)) for s in words.slots.values())),
        "## Ties\n\n" + _ties(words),
        "## Lists of values\n\n" + "\n\n".join(_term(name, list(values.items())) for name, values in words.terms.items()),
    ]
    return "\n\n".join(parts) + "\n"


def _types(words: Vocabulary) -> Iterable[str]:
    for kind in words.incident_types.values():
        asked = " · ".join(question.label for question in kind.questions)
        known = "; ".join(f"{name}: {value}" for name, value in kind.maps)
        yield f"### {kind.label}\n\n`{kind.key}`. {kind.definition}\n\nQuestions: {asked}\n\nIn other standards: {known}"


def _ties(words: Vocabulary) -> str:
    rows = ((p.key, p.family, p.phrase, "the same" if p.symmetric else p.inverse, p.source) for p in words.predicates.values())
    return _table(("predicate", "family", "reads", "from the other side", "from"), rows)


def _term(name: str, values: Sequence[tuple[str, str]]) -> str:
    return f"### {name.replace('_', ' ')}\n\n" + _table(("value", "meaning"), values)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    sys.stdout.write(codebook(vocabulary()))
