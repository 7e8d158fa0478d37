"""How a program comes in: it opens a ledger to look at, or finds the claims in one text without any ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.ledger import Ledger
from sayso.records.claim import Claim, Finding


def open(folder: Path | str) -> Ledger:
    """The ledger in this folder as it stands, to look at while others write to it. Raises Trouble where there is none."""
    return Ledger(folder, read_only=True)


def find(text: str, engine: str = "rules", packs: Sequence[str] = ()) -> tuple[Claim, ...]:
    """The claims in one text, without a ledger. `packs` names installed packs. Raises LookupError for an engine or a pack there is not."""
    from hashlib import sha256

    from sayso.known.packs import installed_packs
    from sayso.records.document import Document
    from sayso.workers import Recipe

    if unknown := [pack for pack in packs if pack not in installed_packs()]:
        raise LookupError(f"no pack `{unknown[0]}`; there are: {', '.join(installed_packs())}")
    document = Document("text", sha256(text.encode("utf-8")).hexdigest(), text, "utf-8")
    finding: Finding = Recipe(engine, tuple(packs), None, None).make().find(document)
    return finding.claims
