"""HAProxy in front of the nodes, configured by Deployment/haproxy.cfg, and what is asked of it."""

import http.client
import ssl

from certificates import Authority
from databases import DEPLOYMENT
from machine import Machine
from server import Answer, Server

CERTIFICATE = "/etc/haproxy/minben.pem"


class Gateway:
    """Stands where the kill -9 trial has its one server: submitters talk to it in the same words."""

    def __init__(self, machine: Machine, authority: Authority):
        self.machine = machine
        self.context = ssl.create_default_context(cafile=str(authority.certificate))
        machine.write("/etc/haproxy/haproxy.cfg", (DEPLOYMENT / "haproxy.cfg").read_text())
        authority.issue(machine, CERTIFICATE, CERTIFICATE, "root")
        for folder in ("/var/lib/haproxy", "/run/haproxy"):
            machine.make(folder)

    def start(self):
        self.machine.boot()
        self.machine.start(["/usr/sbin/haproxy", "-db", "-f", "/etc/haproxy/haproxy.cfg"])

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None) -> Answer:
        connection = http.client.HTTPSConnection(self.machine.address, timeout=40, context=self.context)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    token = Server.token
