"""When things start: rates that go up and down, as a list of moments."""

import asyncio
from dataclasses import dataclass

# Nothing that was started is waited for longer than this at the end.
LAST_WAIT_SECONDS = 60


@dataclass(frozen=True)
class Phase:
    name: str
    seconds: float
    start_rate: float
    end_rate: float


def moments(phases: list[Phase]) -> list[float]:
    """Seconds from the beginning; the rate goes evenly from the start of a phase to its end."""
    found, offset, due, step = [], 0.0, 0.0, 0.001
    for phase in phases:
        for tick in range(round(phase.seconds / step)):
            share = tick * step / phase.seconds
            due += (phase.start_rate + (phase.end_rate - phase.start_rate) * share) * step
            if due >= 1:
                due -= 1
                found.append(offset + tick * step)
        offset += phase.seconds
    return found


class Opening:
    """Starts something at every moment, whatever has become of what was started before."""

    def __init__(self, start):
        self.loop = asyncio.get_running_loop()
        self.start, self.running, self.lateness = start, set(), []
        self.began = self.loop.time()

    async def run(self, due: list[float]):
        for moment in due:
            wait = self.began + moment - self.loop.time()
            if wait > 0:
                await asyncio.sleep(wait)
            # What the driver itself is late is not the server's fault, and is told.
            self.lateness.append(self.loop.time() - self.began - moment)
            task = self.loop.create_task(self.start())
            self.running.add(task)
            task.add_done_callback(self.running.discard)

    async def finish(self) -> int:
        """How many had to be given up."""
        if not self.running:
            return 0
        _, late = await asyncio.wait(self.running, timeout=LAST_WAIT_SECONDS)
        for task in late:
            task.cancel()
        return len(late)


def late_milliseconds(lateness: list[float]) -> float:
    ordered = sorted(lateness)
    return ordered[int(len(ordered) * 0.99)] * 1000 if ordered else 0.0
