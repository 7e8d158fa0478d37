"""An incident's heading as one word to type."""

from __future__ import annotations

import re

from anyascii import anyascii

from sayso.records.incident import Incident
from sayso.records.vocabulary import vocabulary


def slug_of(incident: Incident) -> str:
    """The heading with the date first: "2024-03-04-brenvik-kestavar-rocket". For display: it need not be unique."""
    label = vocabulary().incident_types[incident.type].label if incident.type in vocabulary().incident_types else incident.type
    day = str(incident.when) if incident.when else ""
    where = incident.title.removeprefix(label).removesuffix(day)
    words = re.findall(r"[a-z0-9]+", anyascii(f"{where} {label.partition(',')[0]}").casefold())
    return "-".join([day.replace("/", "-") or "undated", *words])
