"""What tells two mentions of events by who is named as having done it."""

from __future__ import annotations

from sayso.link.happenings import Happening


def same_agent(a: Happening, b: Happening) -> str | None:
    """the same actor is named as the one who did it"""
    shared = a.agents & b.agents
    return ", ".join(sorted(shared)) if shared else None


def other_agent(a: Happening, b: Happening) -> str | None:
    """different actors are named as the ones who did it"""
    if not a.agents or not b.agents or a.agents & b.agents:
        return None
    if kin_agent(a, b):
        return None
    return f"{', '.join(sorted(a.agents))} / {', '.join(sorted(b.agents))}"


def kin_agent(a: Happening, b: Happening) -> str | None:
    """the ones named as the doers belong together: a wing, an affiliate, a spokesman, a namesake"""
    if a.agents & b.agents:
        return None
    return next((f"{x}, {y}" for x in sorted(a.agents) for y in sorted(b.agents) if (min(x, y), max(x, y)) in a.kin), None)
