"""The receipt of an answer: what was asked of which data, when, how much came, and where it can be asked for again."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from graph.asking.cells import Cells
from graph.asking.limits import MEGABYTE
from webapp.caged import pool
from webapp.door import version, view
from webapp.languages import day, number
from webapp.version import data_version
from webapp.workbench.answered import Answered
from webapp.workbench.texts import gettext
from webapp.workbench.wanted import Wanted

#: Longer addresses are not cited: no report has room for them.
CITED = 300


@dataclass(frozen=True)
class Receipt:
    """All that it takes to cite an answer, and to see whether another is the same; sizes in bytes, times in seconds."""

    query: str
    query_sha256: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    data_version: str
    data_made: datetime | None
    asked: datetime
    seconds: float
    form: str
    rows: int
    answer_sha256: str
    answer_bytes: int
    limit_seconds: float
    limit_bytes: int
    address: str
    endpoint: str

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The receipt line by line but for the question: what it is, and what it says."""
        graphs = ((gettext("Grafer"), ", ".join((*self.default_graphs, *self.named_graphs))),)
        made = f" ({day(self.data_made)})" if self.data_made else ""
        return (
            (gettext("Frågad"), f"{self.asked:%Y-%m-%d %H:%M:%S} UTC"),
            (gettext("Data i version"), f"{self.data_version}{made}"),
            (gettext("Svar"), self.came),
            (gettext("Tog"), gettext("%(seconds)s sekunder", seconds=number(Decimal(str(self.seconds))))),
            (gettext("Gränser"), gettext("%(seconds)s sekunder och %(size)s MB; svar kortas aldrig", seconds=f"{self.limit_seconds:g}", size=self.limit_bytes // MEGABYTE)),
            *(graphs if graphs[0][1] else ()),
            (gettext("Frågans kontrollsumma (SHA-256)"), self.query_sha256),
            (gettext("Svarets kontrollsumma (SHA-256, raderna i ordning)"), self.answer_sha256),
            (gettext("Frågas igen på"), self.address),
        )  # fmt: skip

    @property
    def came(self) -> str:
        """How much came."""
        if self.form == "triples":
            return gettext("%(count)s tripler", count=self.rows)
        return gettext("ja eller nej") if self.form == "answer" else gettext("%(count)s rader", count=self.rows)

    @property
    def citation(self) -> str:
        """How the answer is cited in a report; a long address stands on the receipt alone."""
        address = self.address if len(self.address) <= CITED else self.endpoint.partition("?")[0]
        made = f", {day(self.data_made)}" if self.data_made else ""
        return gettext(
            "Svar ur Röda tråden, data i version %(version)s%(made)s; frågad %(asked)s, %(came)s. Fråga SHA-256 %(sum)s. %(address)s",
            version=self.data_version, made=made, asked=f"{self.asked:%Y-%m-%d %H:%M} UTC", came=self.came,
            sum=self.query_sha256[:12], address=address,
        )  # fmt: skip

    def as_text(self) -> str:
        """The receipt as a text to keep."""
        told = "\n".join(f"{name}: {text}" for name, text in self.lines)
        title, question = gettext("Kvitto från Röda tråden"), gettext("Frågan")
        return f"{title}\n\n{told}\n\n{question}:\n\n{self.query}\n"

    def as_json(self) -> str:
        """The receipt for programs; times as ISO 8601."""
        facts = {name: _plain(value) for name, value in asdict(self).items()}
        return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


def receipt(wanted: Wanted, answered: Answered, cells: Cells) -> Receipt:
    """The receipt of an answer."""
    seen, limits = view(), pool().limits
    found = version(seen)
    return Receipt(
        query=wanted.query,
        query_sha256=sha256(wanted.query.encode(errors="replace")).hexdigest(),
        default_graphs=wanted.default_graphs,
        named_graphs=wanted.named_graphs,
        data_version=data_version(seen),
        data_made=found.made if found else None,
        asked=answered.asked,
        seconds=round(answered.seconds, 3),
        form=cells.form,
        rows=cells.total,
        answer_sha256=answered.checksum,
        answer_bytes=len(answered.written.body),
        limit_seconds=limits.seconds,
        limit_bytes=limits.answer,
        address=wanted.address(external=True),
        endpoint=wanted.address("endpoint.sparql", external=True),
    )
