# SPDX-License-Identifier: MIT
# For the crash tests: each gets the program as its first argument and works in a folder of its own.
set -eu
crm=$1
unset CRM_USER CRM_FORMAT CRM_TODAY CRM_CONFIG CRM_CSV_DIALECT
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" XDG_CONFIG_HOME="$folder" CRM_DB="$folder/crm.db"

fail()
{
    echo "FAILED: $*" >&2
    exit 1
}

# expect CODE COMMAND...: runs the command, whose exit code must be that one.
expect()
{
    wanted=$1
    shift
    code=0
    "$@" || code=$?
    [ "$code" -eq "$wanted" ] || fail "exit code $code instead of $wanted: $*"
}

numbers() { "$crm" contact list -f csv --no-header -c number; }

# Nothing is broken and nothing is lost.
expect_sound()
{
    breaches=$("$crm" db check) || fail "db check: $breaches"
    [ -z "$breaches" ] || fail "db check: $breaches"
}
