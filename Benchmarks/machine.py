"""What the machine is, and what a process has cost it so far."""

import os
import platform
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def description() -> dict:
    return {"cores": os.cpu_count(), "memory_gb": memory_gb(), "cpu": cpu_model(), "kernel": platform.release()}


def is_root() -> bool:
    return os.geteuid() == 0


def memory_gb() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30))


def cpu_model() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the third on; the second, the name, may hold anything."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def cpu_seconds(pid: int, with_ended_children: bool = False) -> float:
    try:
        fields = stat(pid)
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(int(ticks) for ticks in fields[11 : 15 if with_ended_children else 13]) / TICKS_PER_SECOND


def children(pid: int) -> list[int]:
    """Read from every process: the kernel's own list of children is not in every kernel."""
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                if int(stat(int(entry.name))[1]) == pid:
                    found.append(int(entry.name))
            except (FileNotFoundError, ProcessLookupError):
                continue
    return found


def family_cpu_seconds(pid: int) -> float:
    """Of a process, of its children and of those that have ended."""
    return cpu_seconds(pid, with_ended_children=True) + sum(cpu_seconds(child) for child in children(pid))


def memory_mb(pid: int, name: str) -> float:
    """`VmRSS`, what is resident now, or `VmHWM`, the most there ever was."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    return 0.0
