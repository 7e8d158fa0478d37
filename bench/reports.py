"""Makes piles of short invented reports for the other scripts: the same seed gives the same texts."""

from __future__ import annotations

import random
from pathlib import Path

STATES = ("Tarvonia", "Orsenia", "Velmara", "Harrand")
TOWNS = ("Kestavar", "Brenvik", "Ovrisk", "Sarnholm", "Dolmen")
EVENTS = ("twelve rockets hit {town}", "two drones fell near {town}", "gunmen attacked a post at {town}", "no rockets reached {town}")
CLOSES = ("The roads were closed until the evening.", "Schools stayed open.", "No other report could be reached in time.")


def report(chance: random.Random, number: int) -> str:
    """One report of about a hundred words: who said what, on which day."""
    day = 1 + number % 28
    lines = [
        f"Published: March {day}, 2024",
        "",
        f"Report {number} of an invented conflict, made for measuring; nothing in it is real.",
        "",
    ]
    for _ in range(3):
        first, second = chance.sample(STATES, 2)
        event = chance.choice(EVENTS).format(town=chance.choice(TOWNS))
        lines += [f"{first} said that {event} on {day} March.", f"{second} denied that {event}.", chance.choice(CLOSES), ""]
    return "\n".join(lines)


def pile(folder: Path, count: int, seed: int, first: int = 0) -> list[Path]:
    """Writes so many reports into a folder, numbered from `first`, and gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(f"{seed} {first}")
    paths = [folder / f"r{number:06}.txt" for number in range(first, first + count)]
    for number, path in enumerate(paths, first):
        path.write_text(report(chance, number), encoding="utf-8")
    return paths
