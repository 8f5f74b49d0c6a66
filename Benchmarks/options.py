"""What is to be measured, as it stands on the command line."""

import argparse
from pathlib import Path

import journal
import processes

# In this order: what an empty district says comes before what fills it.
BENCHMARKS = (
    "startup", "sustained", "submissions", "pages", "content", "burst", "hotline", "hotline_pages", "ramp", "province",
    "processes", "journal", "sequencing", "watch",
)  # fmt: skip
ENGINES = {"sqlite": ["sqlite"], "postgres": ["postgres"], "both": ["sqlite", "postgres"]}
REPOSITORY = Path(__file__).resolve().parent.parent
QUICK_SCALE = 1 / 20


def read() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description="Measures Minben on this machine.")
    parser.add_argument("--engine", choices=ENGINES, default="both")
    parser.add_argument("--cases", type=counts, default=[0, 1_000_000], help="cases in the database: 0,1000000")
    parser.add_argument("--only", type=names, default=list(BENCHMARKS), help=",".join(BENCHMARKS))
    parser.add_argument("--program", type=Path, default=REPOSITORY / ".build/release/minben")
    parser.add_argument("--data", type=Path, help="a folder to keep the loaded districts in, for the next run")
    parser.add_argument("--quick", action="store_true", help="a twentieth of every time; leaves the page alone")
    given = parser.parse_args()
    given.program = given.program.resolve()
    if not given.program.exists():
        parser.error(f"{given.program} is not there: build it with ./run, or name one with --program")
    if "processes" in given.only and not processes.program(given.program).exists():
        parser.error("ProcessBenchmark is missing beside it: swift build -c release --product ProcessBenchmark")
    if "journal" in given.only and not journal.program(given.program).exists():
        parser.error("JournalBenchmark is missing beside it: swift build -c release --product JournalBenchmark")
    given.engines = ENGINES[given.engine]
    given.scale = QUICK_SCALE if given.quick else 1.0
    # The figures of a debug build say nothing about the server.
    given.is_rehearsal = given.quick or "debug" in given.program.parts
    return given


def counts(text: str) -> list[int]:
    return sorted({int(part.replace("_", "")) for part in text.split(",")})


def names(text: str) -> list[str]:
    chosen = text.split(",")
    unknown = [name for name in chosen if name not in BENCHMARKS]
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    return chosen
