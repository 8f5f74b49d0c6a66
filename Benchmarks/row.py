"""One line of a table: a figure, what it should be, what the machine itself can do, and what it cost."""

import resource
import time
from dataclasses import asdict, dataclass, field


@dataclass
class Row:
    what: str
    figure: str
    target: str = "–"
    met: bool | None = None
    # Operations per second of what is measured, and of the machine's own limit for the same.
    rate: float | None = None
    raw: float | None = None
    raw_of: str = ""
    # CPU seconds per 1,000 requests: of the server with its database, and of the driver beside it.
    server_cpu: float | None = None
    driver_cpu: float | None = None
    errors: int | None = None
    p50: float | None = None
    p95: float | None = None
    p99: float | None = None
    remark: str = ""
    detail: dict = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        return self.rate / self.raw if self.rate and self.raw else None

    def document(self) -> dict:
        return {**asdict(self), "ratio": self.ratio}

    def measured(self, recorder, span) -> "Row":
        """With the latencies and errors of its calls, and what they cost."""
        for name, value in recorder.summary().items():
            if name in ("errors", "p50", "p95", "p99"):
                setattr(self, name, value)
        self.detail |= {"seconds": span.seconds, "calls": len(recorder)}
        self.detail |= {"kinds": dict(recorder.errors.most_common(5)), "steps": recorder.steps()}
        return self.costing(span, len(recorder))

    def costing_cpu(self, seconds: float, operations: int) -> "Row":
        """What no server did, and no driver."""
        self.server_cpu = seconds / max(1, operations) * 1000
        return self

    def costing(self, span, requests: int) -> "Row":
        self.server_cpu = span.server_cpu / max(1, requests) * 1000
        self.driver_cpu = span.driver_cpu / max(1, requests) * 1000
        return self


class Span:
    """A stretch of time, with the CPU seconds that the server and the driver spent in it."""

    def __init__(self, server):
        self.server = server

    def __enter__(self):
        self.before = self.now()
        return self

    def __exit__(self, *_):
        self.seconds, self.server_cpu, self.driver_cpu = (
            after - before for after, before in zip(self.now(), self.before)
        )

    def now(self) -> tuple[float, float, float]:
        # wrk is a driver too, as a child that has ended.
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.perf_counter(), self.server.cpu_seconds(), time.process_time() + ended.ru_utime + ended.ru_stime
