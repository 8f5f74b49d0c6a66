"""What a benchmark is given: the district, the scale of time, and the limits of the machine."""

from dataclasses import dataclass
from pathlib import Path

from district import District
from matters import Matters
from people import People
from server import Server


@dataclass
class Run:
    district: District
    folder: Path
    # What takes long to make stays here, if the run was told where.
    kept: Path
    scale: float
    limits: dict

    def server(self) -> Server:
        return self.district.server()

    def people(self, server: Server) -> People:
        """One set of signed-in people for each server, so that everybody signs in once."""
        if not hasattr(server, "people"):
            server.people = People(server)
        return server.people

    def matters(self, server: Server) -> Matters:
        return Matters(server, self.people(server))

    @property
    def raw_submission(self) -> str:
        return f"{self.district.engine}_submission_per_second"

    @property
    def raw_lifecycle(self) -> str:
        return f"{self.district.engine}_lifecycle_per_second"
