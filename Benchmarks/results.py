"""What has been measured, kept between runs: a partial run replaces only its part."""

import json
from pathlib import Path


class Results:
    def __init__(self, path: Path):
        self.path = path
        self.parts = json.loads(path.read_text()) if path.exists() else {}

    def keep(self, benchmark: str, engine: str, cases: int, part: dict):
        self.parts[f"{benchmark}/{engine}/{cases}"] = part
        self.path.parent.mkdir(exist_ok=True)
        self.path.write_text(json.dumps(self.parts, ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def of(self, benchmark: str) -> list[tuple[str, int, dict]]:
        """Engine, cases and what was measured, SQLite first and small before large."""
        found = []
        for key, part in self.parts.items():
            name, engine, cases = key.split("/")
            if name == benchmark:
                found.append((engine, int(cases), part))
        return sorted(found, key=lambda each: (each[0] != "sqlite", each[1]))

    def runs(self) -> list[dict]:
        """Every run that something is left of, with its machine and its raw limits, the newest last."""
        runs = {part["run"]["date"]: part["run"] for part in self.parts.values()}
        return [runs[date] for date in sorted(runs)]
