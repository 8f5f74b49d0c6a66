"""A certification authority that lives as long as the trial."""

from pathlib import Path

from machine import Machine, run

KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]


class Authority:
    def __init__(self, folder: Path):
        self.certificate, self.key = folder / "ca.crt", folder / "ca.key"
        run(
            *["openssl", "req", "-x509", *KEY, "-subj", "/CN=trial"],
            *["-keyout", str(self.key), "-out", str(self.certificate)],
        )

    def trust(self, machine: Machine, path: str):
        machine.write(path, self.certificate.read_text())

    def issue(self, machine: Machine, certificate: str, key: str, user: str):
        """Writes the machine a certificate for its name and address, and its key for the user alone; both into
        one file when the paths are the same."""
        made_key, made = machine.folder / "new.key", machine.folder / "new.crt"
        names = f"subjectAltName=DNS:{machine.name},IP:{machine.address}"
        run(
            *["openssl", "req", "-x509", *KEY, "-subj", f"/CN={machine.name}"],
            *["-CA", str(self.certificate), "-CAkey", str(self.key)],
            *["-addext", names, "-addext", "basicConstraints=critical,CA:FALSE"],
            *["-keyout", str(made_key), "-out", str(made)],
        )
        machine.write(certificate, made.read_text(), user)
        before = made.read_text() if key == certificate else ""
        machine.write(key, before + made_key.read_text(), user, 0o600)
