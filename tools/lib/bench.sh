# shellcheck shell=bash
# What tools/bench/run and tools/bench/growth share: options, the corpus, the build, and measuring an index of ours.
# Needs common.sh and packages.sh.

# shellcheck disable=SC2034 # used where this is sourced
data=../shared/data/scale rounds=3 work=build/bench

# bench_options OPTION...: sets data, rounds, work; leaves what it doesn't know in `rest`.
# shellcheck disable=SC2034 # used where this is sourced
bench_options() {
  rest=()
  while (($# > 0)); do
    case $1 in
      --data) data=${2:?"$1 needs a folder"} && shift ;;
      --rounds) rounds=${2:?"$1 needs a number"} && shift ;;
      --work) work=${2:?"$1 needs a folder"} && shift ;;
      *) rest+=("$1") ;;
    esac
    shift
  done
}

# bench_prepare PACKAGE...: installs what is missing, builds, unpacks the corpus to $corpus and prepares $queries.
bench_prepare() {
  [[ -f $data/wetten-100k.jsonl.xz && -f $data/queries.tsv ]] ||
    die "the corpus is not in $data." "Give its folder: --data DIR"
  tools/build
  install_missing "$@"
  step bench-build "Building the benchmark…" "The first 'error:' in the log is the one to mend." \
    build_bench
  bench=build/release/tools/bench/praktijkbank-bench corpus=$work/corpus.jsonl queries=$work/queries.tsv
  mkdir -p "$work"
  if [[ ! -f $corpus ]]; then
    xz -dc "$data/wetten-100k.jsonl.xz" > "$corpus.part"
    mv "$corpus.part" "$corpus"
  fi
  "$bench" prepare queries "$data/queries.tsv" "$queries"
}

build_bench() {
  cmake --preset release -D PRAKTIJKBANK_BENCH=ON &&
    cmake --build --preset release --target praktijkbank-bench hot-paths
}

# index_own CORPUS INDEX: a line of measurements for the indexing, and one for the size.
index_own() {
  rm -rf "$2"
  if ! "$bench" time own build/praktijkbank index --corpus "$1" --index "$2" 2> "$logs/bench-index.log"; then
    show_tail bench-index
    die "the corpus can't be indexed."
  fi
  index_size own "$2"
}

index_size() {
  printf '{"engine":"%s","mode":"index","mb":%s}\n' "$1" "$(du -sm "$2" | cut -f 1)"
}

# setting: what the figures depend on.
setting() {
  say "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo), Linux $(uname -r); $(build/praktijkbank --version), $(git rev-parse --short HEAD 2> /dev/null || echo 'no git'); $(c++ --version | head -n 1)"
}
