"""One case from the citizen to the officers and back: create → assign → resolve → search.

    create    POST /cases under an Idempotency-Key, by a citizen
    assign    the officer opens the case (GET /cases/{number}, for the answer to a filing names no task) and claims it
    resolve   POST /tasks/{id}/completion; where the case ends with more than one step, the next officer opens it again
    search    GET /cases?q={number}, by the officer
"""

import asyncio
import itertools
import json
import random
import re
import uuid

from client import Client, body_of, request

NUMBER = re.compile(rb'"number" *: *"([^"]+)"')

# No two requests of any run have the same key: a folder that is kept remembers those of the last one.
RUN = uuid.uuid4().hex
KEYS = (f"{RUN}-{count}" for count in itertools.count())


class Failed(Exception):
    """A call was not answered as it should be: the rest of this lifecycle makes no sense."""


class Courses:
    """Starts one course of calls after another over all matters in turn, and counts those that came to their end."""

    # What many of them are called.
    name = "courses"

    def __init__(self, client: Client, matters, recorder):
        self.client, self.recorder = client, recorder
        self.turn = itertools.cycle(matters.all)
        self.chance = random.Random(33)
        self.loop = asyncio.get_running_loop()
        self.completed_at = []

    async def run(self, pause_seconds: tuple[float, float] | None = None) -> bool:
        try:
            await self.steps(next(self.turn), pause_seconds)
        except Failed:
            return False
        self.completed_at.append(self.loop.time())
        return True

    async def steps(self, matter, pause_seconds):
        raise NotImplementedError

    async def pause(self, seconds):
        if seconds:
            await asyncio.sleep(self.chance.uniform(*seconds))

    async def opened(self, number: str, token: str) -> str:
        """The open task of a case."""
        answer = await self.call("open", request("GET", f"/api/v1/cases/{number}", token), 200)
        for task in json.loads(body_of(answer))["tasks"]:
            if task["state"] == "open":
                return task["id"]
        self.recorder.errors["open: no task"] += 1
        raise Failed

    async def searched(self, number: str, token: str):
        found = await self.call("search", request("GET", f"/api/v1/cases?q={number}", token), 200)
        if number.encode() not in found:
            self.recorder.errors["search: not found"] += 1
            raise Failed

    async def post(self, name: str, path: str, token: str, body: bytes | None):
        await self.call(name, request("POST", path, token, body, f"Idempotency-Key: {next(KEYS)}\r\n"), 201)

    async def call(self, name: str, message: bytes, expected: int) -> bytes:
        began = self.loop.time()
        status, answer = await self.client.ask(message)
        error = None if status == expected else f"{name}: {status or 'no answer'}"
        self.recorder.add(began, self.loop.time() - began, error, name)
        if error:
            raise Failed
        return answer


class Lifecycles(Courses):
    """The lifecycle that stands above."""

    name = "lifecycles"

    def __init__(self, client: Client, matters, recorder, ending: str = "refused"):
        super().__init__(client, matters, recorder)
        self.ending = ending

    async def steps(self, matter, pause_seconds):
        steps = matter.steps[self.ending]
        number = NUMBER.search(await self.call("create", matter.filing(next(KEYS)), 201)).group(1).decode()
        await self.pause(pause_seconds)
        task = await self.opened(number, steps[0].token)
        await self.post("assign", f"/api/v1/tasks/{task}/claim", steps[0].token, None)
        await self.pause(pause_seconds)
        for position, step in enumerate(steps):
            task = task if position == 0 else await self.opened(number, step.token)
            await self.post("resolve", f"/api/v1/tasks/{task}/completion", step.token, step.body)
        await self.pause(pause_seconds)
        await self.searched(number, steps[0].token)
