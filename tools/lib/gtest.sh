# shellcheck shell=bash
# Running GoogleTest programs: one process a suite, several at a time, so that a start-up or an index made in
# SetUpTestSuite is paid once a suite and a crash takes only its own suite along. Needs tools/lib/common.sh.
#
# Of a run it leaves, in build/logs/test-PRESET/: `tests` with what was to run ("program suite test" a line), a log for
# each suite, `times` (seconds on the clock, in the program and in the system, program, suite a line), and `results`
# ("passed|failed|skipped program suite test" a line). A test that was to run and of which the
# log tells no end has failed.

# As in tests/CMakeLists.txt, which says why.
readonly asan_options=new_delete_type_mismatch=0
# A suite that takes longer than this hangs.
readonly suite_patience=900
# As much of one failing test as is shown.
readonly lines_of_failure=40

# list_tests REGEX PROGRAM[:REGEX]...: "program suite test" for each test whose full name fits its program's expression
# and the first. Fails when a program can't say.
list_tests() {
  local regex=$1 program list own
  shift
  for program in "$@"; do
    own=${program#"${program%%:*}"}
    program=${program%%:*}
    list=$("${unspread[@]}" "$program" --gtest_list_tests) || return 1
    # A suite stands at the margin and ends in a point, its tests are indented; behind # stand parameters.
    awk -v program="$program" '
      { sub(/ *#.*/, "") }
      /^[^ ].*\.$/ { suite = substr($0, 1, length($0) - 1) }
      /^  / { print program, suite, $1 }' <<< "$list" | keep_names "${own#:}"
  done | keep_names "$regex"
}

# keep_names REGEX: of the lines of list_tests those whose test fits; all of them without an expression.
keep_names() {
  local regex=$1 program suite test
  while read -r program suite test; do
    if [[ -z $regex ]] || grep -qE -- "$regex" <<< "$suite.$test"; then printf '%s %s %s\n' "$program" "$suite" "$test"; fi
  done
}

# suite_log FOLDER PROGRAM SUITE
suite_log() { printf '%s/%s.%s.log' "$1" "${2##*/}" "${3//\//-}"; }

# run_suite FOLDER PROGRAM SUITE: runs those of its tests that FOLDER/tests names.
run_suite() {
  local folder=$1 program=$2 suite=$3 log filter status=0
  log=$(suite_log "$@")
  filter=$(awk -v p="$program" -v s="$suite" '$1 == p && $2 == s { printf "%s.%s:", s, $3 }' "$folder/tests")
  local TIMEFORMAT="%R %U %S ${program##*/} $suite"
  { time ASAN_OPTIONS=$asan_options timeout --foreground --kill-after=10 "$suite_patience" "${unspread[@]}" "$program" \
    --gtest_color=no --gtest_filter="$filter" < /dev/null > "$log" 2>&1; } 2>> "$folder/times" || status=$?
  case $status in
    0) ;;
    124) printf '\n%s ended with status 124: it was stopped after %s seconds\n' "${program##*/}" "$suite_patience" ;;
    *) printf '\n%s ended with status %s\n' "${program##*/}" "$status" ;;
  esac >> "$log"
}

# run_gtests PRESET REGEX PROGRAM[:REGEX]...
run_gtests() {
  local folder=$logs/test-$1 regex=$2 program suite
  shift 2
  rm -rf "$folder" && mkdir -p "$folder"
  list_tests "$regex" "$@" > "$folder/tests" || return 1
  # Somebody who interrupts means the suites in the background too.
  trap 'trap - TERM INT; kill 0' INT
  local running=0
  while read -r program suite; do
    if ((running >= cores)); then
      wait -n || true
      running=$((running - 1))
    fi
    run_suite "$folder" "$program" "$suite" &
    running=$((running + 1))
  done < <(cut -d ' ' -f 1,2 "$folder/tests" | uniq)
  wait
  trap - INT
  while read -r program suite; do
    results_of "$folder" "$program" "$suite"
  done < <(cut -d ' ' -f 1,2 "$folder/tests" | uniq) > "$folder/results"
  show_tests "${folder#"$logs/test-"}" 'failed|skipped'
}

# results_of FOLDER PROGRAM SUITE: "passed|failed|skipped program suite test" for each test that was to run. What went
# wrong in a suite as a whole, before or after its tests, is a failure named after the suite.
results_of() {
  local folder=$1 program=$2 suite=$3
  awk -v program="$program" -v suite="$suite" '
    FNR == NR {
      if ($1 == program && $2 == suite) { count++; tests[count] = $3 }
      next
    }
    match($0, /\[       OK \] [^ ]+/) { end_of("passed") }
    match($0, /\[  FAILED  \] [^ ]+/) { end_of("failed") }
    match($0, /\[  SKIPPED \] [^ ]+/) { end_of("skipped") }
    /\[  PASSED  \] [0-9]+ test/ { closed = 1 }
    / ended with status [0-9]+/ { broken = 1 }
    function end_of(how,    name) {
      name = substr($0, RSTART + 13, RLENGTH - 13)
      sub(/,$/, "", name)
      result[name] = how
    }
    END {
      failed = 0
      for (i = 1; i <= count; i++) {
        name = suite "." tests[i]
        # GoogleTest says nothing of tests that are switched off.
        how = name in result ? result[name] : (tests[i] suite ~ /DISABLED_/ && closed) ? "skipped" : "failed"
        failed += how == "failed"
        print how, program, suite, tests[i]
      }
      if ((broken || !closed) && !failed) print "failed", program, suite, "(the suite as a whole)"
    }' "$folder/tests" "$(suite_log "$folder" "$program" "$suite")"
}

# count_results PRESET RESULT
count_results() { grep -c "^$2 " "$logs/test-$1/results" || true; }

# show_tests PRESET RESULT: the names of the tests with this result, and of each what its log says of it.
show_tests() {
  local folder=$logs/test-$1 result=$2 program suite test log shown=''
  sed -nE "s/^($result) [^ ]+ ([^ ]+) (.*)/  \\1: \\2.\\3/p" "$folder/results"
  while read -r _ program suite test; do
    log=$(suite_log "$folder" "$program" "$suite")
    printf -- '--- %s.%s, from %s\n' "$suite" "$test" "$log"
    if [[ $log == "$shown" ]] && ! grep -qxF "[ RUN      ] $suite.$test" "$log"; then
      say "  did not run: its suite had ended"
      continue
    fi
    shown=$log
    # When that is too long, from the first line that tells what went wrong. From its start to its end; without an end all that follows, as a sanitizer reports at the moment of the error.
    awk -v start="[ RUN      ] $suite.$test" -v limit="$lines_of_failure" \
      -v telling=': (Failure|Skipped)$|runtime error: |ERROR: |WARNING: ThreadSanitizer|what[(][)]: ' '
      $0 == start { inside = 1; next }
      inside { lines[++count] = $0 }
      inside && /\[  (FAILED |SKIPPED) \]/ { inside = 0 }
      { all[NR] = $0 }
      END {
        if (!count) for (i = NR > limit ? NR - limit + 1 : 1; i <= NR; i++) lines[++count] = all[i]
        first = 1
        if (count > limit) while (first < count && lines[first] !~ telling) first++
        if (first == count) first = count - limit + 1
        if (first > 1) print "  … after " first - 1 " lines"
        for (i = first; i <= count && i < first + limit; i++) print "  " substr(lines[i], 1, 300)
        if (i <= count) print "  … and " count - i + 1 " more lines"
      }' "$log"
  done < <(grep -E "^($result) " "$folder/results" || true)
}
