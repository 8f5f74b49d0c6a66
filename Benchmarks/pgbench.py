"""PostgreSQL's own load generator, and its own benchmark."""

import re
import subprocess

SCALE, CLIENTS = 10, 8


def rate(cluster, url: str, seconds: float, *options) -> float:
    """Transactions per second of eight connections that use prepared statements."""
    command = [cluster.programs / "pgbench", "-n", "-c", str(CLIENTS), "-j", "2", "-M", "prepared"]
    command += ["-T", str(max(1, round(seconds))), *options, url]
    run = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 120)
    if run.returncode != 0:
        raise SystemExit(f"pgbench fails: {run.stderr.strip()[-500:]}")
    return float(re.search(r"tps = ([\d.]+)", run.stdout).group(1))


def own_benchmark(cluster, seconds: float) -> dict:
    url = cluster.database("pgbench")
    fill = [cluster.programs / "pgbench", "-i", "-q", "-s", str(SCALE), url]
    subprocess.run(fill, check=True, capture_output=True, timeout=300)
    return {
        "pgbench_select_per_second": rate(cluster, url, seconds, "-S"),
        "pgbench_update_per_second": rate(cluster, url, seconds, "-N"),
    }
