"""When every call began, how long it took and whether it failed, in flat arrays."""

import math
from array import array
from collections import Counter


class Recorder:
    def __init__(self):
        self.began, self.seconds = array("d"), array("d")
        self.failed = array("b")
        self.errors = Counter()
        self.by_name = {}

    def add(self, began: float, seconds: float, error: str | None = None, name: str = ""):
        self.began.append(began)
        self.seconds.append(seconds)
        self.failed.append(error is not None)
        if error is not None:
            self.errors[error] += 1
        if name:
            self.by_name.setdefault(name, array("d")).append(seconds)

    def __len__(self):
        return len(self.seconds)

    def between(self, start: float, end: float) -> "Recorder":
        """The calls that began in a stretch of time; what kind of errors there were is not kept."""
        part = Recorder()
        for began, seconds, failed in zip(self.began, self.seconds, self.failed):
            if start <= began < end:
                part.add(began, seconds, "failed" if failed else None)
        return part

    @property
    def error_count(self) -> int:
        return self.errors.total()

    def milliseconds(self, *percents: float) -> list[float]:
        ordered = sorted(self.seconds)
        return [percentile(ordered, percent) * 1000 for percent in percents]

    def steps(self) -> dict:
        """What kind of call takes how long, in milliseconds."""
        ordered = {name: sorted(seconds) for name, seconds in self.by_name.items()}
        return {
            name: {f"p{percent}": percentile(seconds, percent) * 1000 for percent in (50, 95, 99)}
            for name, seconds in ordered.items()
        }

    def slowest(self) -> str:
        steps = self.steps()
        if not steps:
            return "no call was made"
        name = max(steps, key=lambda each: steps[each]["p95"])
        return f"slowest call: {name}, p95 {steps[name]['p95']:,.0f} ms"

    def summary(self) -> dict:
        p50, p95, p99 = self.milliseconds(50, 95, 99)
        errors = dict(self.errors.most_common(5))
        return {"calls": len(self), "errors": self.error_count, "kinds": errors, "p50": p50, "p95": p95, "p99": p99}


def percentile(ordered: list[float], percent: float) -> float:
    """The smallest value that is not below so many percent of all."""
    if not ordered:
        return 0.0
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]
