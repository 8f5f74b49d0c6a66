"""A machine made of an address on the loopback and of folders of its own: files of Deployment/ lie in it where
they belong, and it can lose its power."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

# What a machine does not share with the others. The rest of the file system is the same for all.
OWN = {"etc": "/etc", "run": "/run", "var-lib": "/var/lib"}
# The routing table whose only way leads to nobody.
DARK = "66"
PRIVATE = shutil.ignore_patterns("*shadow*", "ssh", "private", "patroni", "minben", "haproxy", "hosts")


class Machine:
    def __init__(self, name: str, address: str, folder: Path, hosts: str):
        self.name, self.address, self.folder = name, address, folder / name
        self.mounts = {self.folder / own: path for own, path in OWN.items()}
        shutil.copytree("/etc", self.folder / "etc", symlinks=True, ignore=PRIVATE)
        self.write("/etc/hosts", hosts)
        self.holder = self.namespace = None
        run("ip", "address", "add", f"{address}/32", "dev", "lo")

    def own(self, path: str) -> Path:
        """Where a path of this machine lies for everybody else."""
        for folder, mounted in self.mounts.items():
            if f"{path}/".startswith(f"{mounted}/"):
                return folder / path[len(mounted) + 1 :]
        raise AssertionError(f"{path} is not this machine's own")

    def write(self, path: str, text: str, user: str = "root", mode: int = 0o644) -> Path:
        file = self.own(path)
        self.make(str(Path(path).parent))
        file.write_text(text)
        shutil.chown(file, user, user)
        file.chmod(mode)
        return file

    def make(self, path: str, user: str | None = None, mode: int = 0o755):
        folder = self.own(path)
        folder.mkdir(parents=True, exist_ok=True)
        if user:
            shutil.chown(folder, user, user)
            folder.chmod(mode)

    def boot(self):
        """Holds the machine's mounts, for processes to start in."""
        for folder in self.mounts:
            folder.mkdir(parents=True, exist_ok=True)
        mounts = "".join(f"mount --bind '{folder}' {path} && " for folder, path in self.mounts.items())
        script = f"{mounts} echo mounted && exec sleep infinity"
        self.holder = subprocess.Popen(
            ["unshare", "--mount", "sh", "-c", script], stdout=subprocess.PIPE, text=True
        )
        assert self.holder.stdout.readline() == "mounted\n", f"{self.name} does not boot"
        self.namespace = namespace(Path(f"/proc/{self.holder.pid}"))

    def start(self, command: list, user: str = "root", environment: dict | None = None):
        """Starts a process on this machine, as a service would be; its output goes to a log of its own."""
        log = self.folder / f"{Path(str(command[0])).name}.log"
        with open(log, "ab") as output:
            return subprocess.Popen(
                [*self.door(user), *map(str, command)],
                env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **(environment or {})},
                stdout=output, stderr=output, start_new_session=True, cwd="/",
            )  # fmt: skip

    def door(self, user: str) -> list[str]:
        """What to put before a command that is to run here, as this user."""
        return ["nsenter", f"--mount=/proc/{self.holder.pid}/ns/mnt", "setpriv", f"--reuid={user}"] + [
            f"--regid={user}", "--init-groups", "--no-new-privs"
        ]  # fmt: skip

    def lose_power(self):
        """kill -9 for every process of the machine, again until none is left to start another."""
        while self.namespace and (processes := self.processes()):
            for process in processes:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            time.sleep(0.01)

    def processes(self) -> list:
        """Whatever runs on this machine, whoever started it; not the dead."""
        return [int(p.name) for p in Path("/proc").glob("[0-9]*") if namespace(p) == self.namespace]

    def cut_off(self):
        """No packet reaches the machine and none leaves it, not even a refusal: as when its power fails."""
        for direction in ("from", "to"):
            run("ip", "rule", "add", "pref", "1", direction, self.address, "lookup", DARK)

    def connect(self):
        for direction in ("from", "to"):
            run("ip", "rule", "del", "pref", "1", direction, self.address, "lookup", DARK)


def namespace(process: Path) -> str | None:
    try:
        return os.readlink(process / "ns/mnt")
    except OSError:
        return None


def run(*command: str, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60, **options)
