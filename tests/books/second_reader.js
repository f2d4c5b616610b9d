// What crm reads of bank statements is what parsers of other projects read: camt-parser of camt.053.001.08,
// mt940js of MT940.
//
//     node second_reader.js CRM SOURCE_DIR NODE_MODULES
//
// Exit 77: a parser is not there.
'use strict';
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const [crm, source, modules] = process.argv.slice(2);
const iban = 'DE02120300000000202051';

function parser(name) {
  try {
    return require(path.join(modules, name));
  } catch {
    console.log(`skipped: the npm package ${name} is not there`);
    process.exit(77);
  }
}
const { parseCamt053 } = parser('camt-parser');
const mt940 = parser('mt940js');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true }));

function run(...words) {
  const env = { ...process.env, CRM_DB: path.join(folder, 'crm.db'), HOME: folder, CRM_TODAY: '2026-12-31' };
  return execFileSync(crm, words, { env, encoding: 'utf8' });
}

// A line as every reader has to see it.
function line(date, cents, text) {
  return { date, cents, text: text.replace(/\s+/g, '') };
}

function oursOf(file) {
  fs.rmSync(folder, { recursive: true });
  fs.mkdirSync(folder);
  run('init', '--company', 'Eigene Handels GmbH', '--iban', iban);
  run('openitems', 'bank', 'import', file);
  const rows = JSON.parse(run('openitems', 'bank', 'list', '-f', 'json'));
  run('db', 'check');
  return rows.map((row) => line(row.date, Math.round(row.amount * 100), row.text ?? ''));
}

function day(value) {
  return typeof value === 'string' ? value.slice(0, 10) : value.toISOString().slice(0, 10);
}

// camt-parser reads no purpose: its lines have a day and an amount.
async function camtOf(file) {
  const document = await parseCamt053(fs.readFileSync(file, 'utf8'));
  return document.statements.flatMap((statement) => statement.transactions.map((entry) => {
    const cents = Math.round(entry.amount.value * 100) * (entry.creditDebitIndicator === 'DBIT' ? -1 : 1);
    return { date: day(entry.bookingDate), cents };
  }));
}

// mt940js leaves the parts of the purpose as the bank cut them; those of the text are ?20 to ?29.
function mt940Of(file) {
  const statements = new mt940.Parser().parse(fs.readFileSync(file, 'utf8'));
  return statements.flatMap((statement) => statement.transactions.map((entry) => {
    const purpose = entry.details.replace(/\r?\n/g, '').split('?').filter((part) => /^2\d/.test(part))
      .map((part) => part.slice(2)).join('');
    return line(day(entry.entryDate ?? entry.date), Math.round(entry.amount * 100),
      purpose.replace(/EREF\+.*?(?=SVWZ\+)|SVWZ\+/g, ''));
  }));
}

// Five hundred transfers with names and texts of every kind.
function generated() {
  const file = path.join(os.tmpdir(), `crm-statement-${process.pid}.xml`);
  const items = 'contact,document,open\n' + ['Müller & Söhne GmbH', '<Groß> "Bau" e. K.', 'Ærø Ñandú A/S', "O'Neill"]
    .map((name, place) => `"${name.replaceAll('"', '""')}",RE2026-0000${place},${1234 * (place + 1)}.0${place}\n`).join('');
  const csv = `${file}.csv`;
  fs.writeFileSync(csv, items);
  const script = path.join(source, 'tests/bench/statement.py');
  fs.writeFileSync(file, execFileSync('python3', [script, csv, '500', iban]));
  fs.rmSync(csv);
  process.on('exit', () => fs.rmSync(file));
  return file;
}

async function main() {
  const data = path.join(source, 'tests/data/bank');
  const made = generated();
  let lines = 0;
  for (const [file, read] of [[path.join(data, 'juli-08.xml'), camtOf], [made, camtOf], [path.join(data, 'juli.sta'), mt940Of]]) {
    const theirs = await read(file);
    assert.ok(theirs.length > 0, file);
    const keys = Object.keys(theirs[0]);
    const ours = oursOf(file).map((row) => Object.fromEntries(keys.map((key) => [key, row[key]])));
    assert.deepStrictEqual(ours, theirs, file);
    lines += theirs.length;
  }
  console.log(`${lines} lines of three statements are read alike`);
}

main();
