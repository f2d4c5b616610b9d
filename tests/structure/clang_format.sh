# clang-format decides.
cd "$1" && . tests/structure/sources.sh
command -v clang-format >/dev/null || skip 'clang-format is not installed'
finish 'files that clang-format would change' \
    "$(sources | xargs clang-format --dry-run 2>&1 | sed -n 's/^\([^:]*\):[0-9:]* warning.*/\1/p' | sort -u)"
