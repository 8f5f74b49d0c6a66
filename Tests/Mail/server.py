#!/usr/bin/env python3
"""A mail server to send to: TLS from the first byte, and STARTTLS with a user and a password.

    Tests/Mail/server.py FOLDER

Makes a certificate for 127.0.0.1 in FOLDER, writes each mail there as JSON, and the two ports into FOLDER/ports once it answers.
"""

import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult

USER, PASSWORD = b"zwfw", b"a long pass phrase"


class Box:
    def __init__(self, folder, is_encrypted):
        self.folder, self.is_encrypted = folder, is_encrypted

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        told = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "subject": mail["Subject"],
            "sender": mail["From"].addresses[0].display_name,
            "text": mail.get_content(),
            "isEncrypted": self.is_encrypted or session.ssl is not None,
            "isSignedIn": bool(session.authenticated),
        }
        (self.folder / f"{mail['Message-ID'].strip('<>')}.json").write_text(json.dumps(told), "utf-8")
        return "250 taken"


def sign_in(server, session, envelope, mechanism, data):
    # What is not handled here the server answers itself: 535.
    return AuthResult(success=(data.login, data.password) == (USER, PASSWORD), handled=False)


def main():
    folder = pathlib.Path(sys.argv[1])
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    subprocess.run([*made.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    asyncio.run(serve(folder, context))


async def serve(folder, context):
    loop = asyncio.get_running_loop()
    encrypted = await loop.create_server(lambda: SMTP(Box(folder, True), loop=loop), "127.0.0.1", 0, ssl=context)
    upgraded = await loop.create_server(
        lambda: SMTP(
            Box(folder, False),
            loop=loop,
            tls_context=context,
            require_starttls=True,
            auth_required=True,
            authenticator=sign_in,
        ),
        "127.0.0.1",
        0,
    )
    ports = [server.sockets[0].getsockname()[1] for server in (encrypted, upgraded)]
    (folder / "ports").write_text(" ".join(map(str, ports)))
    await loop.create_future()


if __name__ == "__main__":
    main()
