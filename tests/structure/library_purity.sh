# The library gets its streams, its settings and today handed in: no standard streams, environment,
# exit or clock in it. Steady clocks only measure.
cd "$1" && . tests/structure/sources.sh
words='std::(cout|cerr|cin|clog)\b|(^|[^a-z_:])(std::)?(printf|puts|getenv|setenv|exit|abort|_exit)\(|\bstd::(time|localtime|gmtime)\(|localtime_r|(system_clock|high_resolution_clock)::now|\b(stdout|stderr)\b'
finish 'what belongs to apps' \
    "$(sources lib | xargs grep -nE "$words" | sed 's|//.*||' | grep -E ":[0-9]+:.*($words)")"
