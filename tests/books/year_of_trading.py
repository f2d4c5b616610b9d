#!/usr/bin/env python3
"""A year of trading at random, kept by crm and, beside it, as a journal for ledger or hledger: the balances of
every customer and supplier have to agree to the cent on every key date.

    year_of_trading.py CRM [SEED]

The journal is written from what was decided here and from figures worked out here, never from what crm
says. Exit 77: neither program is installed.
"""
import csv
import datetime
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile

FIRST = datetime.date(2025, 1, 2)
LAST = datetime.date(2025, 12, 31)
TERMS = {"KUNDE1": None, "KUNDE2": (3, 10, 30), "KUNDE3": (2, 14, 60), "KUNDE4": None, "KUNDE5": (2, 8, 30),
         "LIEF1": None, "LIEF2": (3, 10, 30)}  # percent, days, net days
FREE = {"KUNDE4", "KUNDE5"}  # they pay without saying what: the oldest is settled first


def rounded(numerator, denominator):
    """Commercial rounding, half away from zero, of a quotient above 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def decimal(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def cents(text):
    sign, text = (-1, text[1:]) if text.startswith("-") else (1, text)
    whole, part = text.split(".")
    return sign * (int(whole) * 100 + int(part))


class Crm:
    def __init__(self, program, folder):
        self.program = program
        self.environment = {"PATH": os.environ["PATH"], "CRM_DB": os.path.join(folder, "crm.db"), "HOME": folder,
                            "CRM_TODAY": "2026-02-01", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def __call__(self, *words):
        done = subprocess.run([self.program, *map(str, words)], env=self.environment, capture_output=True, text=True,
                              check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, words))}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout.strip()

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self(*words, "-f", "csv"))))


class Journal:
    """Amounts above 0 are what a customer owes us, or we a supplier."""

    def __init__(self):
        self.entries = []

    def add(self, day, contact, amount, what):
        account = ("Verbindlichkeiten" if contact.startswith("LIEF") else "Forderungen") + ":" + contact
        sign = -1 if contact.startswith("LIEF") else 1
        self.entries.append((day, f"{day} {what}\n    {account}    {decimal(sign * amount)} EUR\n"
                                  f"    Gegenkonto    {decimal(-sign * amount)} EUR\n\n"))

    def write(self, file):
        for _, entry in sorted(self.entries, key=lambda pair: pair[0]):
            file.write(entry)


class Document:
    def __init__(self, number, contact, day, gross):
        self.number, self.contact, self.day, self.open = number, contact, day, gross
        self.gross = gross
        self.payments = []  # number, day, what it took off with its discount


class Year:
    def __init__(self, crm, dice):
        self.crm, self.dice = crm, dice
        self.journal = Journal()
        self.documents = []
        self.credit = dict.fromkeys(TERMS, 0)  # what who pays without saying what has paid too much
        self.done = {}

    def count(self, what):
        self.done[what] = self.done.get(what, 0) + 1

    def set_up(self):
        self.crm("init", "--company", "Eigene Handels GmbH", "--street", "Werkstr. 1", "--postcode", "50667", "--city",
                 "Köln", "--vat-id", "DE136695976")
        for sku, tax in (("VOLL", "standard"), ("ERM", "reduced")):
            self.crm("stock", "product", "add", sku, sku, "--price", "1", "--tax", tax, "--no-stock")
        for contact, terms in TERMS.items():
            kind = "--supplier" if contact.startswith("LIEF") else "--customer"
            self.crm("contact", "add-company", f"Firma {contact}", "--number", contact, "--street", "Ring 1", "--postcode",
                     "50667", "--city", "Köln", kind)
            if terms:
                self.crm("contact", "condition", "add", contact, "--terms", f"{terms[0]}% {terms[1]}, {terms[2]} net")

    def invoice(self, day, contact):
        nets = {}
        lines = []
        for _ in range(self.dice.randint(1, 3)):
            sku, rate = self.dice.choice((("VOLL", 19), ("ERM", 7)))
            quantity, price = self.dice.randint(1, 9500), self.dice.randint(1, 90_000)  # thousandths; cents
            nets[rate] = nets.get(rate, 0) + rounded(quantity * price, 1000)
            lines += ["--line", f"{sku}:{quantity / 1000:g}@{decimal(price)}"]
        gross = sum(net + rounded(net * rate, 100) for rate, net in nets.items())
        if gross == 0:
            return
        kind = "purchase" if contact.startswith("LIEF") else "sale"
        order = self.crm("order", "new", kind, contact, "--date", day, *lines)
        self.crm("order", "confirm", order)
        theirs = ["--supplier-number", f"R-{len(self.documents)}"] if kind == "purchase" else []
        number = self.crm("order", "invoice", order, "--deliver", "--date", day, *theirs)
        self.documents.append(Document(number, contact, day, gross))
        self.journal.add(day, contact, gross, number)
        self.count("invoices")

    def open_documents(self, day, exact=True):
        return [d for d in self.documents if d.open > 0 and d.day <= day and (d.contact in FREE) != exact]

    def pay(self, day):
        documents = self.open_documents(day)
        if not documents:
            return
        d = self.dice.choice(documents)
        terms = TERMS[d.contact]
        options = ["--document", d.number, "--date", day]
        if terms and d.open == d.gross and (day - d.day).days <= terms[1] and self.dice.random() < 0.8:
            skonto = rounded(d.gross * terms[0], 100)
            amount = d.gross - skonto
            options.append("--skonto")
        else:
            skonto = 0
            amount = d.open if self.dice.random() < 0.6 else self.dice.randint(1, d.open)
        if amount == 0:
            return
        number = self.crm("openitems", "pay", d.contact, decimal(amount), *options)
        self.journal.add(day, d.contact, -amount, number)
        if skonto:
            self.journal.add(day, d.contact, -skonto, f"Skonto {number}")
            self.count("discounts")
        d.open -= amount + skonto
        d.payments.append((number, day, amount, skonto))
        self.count("payments")

    def pay_something(self, day):
        """Without a document: settles what is oldest, the rest is a credit."""
        contact = self.dice.choice(sorted(FREE))
        amount = self.dice.randint(1, 200_000)
        number = self.crm("openitems", "pay", contact, decimal(amount), "--date", day, "--side", "receivable")
        self.journal.add(day, contact, -amount, number)
        self.count("payments without a document")

    def reverse(self, day):
        """The bank takes a payment back, and with it the discount."""
        paid = [(d, p) for d in self.documents for p in d.payments if p[1] <= day]
        if not paid:
            return
        d, payment = self.dice.choice(paid)
        number, _, amount, skonto = payment
        counter = self.crm("openitems", "reverse", number, "--date", day)
        self.journal.add(day, d.contact, amount + skonto, counter)
        d.payments.remove(payment)
        d.open += amount + skonto
        self.count("returns")

    def credit_note(self, day):
        """Of a whole invoice that nothing was paid of, settled with it some days later."""
        documents = [d for d in self.open_documents(day) if d.open == d.gross and not d.payments]
        if not documents:
            return
        d = self.dice.choice(documents)
        theirs = ["--supplier-number", f"G-{d.number}"] if d.contact.startswith("LIEF") else []
        number = self.crm("order", "credit", d.number, "--date", day, *theirs)
        self.journal.add(day, d.contact, -d.gross, number)
        later = min(day + datetime.timedelta(days=self.dice.randint(0, 20)), LAST)
        self.crm("openitems", "settle", d.contact, number, d.number, "--date", later)
        d.open = 0
        self.count("credit notes")

    def write_off(self, day):
        documents = [d for d in self.open_documents(day) if not d.contact.startswith("LIEF")]
        if not documents:
            return
        d = self.dice.choice(documents)
        self.crm("openitems", "write-off", d.number, "--reason", "Insolvenz", "--date", day)
        self.journal.add(day, d.contact, -d.open, f"Ausfall {d.number}")
        d.open = 0
        self.count("write-offs")

    def trade(self):
        day = FIRST
        while day <= LAST:
            for _ in range(self.dice.randint(0, 2)):
                self.invoice(day, self.dice.choice(sorted(TERMS)))
            for act, chance in ((self.pay, 0.7), (self.pay, 0.4), (self.pay_something, 0.12), (self.reverse, 0.06),
                                (self.credit_note, 0.06), (self.write_off, 0.03)):
                if self.dice.random() < chance:
                    act(day)
            day += datetime.timedelta(days=self.dice.randint(1, 3))


def balances(program, journal, day):
    """What the other program says is open of each account at the end of a day."""
    end = (day + datetime.timedelta(days=1)).isoformat()
    words = [program, "-f", journal, "balance", "--flat", "--end", end, "Forderungen", "Verbindlichkeiten"]
    words += ["--balance-format", "%(account)=%(amount)\n", "--no-total"] if program.endswith("/ledger") else ["-O", "csv", "-N"]
    text = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    found = {}
    for line in text.splitlines():
        account, amount = line.replace('"', "").replace("=", ",").split(",", 1)
        if ":" in account:
            found[account.split(":")[1]] = cents(amount.replace(" EUR", "").replace("EUR", "").strip())
    return {contact: amount for contact, amount in found.items() if amount != 0}


def added_up(rows, key, amount):
    sums = {}
    for row in rows:
        sign = -1 if row[key].startswith("LIEF") else 1
        sums[row[key]] = sums.get(row[key], 0) + sign * cents(row[amount])
    return {contact: total for contact, total in sums.items() if total != 0}


def compare(what, day, ours, theirs):
    if ours != theirs:
        sys.exit(f"{what} of {day}: crm says {ours}, the ledger {theirs}")


def main():
    program = shutil.which("ledger") or shutil.which("hledger")
    if program is None:
        print("skipped: neither ledger nor hledger is installed (apt-get install ledger)")
        sys.exit(77)
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20251231
    with tempfile.TemporaryDirectory() as folder:
        crm = Crm(sys.argv[1], folder)
        year = Year(crm, random.Random(seed))
        year.set_up()
        year.trade()
        journal = os.path.join(folder, "year.journal")
        with open(journal, "w", encoding="utf-8") as file:
            year.journal.write(file)
        days = [datetime.date(2025, month, 1) - datetime.timedelta(days=1) for month in range(2, 13)]
        days += [datetime.date(2025, 5, 17), LAST, datetime.date(2026, 2, 1)]
        for day in days:
            theirs = balances(program, journal, day)
            rows = crm.rows("openitems", "list", "--as-of", day)
            compare("the list", day, added_up(rows, "contact_number", "open"), theirs)
            aging = crm.rows("openitems", "aging", "--as-of", day) + crm.rows("openitems", "aging", "--as-of", day, "--side",
                                                                               "payable")
            compare("the aging", day, added_up(aging, "contact_number", "total"), theirs)
            for contact in TERMS:
                one = crm.rows("openitems", "list", contact, "--as-of", day)
                compare(f"the list of {contact}", day, one, [row for row in rows if row["contact_number"] == contact])
                lines = crm.rows("openitems", "statement", contact, "--to", day)
                balance = cents(lines[-1]["balance"]) if lines else 0
                compare(f"the statement of {contact}", day, balance, theirs.get(contact, 0))
        crm("db", "check")
        print(f"seed {seed}, {os.path.basename(program)}: " + ", ".join(f"{n} {what}" for what, n in year.done.items())
              + f"; {len(days)} key dates agree")


main()
