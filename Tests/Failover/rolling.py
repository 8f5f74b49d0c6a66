"""A new version comes in under load, node after node: nobody is refused, nothing is lost.

    Tests/Failover/run rolling [--program .build/debug/minben] [--to NEW_PROGRAM] [--rounds 2] [--settings OLD.yaml]

Every node in turn is told to stop, as systemd would, ends by itself with 0, and starts again, as the new
version when there is one, with the settings of Deployment/ then. Meanwhile people submit and read.
"""

import argparse
import sys
import time
from pathlib import Path

from databases import DEPLOYMENT
from ground import town
from load import Load
from tables import Tables
from visitor import Visitor
from watched import Watched


def restart(node, program: Path) -> list[str]:
    """Stops one node and waits until it is ready again: only then may the next one stop."""
    status = node.stop()
    node.program = program
    node.configure(DEPLOYMENT / "minben.yaml")
    node.start()
    node.settle()
    # Two good checks bring it back into HAProxy's rotation.
    time.sleep(4)
    return [f"{node.machine.name} ended with {status} on SIGTERM"] if status else []


def roll(town, program: Path, rounds: int) -> tuple[list[str], Load, Watched]:
    # A submitter would send again what was refused, and nobody would notice: here every refusal is noted.
    watched = Watched(town.gateway)
    load = Load(watched)
    visitors = [Visitor(watched, load.until) for _ in range(2)]
    for thread in [*load.witnesses, *visitors]:
        thread.start()
    wrong = []
    for _ in range(rounds):
        for node in town.nodes:
            time.sleep(2)
            wrong += restart(node, program)
    wrong += load.stop()
    wrong += [f"not answered: {failure}" for failure in watched.failed]
    wrong += load.repeat()
    wrong += Tables(town.databases, town.authority.certificate, town.password).check(load.witnesses)
    return wrong, load, watched


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=Path, default=Path(".build/debug/minben"))
    arguments.add_argument("--to", type=Path)
    arguments.add_argument("--settings", type=Path, help="what the first program is told, when it is an older one")
    arguments.add_argument("--nodes", type=int, choices=[2, 3], default=2)
    arguments.add_argument("--rounds", type=int, default=2)
    arguments.add_argument("--keep-logs", action="store_true")
    given = arguments.parse_args()
    began = time.monotonic()
    limit_seconds = 300 + 120 * given.rounds
    with town(given.program, given.nodes, limit_seconds, given.keep_logs, given.settings) as built:
        wrong, load, watched = roll(built, (given.to or given.program).resolve(), given.rounds)
    for sentence in wrong[:20]:
        print(sentence, file=sys.stderr)
    print(
        f"{given.rounds * given.nodes} restarts; acknowledged {load.case_count} cases and {load.upload_count} "
        f"uploads, {watched.answered} requests answered, the slowest in {watched.slowest_seconds:.2f} s, "
        f"{len(watched.failed)} not; {len(wrong)} wrong; took {time.monotonic() - began:.0f} s"
    )
    return 1 if wrong or not load.case_count else 0


if __name__ == "__main__":
    sys.exit(main())
