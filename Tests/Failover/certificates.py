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

    def issue(self, machine: Machine, name: str, certificate: str, key: str, user: str):
        """Writes a certificate for the name and the address, and its key for the user alone; one path, one file."""
        made_key, made = machine.folder / "new.key", machine.folder / "new.crt"
        run(
            *["openssl", "req", "-x509", *KEY, "-subj", f"/CN={name}"],
            *["-CA", str(self.certificate), "-CAkey", str(self.key)],
            *["-addext", f"subjectAltName=DNS:{name},IP:{machine.address}", "-addext", "basicConstraints=critical,CA:FALSE"],
            *["-keyout", str(made_key), "-out", str(made)],
        )
        both = made.read_text() + made_key.read_text()
        machine.write(key, both if key == certificate else made_key.read_text(), user, 0o600)
        if key != certificate:
            machine.write(certificate, made.read_text(), user)
