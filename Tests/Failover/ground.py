"""Where a town stands: apart from the machine, in a folder that goes with it, and not for ever."""

import contextlib
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from town import Town


@contextlib.contextmanager
def town(program: Path, node_count: int, limit_seconds: int, keep_logs: bool, settings_file: Path | None = None):
    """A town that is open; it is gone when the trial ends, fails, is told to stop, or takes too long.

    An older program may need its own `settings_file`: it refuses settings that it does not know."""
    bury_orphans()
    for number in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, lambda number, _: sys.exit(f"stopped by {signal.Signals(number).name}"))
    signal.alarm(limit_seconds)
    folder, built = Path(tempfile.mkdtemp(prefix="minben-failover-")), None
    try:
        built = Town(folder, program.resolve(), node_count)
        for node in built.nodes if settings_file else []:
            node.configure(settings_file)
        built.open()
        yield built
    finally:
        if built:
            built.close()
        if keep_logs:
            print(f"the logs stay in {folder}", file=sys.stderr)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def bury_orphans():
    """The first process stays behind as init and buries whoever lost their parents: Patroni takes a PostgreSQL
    that is dead and not buried for one that still stops. The trial goes on in its child."""
    assert os.getpid() == 1, "start this through Tests/Failover/run, which sets it apart from the machine"
    trial = os.fork()
    if trial == 0:
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, _: os.kill(trial, number))
    while True:
        dead, status = os.wait()
        if dead == trial:
            os._exit(abs(os.waitstatus_to_exitcode(status)))
