"""The invented ledger is what it says: places that hold, sizes that fall off, copies, sisters, and the same again for one seed."""

from __future__ import annotations

from collections import Counter

from ledgers import made


def test_every_claim_and_detail_stands_where_it_says() -> None:
    ledger = made(300)
    texts = {document.sha256: document.text for document in ledger.documents}
    claims = [claim for finding in ledger.findings.values() for claim in finding.claims]
    assert len(claims) == len({claim.id for claim in claims}) == 300
    for claim in claims:
        assert texts[claim.span.doc][claim.span.start : claim.span.end] == claim.quote
        parts = [(part.span, part.text) for part in claim.slots] + [(voice.span, voice.text) for voice in claim.voices if voice.span]
        assert all(texts[span.doc][span.start : span.end] == text for span, text in parts)


def test_incidents_have_a_few_large_ones_and_many_small_ones() -> None:
    sizes = sorted(Counter(made(4000).truth.values()).values(), reverse=True)
    assert sizes[0] > 1.5 * sizes[1] > 2 * sizes[3]
    assert sorted(sizes)[len(sizes) // 2] <= 3


def test_a_fifth_of_what_tells_of_incidents_is_copied() -> None:
    ledger = made(4000)
    quotes = [claim.quote for finding in ledger.findings.values() for claim in finding.claims if claim.id in ledger.truth]
    starts = Counter(quote.rpartition(" ")[0] for quote in quotes)
    assert 0.1 < 1 - len(starts) / len(quotes) < 0.2  # the first claim of each incident can be no copy


def test_the_same_seed_gives_the_same_ledger_and_another_one_another() -> None:
    assert made(100, 3) == made(100, 3) != made(100, 4)
