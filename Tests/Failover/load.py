"""Who submits what, through the gateway, until told to stop."""

import threading

from kill_nine import SUBMITTERS, repeated
from witness import Witness


class Load:
    def __init__(self, gateway):
        self.gateway, self.until = gateway, threading.Event()
        tokens = {account: gateway.token(account) for account, _ in SUBMITTERS}
        self.witnesses = [Witness(gateway, tokens[who], service, self.until) for who, service in SUBMITTERS]

    def start(self):
        for witness in self.witnesses:
            witness.start()

    def stop(self) -> list[str]:
        """Ends it, and says who is stuck and what was answered that should not have been."""
        self.until.set()
        for witness in self.witnesses:
            witness.join(timeout=60)
        stuck = [witness for witness in self.witnesses if witness.is_alive()]
        return ["a submitter still waits for an answer" for _ in stuck]

    def repeat(self) -> list[str]:
        """Reads everything that was acknowledged, and sends some of it once more."""
        return [sentence for witness in self.witnesses for sentence in repeated(self.gateway, witness)]

    @property
    def case_count(self) -> int:
        return sum(len(witness.acknowledged) for witness in self.witnesses)

    @property
    def upload_count(self) -> int:
        return sum(len(witness.uploads) for witness in self.witnesses)
