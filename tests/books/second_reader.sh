#!/bin/sh
# Brings the parsers of second_reader.js and runs it: second_reader.sh CRM SOURCE_DIR BUILD_DIR
set -eu
for each in node npm python3; do
    command -v $each >/dev/null || { echo "skipped: there is no $each"; exit 77; }
done
npm install --prefix "$3/npm" --no-audit --no-fund --silent camt-parser@1.1.0 mt940js@1.3.5 ||
    { echo "skipped: npm brings no camt-parser and mt940js"; exit 77; }
exec node "$2/tests/books/second_reader.js" "$1" "$2" "$3/npm/node_modules"
