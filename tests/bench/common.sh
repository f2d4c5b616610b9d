# Sourced by the benchmarks, whose arguments are [SCALE] [CRM]; scale 200000 is the one that counts.
# BENCH_DATA is a folder outside the work tree with room for some gigabytes; data are made in it once.
# The generator and the measuring tool stand in ../shared/bench; no time is asserted, machines are noisy.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
shared=${CRM_SHARED_BENCH:-$root/../shared/bench}
: "${BENCH_DATA:?set BENCH_DATA to a folder outside the work tree}"
scale=${1:-200000}
crm=${2:-$root/build/release/bin/crm}
measure() { python3 "$shared/measure.py" "$@"; }
# Says how the ratios that follow read.
explain() { echo "the second of each pair is ours; A/this is the shell's time divided by ours"; }
