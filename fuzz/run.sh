#!/bin/sh
# Fuzzes each reader, the opening of a model, segmentation and the whole chain, for a bounded time: fuzz/run.sh [SECONDS [TARGET...]]. Needs clang.
# Seeds stand in fuzz/seeds and, for HTML, in tests/readers/pages; a finding is left in build/fuzz/found and fails the run.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
readers=${*:-text jsonl html csv markdown conllu model segment engine}
cmake -G Ninja -B build/fuzz -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Debug \
  -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DCHANCERY_FUZZ=ON -DCHANCERY_TESTS=OFF -DCHANCERY_SANITIZE=ON >build/fuzz.log
for reader in $readers; do
  ninja -j2 -C build/fuzz "fuzz_$reader" >>build/fuzz.log
  mkdir -p "build/fuzz/corpus/$reader" "build/fuzz/found/$reader"
  seeds=fuzz/seeds/$reader
  [ "$reader" = html ] && seeds=tests/readers/pages
  case $reader in segment | engine) seeds="fuzz/seeds/release examples/collection" ;; esac
  echo "== $reader, $seconds s"
  "build/fuzz/bin/fuzz_$reader" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/found/$reader/" "build/fuzz/corpus/$reader" $seeds 2>"build/fuzz/$reader.log" ||
    { tail -40 "build/fuzz/$reader.log"; exit 1; }
  grep -E "stat::(number_of_executed_units|average_exec_per_sec|peak_rss)" "build/fuzz/$reader.log"
done
