#!/usr/bin/env python3
"""The watch of supervision and the cockpit over 1,000,000 cases, 100 organs and 60 rules, and a year of performance, on both
engines.

    Benchmarks/supervision.py [--cases N] [--postgres postgres://…] [--folder DIR] [--program PATH]

Needs a release build: `swift build -c release --product SupervisionBenchmark`. Prints JSON; what the figures mean and what
they were is in docs/performance-supervision.md.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build/release/SupervisionBenchmark"


def measure(program, folder, cases, postgres=None):
    command = [str(program), "--folder", folder, "--cases", str(cases)]
    if postgres:
        command += ["--postgres", postgres]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def main():
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("--cases", type=int, default=1_000_000)
    reader.add_argument("--postgres", help="an empty database")
    reader.add_argument("--folder", help="an empty folder; it keeps the SQLite database")
    reader.add_argument("--program", type=pathlib.Path, default=PROGRAM)
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or temporary
        figures = {"sqlite": measure(options.program, folder, options.cases)}
        if options.postgres:
            figures["postgresql"] = measure(options.program, folder, options.cases, options.postgres)
    print(json.dumps(figures, indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
