"""A submitter who also remembers when something was acknowledged."""

import time

from submitter import Submitter

# So long after a kill, what had been committed before it may still be acknowledged: that is not coming back.
UNDER_WAY_SECONDS = 2


class Witness(Submitter):
    # What a gateway or a node says while no database takes writes: try again, under the same key.
    AGAIN = {429, 502, 503, 504}

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.moments, self.uploads = [], set()

    def insist(self, path: str, *request):
        answer = super().insist(path, *request)
        if answer is not None:
            self.moments.append(time.monotonic())
        if answer is not None and path == "/api/v1/files":
            self.uploads.add(int(answer["id"]))
        return answer


def moments(witnesses: list[Witness]) -> list[float]:
    return sorted(moment for witness in witnesses for moment in list(witness.moments))


def seconds_away(witnesses: list[Witness], killed: float) -> float | None:
    """From the kill to the next acknowledgement; None while there is none."""
    return next((moment - killed for moment in moments(witnesses) if moment > killed + UNDER_WAY_SECONDS), None)
