"""Which state publishes at an internet address: `gov.uk`, `mod.gov.il`, `centcom.mil`."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from dateline.lexicon.gazetteer.base import iso3_of
from dateline.lexicon.registry_states import countries

STATE = {"gov": "government", "gob": "government", "gouv": "government", "govt": "government",
         "go": "government", "mil": "military"}  # fmt: skip
"""Labels that registries keep for governments and armies (`gob.mx`, `gouv.fr`, `govt.nz`, `go.jp`)."""
UNITED_KINGDOM = "uk"
"""The one country whose domain is not its ISO 3166 code."""
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def state_site(outlet: str) -> str | None:
    """The actor id of the state that publishes at `outlet`, an address or a host name; None for all else.

    `.gov` and `.mil` alone are the United States'.
    """
    address = outlet.strip().lower()
    host = urlsplit(address).hostname if "://" in address else address.partition("/")[0]
    if not host or not HOST.fullmatch(host):
        return None
    *_, second, last = host.split(".")
    if last in ("gov", "mil"):
        return f"USA:{STATE[last]}"
    iso = iso3_of().get("GB" if last == UNITED_KINGDOM else last.upper())
    return f"{iso}:{STATE[second]}" if iso in countries() and second in STATE else None
