"""The page and the tables on it."""

from limits import SLOW_FSYNC_MS
from options import BENCHMARKS

TITLES = {
    "burst": "Burst", "hotline": "Burst on the hotline", "hotline_pages": "Burst on the pages of the hotline",
    "ramp": "Ramp", "sustained": "Sustained", "pages": "Pages", "content": "Content",
    "submissions": "Submissions", "province": "Province", "startup": "Start-up and memory",
    "processes": "Processes", "journal": "The journal's log",
    "sequencing": "Business beside the journal's log", "watch": "Business beside supervision",
}  # fmt: skip
# What a table cannot say of itself.
NOTES = {
    "startup": "A start is timed on a district that has been served before, the median of five.",
    "sustained": "Lifecycles without pauses, with more and more users until it breaks; then a minute with the number "
    "of users that got most done. Target: 150 lifecycles/s, the same within a fifth from 0 to 1,000,000 cases.",
    "submissions": "The raw limit is the same rows written by hand, one durable transaction for each case: in SQLite "
    "one after another without group commit, in PostgreSQL from eight connections.",
    "pages": "nginx serves the same bytes as a file, gzipped beforehand.",
    "content": "10,000 articles. nginx serves the same bytes as a file, gzipped beforehand; Wagtail serves an article of the same length.",
    "burst": "The shape of DIGIT's published test: lifecycles begin at 1/s for a minute, go to 15/s in 30 s, to 1/s in "
    "2 min, to 25/s in 30 s, to 2/s in 2 min, to 35/s in 30 s, to 10/s in 3 min, to 0 in 30 s, with 1 to 3 s "
    "between the calls. Theirs, on 16 vCPU at 1,000,000 cases: 6.3 lifecycles/s, 57 % errors at the spikes, p95 36 s.",
    "hotline": "The same shape, with tickets in place of applications, with 1 to 3 s between the steps. The four steps of "
    "that test by programs: the ticket is entered (Open311), assigned by the hotline, answered by the organ, which "
    "has signed for it by that, and found again.",
    "hotline_pages": "The same shape, as people do it on their pages: what is alike is shown to a person, an agent or "
    "a program (Open311) enters the ticket, the agent opens and assigns it, the officer opens it and signs for it, the "
    "agent looks at the list, the officer finds it again: eight calls.",
    "ramp": "Users who do one lifecycle after another, 1 to 3 s between the calls.",
    "processes": "Instances of one process per second: start, five parallel tasks, join, decision, end. Saved means "
    "six acknowledged transactions an instance with history, journal and clocks, by 64 writers within one program; CPU "
    "is per 1,000 transactions, and per 1,000 instances in memory. The raw limit is the same rows by hand, six durable "
    "transactions. Published on such a machine: Camunda 7 on PostgreSQL with history 96–111/s, 38/s when the five "
    "complete together.",
    "journal": "Entries of the usual size on a database of its own. A transaction of business reads a history, writes two "
    "entries and an answer; turns with and without the sequencer alternate, each from a journal without a backlog.",
    "sequencing": "Lifecycles as fast as they go, on servers with a log and without one in turn; those with a log have "
    "placed what others left before they are timed.",
    "watch": "Sixty rules, the delivered ones and others of one organ each, over all cases, and the cockpit counted every minute; "
    "rules are switched on and off in turn, and the backlog they bring is over before anything is timed. A leader looks at "
    "the cockpit every second.",
    "province": "Ten times Guangdong's published mean flow for ten minutes. A case is a whole lifecycle; a portal "
    "operation is a page, a search, a guide, a look at progress or the list of one's cases.",
}
# A flat server does as much at 1,000,000 cases as it does at none, within a fifth.
FLAT_SHARE = 0.2
HEAD = ("engine", "cases", "what", "figure", "target", "met", "rate", "raw limit", "ratio", "CPU s / 1,000",
        "driver's", "errors", "p50 ms", "p95 ms", "p99 ms", "remark")  # fmt: skip

INTRODUCTION = """# Performance

Written by `Benchmarks/run`; what it means stands in `Benchmarks/README.md`.

**How to read it.** Driver, server and database share the cores of one machine, so a rate says as much about the
machine as about the server. Beside every rate stand the machine's own limit for the same work, measured in the
same run, and the ratio of the two; and the CPU seconds of the server with its database per 1,000 requests, which
vary least between runs (the driver's own are beside them and belong to nobody's bill). A latency is counted from
when the driver sends until the last byte has come, and where requests have a schedule it is told how late the driver
was; a request without the expected answer is an error.
"""


def page(results) -> str:
    parts = [INTRODUCTION, machines(results)]
    for benchmark in BENCHMARKS:
        if results.of(benchmark):
            parts.append(f"## {TITLES[benchmark]}\n\n{NOTES[benchmark]}\n\n{markdown(rows(results.of(benchmark)))}")
            if benchmark == "sustained":
                parts += flatness(results.of(benchmark))
    return "\n".join(parts)


def rows(measured: list) -> list[tuple]:
    return [line(engine, cases, row) for engine, cases, part in measured for row in part["rows"]]


def line(engine: str, cases: int, row: dict) -> tuple:
    raw = f"{row['raw']:,.0f} {row['raw_of']}" if row["raw"] else "–"
    met = {True: "yes", False: "**no**", None: "–"}[row["met"]]
    return (
        engine, f"{cases:,}", row["what"], row["figure"], row["target"], met, number(row["rate"], 1), raw,
        number(row["ratio"], 2), number(row["server_cpu"], 2), number(row["driver_cpu"], 2),
        number(row["errors"], 0), *(number(row[each], 1) for each in ("p50", "p95", "p99")), remark(row),
    )  # fmt: skip


def remark(row: dict) -> str:
    """With the commonest errors, by the call and the status it was answered with."""
    kinds = [f"{kind} ({count:,} times)" for kind, count in row["detail"].get("kinds", {}).items() if count]
    return "; ".join([part for part in (row["remark"], *kinds[:3]) if part]) or "–"


def rounded(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:,.3g}"


def number(value, digits: int) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


def markdown(lines: list[tuple]) -> str:
    table = [HEAD, tuple("---" for _ in HEAD), *lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in table) + "\n"


def plain(lines: list[tuple]) -> str:
    """For a terminal: what a line says first, and its numbers below."""
    text = []
    for cells in lines:
        named = dict(zip(HEAD, cells))
        text.append(f"  {named.pop('engine')}, {named.pop('cases')} cases: {named.pop('what')}: {named['figure']}")
        text.append("    " + "; ".join(f"{name} {cell}" for name, cell in named.items() if cell != "–"))
    return "\n".join(text)


def machines(results) -> str:
    lines = []
    for run in results.runs():
        machine, limits = run["machine"], run["limits"]
        lines.append(
            f"- {run['date']}, commit {run['commit']}: {machine['cores']} cores, {machine['memory_gb']} GB, "
            f"{machine['cpu']}, Linux {machine['kernel']}. "
            + "; ".join(f"{name.replace('_', ' ')} {rounded(value)}" for name, value in sorted(limits.items()))
            + f". {cast(run['cast'])}"
        )
        if limits["fsync_p50_ms"] > SLOW_FSYNC_MS:
            lines.append(f"  **{warning(limits)}**")
    return "## Machine and raw limits\n\n" + "\n".join(lines) + "\n"


def cast(run: dict) -> str:
    return (
        f"Lifecycles were those of {', '.join(run['services'])}, by {run['citizens']} citizens in {run['kinds']} "
        "combinations of service, street and citizen."
    )


def warning(limits: dict) -> str:
    return (
        f"fsync p50 was {limits['fsync_p50_ms']:.2f} ms, over {SLOW_FSYNC_MS} ms: the disk was slow in this run, "
        "so read the ratios and the CPU seconds, not the rates."
    )


def flatness(measured: list) -> list[str]:
    """How much is left, at the largest size, of what an empty database allows."""
    sentences = []
    for engine in dict.fromkeys(engine for engine, _, _ in measured):
        sizes = {cases: part["rows"][0]["rate"] for each, cases, part in measured if each == engine}
        if 0 in sizes and len(sizes) > 1:
            largest = max(sizes)
            share = sizes[largest] / sizes[0]
            verdict = "flat" if share >= 1 - FLAT_SHARE else "**not flat**"
            sentences.append(f"{engine}: {share:.2f} of the empty rate at {largest:,} cases: {verdict}.\n")
    return sentences
