# SPDX-License-Identifier: MIT
# Compares each message with the recipient that it is for; prints what differs, a line each.
import email
import email.header
import email.policy
import email.utils
import html
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
recipients = json.loads((folder / "recipients.json").read_text(encoding="utf-8"))
template = (folder / "template.txt").read_text(encoding="utf-8").split("\n\n", 1)[1]
text_part, html_part = template.split("<html>", 1)
seen = set()


def one_line(text):
    return " ".join(text.split())


def name_in(field):
    # The names of Message.addresses keep the blank of a fold between two encoded words before
    # Python 3.13; this older way does not.
    name = email.utils.parseaddr("".join(field.splitlines()))[0]
    return str(email.header.make_header(email.header.decode_header(name)))


def content(part):
    return part.get_content().replace("\r\n", "\n")


def say(number, what, wanted, found):
    if wanted != found:
        print(f"{number}: {what} is {found!r}, not {wanted!r}")


if len(recipients) != 8:
    print(f"{len(recipients)} recipients, not 8")
for recipient in recipients:
    number, name = recipient["number"], recipient["name"]
    raw = (folder / "out" / (number + ".eml")).read_bytes()
    for line in raw.split(b"\r\n"):
        if len(line) > 78 or b"\n" in line or b"\r" in line or any(byte > 126 for byte in line):
            print(f"{number}: a line that may not be: {line!r}")
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for defect in [*message.defects, *(d for part in message.walk() for d in part.defects)]:
        print(f"{number}: {defect!r}")
    for header in message.values():
        for defect in header.defects:
            print(f"{number}: {defect!r} in {header!r}")
    say(number, "the type", "multipart/alternative", message.get_content_type())
    say(number, "the subject", "Grüße an " + one_line(name), str(message["subject"]))
    say(number, "the sender", ("Büro, Köln", "buero@example.com"),
        (message["from"].addresses[0].display_name, message["from"].addresses[0].addr_spec))
    to = message["to"].addresses
    say(number, "the number of addresses", 1, len(to))
    field = email.message_from_bytes(raw, policy=email.policy.compat32)["to"]
    say(number, "the name", one_line(name), name_in(field))
    domain = recipient["email"].rsplit("@", 1)[1].encode("idna").decode()
    say(number, "the address", recipient["email"].rsplit("@", 1)[0] + "@" + domain, to[0].addr_spec)
    say(number, "the year", 2026, message["date"].datetime.year)
    say(number, "who else gets it", None, message["bcc"])
    say(number, "one click", "List-Unsubscribe=One-Click", message["list-unsubscribe-post"])
    say(number, "where to unsubscribe",
        f"<mailto:ab@eigene.example>, <https://eigene.example/ab?n={number}>",
        one_line(message["list-unsubscribe"]))
    plain = content(message.get_body(("plain",)))
    wanted = text_part.replace("{{name}}", name).strip()
    say(number, "the text", wanted, plain[: len(wanted)])
    page = content(message.get_body(("html",)))
    if name not in html.unescape(page) or '<p title="ä">' not in page:
        print(f"{number}: the HTML lacks the name or an umlaut: {page!r}")
    if message["message-id"] in seen:
        print(f"{number}: a Message-ID of another message")
    seen.add(message["message-id"])
