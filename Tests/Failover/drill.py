"""The primary dies under load: no acknowledged write is lost, and the service is back within 30 s by itself.

    Tests/Failover/run drill [--program .build/debug/minben] [--kills 2] [--way power|dark|switchover]

`power`: every process of the primary's machine is killed with -9, its Patroni and its etcd with it.
`dark`: first no packet reaches or leaves it any more, not even a refusal. Then it is killed.
`switchover`: nobody dies, the primary hands over, as before an upgrade of PostgreSQL.
"""

import argparse
import random
import sys
import time
from pathlib import Path

from ground import town
from load import Load
from tables import Tables
from visitor import Visitor
from watched import Watched
from witness import seconds_away

LIMIT_SECONDS = 30


def topple(town, load: Load, way: str) -> tuple[float, str]:
    """Seconds until the next acknowledged write, and who was the primary; afterwards all three run again."""
    primary = town.databases.primary()
    began = time.monotonic()
    if way == "switchover":
        town.databases.switch_over()
    if way == "dark":
        primary.cut_off()
    if way != "switchover":
        primary.lose_power()
    while (away := seconds_away(load.witnesses, began)) is None and time.monotonic() < began + 90:
        time.sleep(0.1)
    if way == "dark":
        primary.connect()
    if away is None:
        return float("inf"), primary.name
    town.databases.settle(count=2, timeout_seconds=60)
    if way != "switchover":
        town.databases.start(primary)
    town.databases.settle(count=3, timeout_seconds=120)
    print(f"{primary.name} is back as a standby after {time.monotonic() - began:.0f} s", file=sys.stderr)
    return away, primary.name


def drill(town, kills: int, way: str, chance: random.Random) -> tuple[list, list, Load, Watched]:
    load, pages = Load(town.gateway), Watched(town.gateway)
    load.start()
    Visitor(pages, load.until).start()
    away, wrong = [], []
    for _ in range(kills):
        time.sleep(chance.uniform(2, 6))
        seconds, name = topple(town, load, way)
        print(f"{name} fell ({way}): the next write was acknowledged after {seconds:.1f} s", file=sys.stderr)
        away.append(seconds)
        if seconds > LIMIT_SECONDS:
            wrong.append(f"the service was away for {seconds:.1f} s")
            break
    time.sleep(2)
    wrong += load.stop()
    if not wrong:
        wrong += load.repeat()
    wrong += Tables(town.databases, town.authority.certificate, town.password).check(load.witnesses)
    return away, wrong, load, pages


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=Path, default=Path(".build/debug/minben"))
    arguments.add_argument("--kills", type=int, default=2)
    arguments.add_argument("--way", choices=["power", "dark", "switchover"], default="power")
    arguments.add_argument("--nodes", type=int, choices=[1, 2, 3], default=3)
    arguments.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    arguments.add_argument("--keep-logs", action="store_true")
    given = arguments.parse_args()
    began = time.monotonic()
    with town(given.program, given.nodes, 300 + 240 * given.kills, given.keep_logs) as built:
        away, wrong, load, pages = drill(built, given.kills, given.way, random.Random(given.seed))
    for sentence in wrong[:20]:
        print(sentence, file=sys.stderr)
    print(
        f"{len(away)} primaries fell ({given.way}); away {', '.join(f'{each:.1f}' for each in away)} s; "
        f"acknowledged {load.case_count} cases and {load.upload_count} uploads; "
        f"{pages.answered} public pages asked for, {len(pages.failed)} in vain; {len(wrong)} wrong; "
        f"took {time.monotonic() - began:.0f} s, seed {given.seed}"
    )
    return 1 if wrong or not load.case_count else 0


if __name__ == "__main__":
    sys.exit(main())
