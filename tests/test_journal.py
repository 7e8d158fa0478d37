from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import journal as chain_of_file
from sayso.journal import Chain, Journal
from sayso.records.anchor import Anchor
from sayso.records.chain import encoded, line_of
from sayso.records.review import Review, Seen, Target, in_force
from sayso.records.trouble import Trouble

DOC, OTHER = "d" * 64, "e" * 64


def decision(claim: str = "0123456789ab", who: str = "amir", minute: int = 0, doc: str = DOC, **more: str) -> Review:
    seen = Seen(Anchor(doc, 5, 20, "a lantern keeper", "said of ", " in Ovrisk"))
    return Review(
        "accept", "claim", (Target(doc, claim, seen),), who, f"2031-03-04T10:{minute:02}:00+00:00", more.get("why", "I was there")
    )


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    kept = Journal(tmp_path)
    for minute, claim in enumerate(["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"]):
        kept.append(decision(claim, minute=minute))
    return kept


def codes(journal: Journal) -> list[str]:
    return [fault.code for fault in journal.read().faults]


def ids(chain: Chain) -> list[str]:
    return [target.id for review in chain.reviews for target in review.targets]


def test_decisions_come_back_as_they_were_kept_each_naming_the_one_before(journal: Journal) -> None:
    chain = journal.read()
    assert chain.faults == ()
    assert ids(chain) == ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"]
    assert [review.previous for review in chain.reviews] == [(), (chain.reviews[0].hash,), (chain.reviews[1].hash,)]
    assert chain.head == chain.reviews[2].hash
    assert chain.reviews[0].targets[0].seen == decision().targets[0].seen


def test_a_line_once_written_is_never_touched_by_the_next(journal: Journal) -> None:
    before = journal.path.read_bytes()
    journal.append(decision("dddddddddddd"))
    assert journal.path.read_bytes().startswith(before)


def test_every_flipped_bit_of_every_byte_is_seen(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append(decision())
    journal.append(decision("bbbbbbbbbbbb"))
    whole = journal.path.read_bytes()
    for position in range(len(whole)):
        flipped = bytearray(whole)
        flipped[position] ^= 1 << position % 8
        journal.path.write_bytes(bytes(flipped))
        assert journal.read().faults != (), position


def test_a_line_that_was_taken_out_or_set_elsewhere_is_seen(journal: Journal) -> None:
    first, second, third = journal.path.read_bytes().splitlines(keepends=True)
    journal.path.write_bytes(first + third)
    assert codes(journal) == ["reviews_cut"]
    journal.path.write_bytes(second + first + third)
    assert codes(journal) == ["reviews_merged"]


def test_a_cut_tail_is_seen_by_the_head_that_was_noted(journal: Journal) -> None:
    head = journal.read().head
    journal.path.write_bytes(b"".join(journal.path.read_bytes().splitlines(keepends=True)[:2]))
    assert codes(journal) == []
    assert journal.read().lacks(head)
    assert not journal.read().lacks(journal.read().head)


def test_a_half_written_last_line_is_seen_and_taken_out_before_the_next_decision(journal: Journal) -> None:
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-40])
    assert codes(journal) == ["reviews_half_line"]
    assert ids(journal.read()) == ["aaaaaaaaaaaa", "bbbbbbbbbbbb"]
    assert journal.mend() == ["reviews.jsonl: the last line was half written; it was never acknowledged, and is taken out"]
    journal.append(decision("dddddddddddd"))
    assert (codes(journal), ids(journal.read())) == ([], ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "dddddddddddd"])


@pytest.mark.parametrize("ending", [b"", b"x"])
def test_a_last_line_that_lost_only_its_end_is_kept(journal: Journal, ending: bytes) -> None:
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-1] + ending)
    assert codes(journal) == ["reviews_half_line"]
    journal.mend()
    assert journal.path.read_bytes() == whole


def test_where_nothing_is_wrong_nothing_is_mended(journal: Journal) -> None:
    before = journal.path.read_bytes()
    assert journal.mend() == []
    assert journal.path.read_bytes() == before


def test_a_changed_line_does_not_hold_and_stays_as_it_is_for_somebody_to_put_right(journal: Journal) -> None:
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole.replace(b"bbbbbbbbbbbb", b"bbbbbbbbbbbc"))
    assert codes(journal) == ["reviews_changed"]
    assert ids(journal.read()) == ["aaaaaaaaaaaa", "cccccccccccc"]
    assert journal.mend() == []
    journal.append(decision("dddddddddddd"))
    assert b"bbbbbbbbbbbc" in journal.path.read_bytes()


def test_a_line_may_not_say_more_than_a_review_says(journal: Journal) -> None:
    line = encoded(line_of(decision()))
    journal.path.write_bytes(line[:-1] + b',"zeal":1}\n')
    assert codes(journal) == ["reviews_changed"]


def test_two_copies_merged_by_hand_are_seen_and_mended_with_a_message(tmp_path: Path, journal: Journal) -> None:
    common = journal.path.read_bytes()
    journal.append(decision("dddddddddddd", "amir", 10))
    journal.append(decision("aaaaaaaaaaaa", "amir", 30))
    ours = journal.path.read_bytes().removeprefix(common)
    journal.path.write_bytes(common)
    journal.append(decision("eeeeeeeeeeee", "lena", 20))
    journal.append(decision("aaaaaaaaaaaa", "lena", 40))
    theirs = journal.path.read_bytes().removeprefix(common)
    journal.path.write_bytes(common + b"<<<<<<< HEAD\n" + ours + b"=======\n" + theirs + b">>>>>>> lena\n")
    assert set(codes(journal)) == {"reviews_merged"}
    told = journal.mend()
    assert told[0] == "reviews.jsonl: two copies were merged; all 7 decisions of both are kept, in the order of their times"
    assert told[1] == "  c:aaaaaaaaaaaa was decided in both: the later decision holds"
    joined = journal.append(decision("ffffffffffff", minute=50))
    assert len(joined.previous) == 2
    chain = journal.read()
    assert chain.faults == ()
    assert [review.who for review in chain.reviews[3:]] == ["amir", "lena", "amir", "lena", "amir"]
    assert all(not chain.lacks(review.hash) for review in chain.reviews)


def test_two_branches_merged_by_git_are_mended_alike(tmp_path: Path, journal: Journal) -> None:
    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words], cwd=tmp_path, check=True, capture_output=True
        )

    (tmp_path / ".gitattributes").write_text("reviews.jsonl merge=union\n", encoding="utf-8")
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "start")
    git("checkout", "-b", "lena")
    journal.append(decision("eeeeeeeeeeee", "lena", 10))
    git("commit", "-am", "lena")
    git("checkout", "main")
    journal.append(decision("dddddddddddd", "amir", 20))
    git("commit", "-am", "amir")
    git("merge", "lena")
    assert set(codes(journal)) == {"reviews_merged"}
    journal.mend()
    journal.append(decision("ffffffffffff", minute=30))
    assert codes(journal) == []
    assert [review.who for review in journal.read().reviews] == ["amir"] * 3 + ["lena", "amir", "amir"]


def test_a_file_pasted_twice_is_one_again(journal: Journal) -> None:
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole + whole)
    assert set(codes(journal)) == {"reviews_merged"}
    journal.mend()
    assert journal.path.read_bytes() == whole


def test_words_taken_out_leave_the_hashes_and_the_chain_still_holds(journal: Journal) -> None:
    journal.append(decision("eeeeeeeeeeee", doc=OTHER, why="other words"))
    heads = [review.hash for review in journal.read().reviews]
    withdrawal = journal.append(Review("withdraw", "document", (Target(DOC, DOC, None),), "amir", "2031-03-05", "a court asked for it"))
    journal.take_out(DOC)
    chain = journal.read()
    assert chain.faults == ()
    assert [review.hash for review in chain.reviews] == [*heads, withdrawal.hash]
    content = journal.text()
    assert "lantern" not in content.replace(encoded(line_of(chain.reviews[3])).decode(), "")
    assert "I was there" not in content
    assert "other words" in content
    assert "a court asked for it" in content
    assert [review.why for review in chain.reviews] == [None, None, None, "other words", "a court asked for it"]


def test_words_taken_out_without_a_withdrawal_are_seen(journal: Journal) -> None:
    journal.take_out(DOC)
    assert codes(journal) == ["reviews_emptied"] * 3


def test_a_copy_that_still_holds_withdrawn_words_loses_them_when_it_is_merged(journal: Journal) -> None:
    copy = journal.path.read_bytes()
    journal.append(Review("withdraw", "document", (Target(DOC, DOC, None),), "amir", "2031-03-05", "asked for"))
    journal.take_out(DOC)
    journal.path.write_bytes(copy + journal.path.read_bytes())
    assert "lantern" in journal.text()
    journal.mend()
    assert "lantern" not in journal.text()
    assert codes(journal) == []


def test_undoing_is_one_more_decision_and_can_be_undone(journal: Journal) -> None:
    first = journal.read().reviews[0]
    undone = journal.append(Review("undo", "review", (), "lena", "2031-03-05", undoes=first.hash))
    assert first.hash not in {review.hash for review in in_force(journal.read().reviews)}
    journal.append(Review("undo", "review", (), "lena", "2031-03-06", undoes=undone.hash))
    assert first.hash in {review.hash for review in in_force(journal.read().reviews)}


def test_a_decision_that_does_not_fit_on_the_disk_leaves_the_file_as_it_was(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    before = journal.path.read_bytes()
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:100]))
    with pytest.raises(Trouble, match="could not be written to its end"):
        journal.append(decision("dddddddddddd"))
    assert journal.path.read_bytes() == before


def test_what_the_disk_said_of_a_decision_is_told_before_the_next_one_is_kept(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(descriptor: int) -> None:
        raise OSError("the disk is gone")

    journal.flushed()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lost)
        journal.append(decision("dddddddddddd"))
        with pytest.raises(OSError, match="the disk is gone"):
            journal.append(decision("eeeeeeeeeeee"))
    journal.append(decision("ffffffffffff"))
    journal.flushed()
    assert ids(journal.read())[3:] == ["dddddddddddd", "ffffffffffff"]


def counted(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The rows that are read into lines from here on."""
    rows, read = list[bytes](), chain_of_file._entry
    monkeypatch.setattr(chain_of_file, "_entry", lambda row: rows.append(row) or read(row))  # type: ignore[func-returns-value]
    return rows


def test_of_a_file_that_was_read_before_only_what_came_to_its_end_is_read_into_lines(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Journal(journal.path.parent)
    before = reader.read()
    rows = counted(monkeypatch)
    assert reader.read() is before
    assert rows == []
    journal.append(decision("dddddddddddd"))
    assert ids(reader.read())[-1] == "dddddddddddd"
    assert len(rows) == 1
    assert ids(journal.read()) == ids(reader.read())
    assert len(rows) == 1, "what a journal has appended itself it knows already"


STEPS = st.lists(
    st.tuples(st.sampled_from(["append", "elsewhere", "flip", "cut", "twice", "swap", "withdraw", "mend"]), st.integers(0, 10_000)),
    min_size=1,
    max_size=8,
)


def disturb(journal: Journal, what: str, number: int) -> None:
    """Does to a file of decisions what happens to files."""
    content = journal.path.read_bytes() if journal.path.exists() else b""
    rows = content.splitlines(keepends=True)
    at = number % max(len(content), 1)
    match what:
        case "append":
            journal.append(decision(f"{number:012x}", minute=number % 60))
        case "elsewhere":
            Journal(journal.path.parent).append(decision(f"{number:012x}", minute=number % 60))
        case "flip" if content:
            journal.path.write_bytes(content[:at] + bytes([content[at] ^ 1 << number % 8]) + content[at + 1 :])
        case "cut":
            journal.path.write_bytes(content[:at])
        case "twice":
            journal.path.write_bytes(content + content[at:])
        case "swap":
            journal.path.write_bytes(b"".join(sorted(rows)))
        case "withdraw":
            journal.append(Review("withdraw", "document", (Target(DOC, DOC, None),), "amir", "2031-03-05", "asked for"))
            journal.take_out(DOC)
        case "mend":
            journal.mend()


@settings(max_examples=150)
@given(STEPS)
def test_a_journal_that_has_read_before_reads_what_one_that_never_did_reads(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder))
        for what, number in steps:
            disturb(journal, what, number)
            assert journal.read() == Journal(Path(folder)).read(), what
