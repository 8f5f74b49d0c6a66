"""A whole installation on the loopback: a gateway, Minben nodes, three databases; all gone at the end."""

import secrets
import shutil
import time
from pathlib import Path

from certificates import Authority
from databases import Databases
from gateway import Gateway
from machine import DARK, Machine, run
from nodes import Node

ADDRESSES = {
    "gateway": "10.44.0.10", "minben1": "10.44.0.11", "minben2": "10.44.0.12", "minben3": "10.44.0.13",
    "db1": "10.44.0.21", "db2": "10.44.0.22", "db3": "10.44.0.23",
}  # fmt: skip


class Town:
    def __init__(self, folder: Path, program: Path, node_count: int):
        prepare_loopback()
        folder.chmod(0o755)
        files = folder / "files"
        files.mkdir()
        shutil.chown(files, program.owner())
        self.authority, self.password = Authority(folder), secrets.token_hex(16)
        self.machines: list[Machine] = []
        hosts = "".join(f"{address} {name}\n" for name, address in ADDRESSES.items())

        def machine(name: str) -> Machine:
            self.machines.append(Machine(name, ADDRESSES[name], folder, f"127.0.0.1 localhost\n{hosts}"))
            return self.machines[-1]

        self.databases = Databases([machine(f"db{number}") for number in (1, 2, 3)], self.authority)
        self.gateway = Gateway(machine("gateway"), self.authority)
        self.nodes = [
            Node(machine(f"minben{number + 1}"), program, files, ADDRESSES["gateway"], self.password)
            for number in range(node_count)
        ]
        for node in self.nodes:
            node.trust(self.authority)

    def open(self):
        for machine in self.databases.machines:
            self.databases.start(machine)
        self.databases.settle(count=3, timeout_seconds=120)
        self.databases.create(self.password)
        # All at once: one of them brings the tables up to date, and the others wait for it.
        for node in self.nodes:
            node.start()
        for node in self.nodes:
            node.settle()
        self.gateway.start()
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                if self.gateway.ask("GET", "/services").status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.2)
        raise AssertionError("nobody answers at the gateway")

    def close(self):
        for machine in self.machines:
            machine.lose_power()


def prepare_loopback():
    """Every address is near, unless a rule that comes before says that the way to it leads to nobody: then packets
    are lost without a word, as on the way to a machine without power."""
    run("ip", "link", "set", "lo", "up")
    run("ip", "rule", "add", "pref", "100", "lookup", "local")
    run("ip", "rule", "del", "pref", "0", "lookup", "local")
    run("ip", "tuntap", "add", "dark", "mode", "tun")
    run("ip", "link", "set", "dark", "up")
    run("ip", "route", "add", "default", "dev", "dark", "table", DARK)
