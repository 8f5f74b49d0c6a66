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
def town(program: Path, node_count: int, limit_seconds: int, keep_logs: bool):
    """A town that is open; it is gone when the trial ends, fails, is told to stop, or takes too long."""
    assert os.getpid() == 1, "start this through Tests/Failover/run, which sets it apart from the machine"
    for number in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, lambda number, _: sys.exit(f"stopped by {signal.Signals(number).name}"))
    signal.alarm(limit_seconds)
    folder, built = Path(tempfile.mkdtemp(prefix="minben-failover-")), None
    try:
        built = Town(folder, program.resolve(), node_count)
        built.open()
        yield built
    finally:
        if built:
            built.close()
        if keep_logs:
            print(f"the logs stay in {folder}", file=sys.stderr)
        else:
            shutil.rmtree(folder, ignore_errors=True)
