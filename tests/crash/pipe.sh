#!/bin/sh
# SPDX-License-Identifier: MIT
# A reader that goes away ends a listing quietly, with 0.
. "$(dirname "$0")/common.sh"

"$crm" init --company 'Muster GmbH' > /dev/null
# More than a pipe holds.
query="WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300000)
       SELECT i, 'some text to fill the pipe' AS text FROM n"
for format in csv jsonl table; do
    (
        code=0
        "$crm" sql "$query" -f $format 2> "$folder/err" || code=$?
        echo $code > "$folder/code"
    ) | head -1 > "$folder/out"
    [ "$(cat "$folder/code")" = 0 ] || fail "$format: exit code $(cat "$folder/code")"
    [ ! -s "$folder/err" ] || fail "$format: $(cat "$folder/err")"
    [ "$(wc -l < "$folder/out")" -eq 1 ] || fail "$format: no line came"
done
