# Sourced by the tests of this folder: `. sources.sh` after `cd` to the repository.

# Prints every C++ file of ours, one a line; with arguments only those below these folders.
sources()
{
    [ $# -gt 0 ] || set -- lib apps tests
    find "$@" \( -name '*.cpp' -o -name '*.hpp' \) -print | sort
}

# Ends a test: fails with what was found, passes if nothing was.
finish() # heading, findings
{
    [ -z "$2" ] && exit 0
    printf '%s:\n%s\n' "$1" "$2"
    exit 1
}

skip() # reason
{
    echo "SKIPPED: $1"
    exit 77
}
