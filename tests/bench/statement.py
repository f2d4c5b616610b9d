#!/usr/bin/env python3
"""Writes a camt.053.001.08 statement over open invoices of customers, for the benchmarks.

    statement.py OPENITEMS.csv ENTRIES IBAN > statement.xml

OPENITEMS.csv is `crm openitems list --side receivable -f csv`. Nine of ten entries pay an open invoice and
name it, the others pay something that nobody knows. The same input gives the same bytes.
"""
import csv
import sys

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>BENCH</MsgId><CreDtTm>2026-01-02T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>BENCH-1</Id><CreDtTm>2026-01-02T06:00:00</CreDtTm><Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
"""
BALANCE = """<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-01</Dt></Dt></Bal>
"""
ENTRY = """<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-01-01</Dt></BookgDt><ValDt><Dt>2026-01-01</Dt></ValDt><AcctSvcrRef>R{number}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="EUR">{amount}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>{name}</Nm></Pty></Dbtr></RltdPties>
<RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
"""


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def cents(amount):
    whole, part = amount.split(".")
    return int(whole) * 100 + int(part)


def decimal(amount):
    return f"{amount // 100}.{amount % 100:02d}"


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        items = [row for row in csv.DictReader(file) if cents(row["open"]) > 0]
    wanted, iban = int(sys.argv[2]), sys.argv[3]
    entries = []
    for number in range(wanted):
        item = items[number % len(items)]
        known = number % 10 != 9
        entries.append((item["open"], item["contact"] if known else "Unbekannt",
                        f"Rechnung {item['document']}" if known else f"Spende {number}"))
    total = sum(cents(amount) for amount, _, _ in entries)
    out = sys.stdout
    out.write(HEAD.format(iban=iban))
    out.write(BALANCE.format(code="OPBD", amount="1000.00"))
    out.write(BALANCE.format(code="CLBD", amount=decimal(100_000 + total)))
    for number, (amount, name, text) in enumerate(entries):
        out.write(ENTRY.format(amount=amount, name=escaped(name)[:70], text=text, number=number))
    out.write("</Stmt></BkToCstmrStmt></Document>\n")


main()
