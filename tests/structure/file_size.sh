# One job a file, at most 400 lines.
cd "$1" && . tests/structure/sources.sh
finish 'files of more than 400 lines' \
    "$(sources | xargs wc -l | awk '$2 != "total" && $1 > 400 { print $2 ": " $1 }')"
