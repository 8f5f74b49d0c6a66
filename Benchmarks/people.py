"""The demo accounts, read from where the server reads them: who files, and who works for which organ."""

import re
from dataclasses import dataclass
from pathlib import Path

ACCOUNTS = Path(__file__).resolve().parent.parent / "Sources/Identity/Resources/demo-accounts.yaml"
LINE = re.compile(r"- \{ account: ([\w-]+), name: ([^,]+), (?:person: '(\w+)'|posts: \[\{ organ: (\w+), role: (\w+))")


@dataclass(frozen=True)
class Citizen:
    account: str
    name: str
    identity_number: str


class People:
    """Everybody signs in once; a token is kept for as long as the server runs."""

    def __init__(self, server):
        self.server, self.tokens = server, {}
        self.citizens, self.officers = [], {}
        for account, name, person, organ, role in LINE.findall(ACCOUNTS.read_text()):
            if person:
                self.citizens.append(Citizen(account, name, person))
            else:
                self.officers.setdefault((organ, role), account)

    def token(self, account: str) -> str:
        if account not in self.tokens:
            self.tokens[account] = self.server.token(account)
        return self.tokens[account]

    def officer(self, organ: str, role: str) -> str:
        """The token of somebody who holds this post."""
        return self.token(self.officers[organ, role])
