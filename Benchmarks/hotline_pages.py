"""The shape of the burst on the intake of the hotline as people do it on their pages, until the organ that answers has
signed for it:

    look      a person enters what it is about (POST /requests/details) and is shown what others said of the like
    create    the agent enters it (POST /desk/service-requests-intake); every second comes from a program (Open311)
    open      the agent opens the ticket
    assign    the agent sends it out to the organ that is responsible
    accept    the officer of that organ opens it and signs for it (POST /tasks/{id}/completion)
    list      the agent looks at the list of the desk
    search    the officer finds it again (GET /cases?q={number})
"""

import json
import re

from hotline import Hotline, by
from lifecycle import Failed
from row import Row

ACCEPTED = json.dumps({"outcome": "accept", "opinion": ""}).encode()
DESK, INTAKE = "/desk/service-requests", "/desk/service-requests-intake"
NUMBER = re.compile(rb'class="code">(\d{21})<')


def measure(run) -> list[Row]:
    return by(Pages, run)


class Pages(Hotline):
    """A ticket from the person who says it to the organ that has signed for it."""

    async def steps(self, ticket, pause_seconds):
        said = ticket.said()
        await self.call("look", ticket.citizen.post("/requests/details", said), 200)
        await self.pause(pause_seconds)
        number = await (self.reported(ticket, said) if ticket.is_reported else self.entered(said))
        await self.pause(pause_seconds)
        page = await self.call("open", self.agent.get(f"{DESK}/{number}"), 200)
        if number.encode() not in page:
            self.recorder.errors["open: not found"] += 1
            raise Failed
        assignment = self.agent.post(f"{DESK}/{number}/assignment", {"organ": ticket.organ, "final": "no"})
        await self.call("assign", assignment, 303)
        await self.pause(pause_seconds)
        task = await self.opened(number, ticket.officer)
        await self.post("accept", f"/api/v1/tasks/{task}/completion", ticket.officer, ACCEPTED)
        await self.pause(pause_seconds)
        await self.call("list", self.agent.get(DESK), 200)
        await self.searched(number, ticket.officer)

    async def entered(self, said: dict) -> str:
        """By the agent, on the telephone; its number."""
        form = {**said, "name": "何秀珍", "phone": "13800138000", "kind": "complaint", "people": "1"}
        answer = await self.call("create", self.agent.post(INTAKE, form), 201)
        return NUMBER.search(answer).group(1).decode()
