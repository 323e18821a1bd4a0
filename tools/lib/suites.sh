# shellcheck shell=bash
# The suites that tools/test runs. Each runs to its end, says in one line how it went, and adds to the totals.

readonly rooms=(corpus search indexer server tools)
# With programs of tests, those first that take longest, so that at the end no core waits for one.
readonly test_rooms=(fault contract server search indexer tools corpus)
passed=0 failed=0 skipped=0

# record SUITE PASSED FAILED SKIPPED [WHY]
record() {
  passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
  local line="  $2 passed"
  if (($3 > 0)); then line+=", ${red}$3 failed${plain}"; fi
  if (($4 > 0)); then line+=", ${yellow}$4 skipped${plain}"; fi
  say "$line: $1${5:+ ($5)}"
}

summary() {
  if ((skipped > 0)); then say "$skipped skipped: build/logs/test-*.log says which and why"; fi
  if ((passed + failed == 0)); then die "no test ran."; fi
  say "$passed passed, $failed failed"
  if ((failed > 0)); then exit 1; fi
}

# --- checks of the source, without building -----------------------------------------------------------------------

run_checks() {
  say "Checking the source…"
  local good=0 bad=0 check
  for check in check_layout check_floors check_lockfiles check_scripts; do
    if logged "test-$check" "$check"; then
      good=$((good + 1))
    else
      bad=$((bad + 1))
      show_tail "test-$check"
    fi
  done
  record "checks of the source" "$good" "$bad" 0
}

check_layout() {
  if find "${rooms[@]}" tests \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 -r clang-format --dry-run -Werror; then return 0; fi
  echo "Let clang-format -i lay these files out."
  return 1
}

# A room includes only rooms on a lower floor (CONTRIBUTING.md).
check_floors() {
  local wrong=0
  no_include corpus 'search|indexer|server|tools' || wrong=1
  no_include search 'indexer|server|tools' || wrong=1
  no_include indexer 'server|tools' || wrong=1
  no_include server 'indexer|tools' || wrong=1
  return "$wrong"
}

# no_include ROOM OTHERS: nothing in ROOM includes OTHERS.
no_include() {
  if grep -rnE --include='*.h' --include='*.cpp' "^ *# *include *[\"<]($2)/" "$1"; then
    echo "$1/ may not include the rooms named above: they are not on a lower floor."
    return 1
  fi
}

# A lock file with addresses would tie everybody to the registry of whoever made it.
check_lockfiles() {
  local file wrong=0
  for file in server/frontend/package-lock.json tests/browser/package-lock.json; do
    if [[ -f $file ]] && grep -q '"resolved": *"http' "$file"; then
      echo "$file names a registry: put omit-lockfile-registry-resolved=true in .npmrc beside it and make it again."
      wrong=1
    fi
  done
  return "$wrong"
}

check_scripts() {
  local scripts
  # The scripts, and through them what they source.
  mapfile -t scripts < <(grep -rlE '^#!.*\bbash$' tools .ci)
  shellcheck --external-sources --check-sourced "${scripts[@]}"
}

# --- C++ ----------------------------------------------------------------------------------------------------------

# cpp_suite PRESET TITLE REGEX all | ROOM[:REGEX]...: builds and runs the tests of all rooms, or of these; of a room with an
# expression those whose names fit.
cpp_suite() {
  local preset=$1 title=$2 regex=$3
  shift 3
  local targets=() programs=() room own wanted=("$@")
  if [[ $1 == all ]]; then wanted=("${test_rooms[@]}") targets=(all); fi
  for room in "${wanted[@]}"; do
    own=${room#"${room%%:*}"}
    room=${room%%:*}
    [[ -f tests/$room/CMakeLists.txt ]] || continue
    if [[ $1 != all ]]; then targets+=("${room}_tests"); fi
    programs+=("build/$preset/tests/$room/${room}_tests$own")
  done
  if ((${#programs[@]} == 0)); then
    say "There are no tests yet for: $title"
    return 0
  fi

  if ! (configure "$preset"); then
    record "$title" 0 1 0 "configuring fails"
    return 0
  fi
  say "Building the tests ($preset)…"
  if ! compile "$preset" "${targets[@]}"; then
    show_tail "build-$preset"
    record "$title" 0 1 0 "they do not build"
    return 0
  fi
  say "Running the tests ($preset)…"
  if ! logged "test-$preset" run_gtests "$preset" "$regex" "${programs[@]}"; then
    show_tail "test-$preset"
    record "$title" 0 1 0 "they do not start"
    return 0
  fi
  local bad
  bad=$(count_results "$preset" failed)
  if ((bad > 0)); then show_tests "$preset" failed >&2; fi
  record "$title" "$(count_results "$preset" passed)" "$bad" "$(count_results "$preset" skipped)"
}

# sum_of SED-EXPRESSION FILE: adds up the numbers that it prints.
sum_of() { sed -nE "$1" "$2" | awk '{ sum += $1 } END { print sum + 0 }'; }

# --- browser ------------------------------------------------------------------------------------------------------

browser_suite() {
  local regex=$1 title="tests in a browser" tests=()
  if [[ ! -f tests/browser/package.json ]]; then
    say "There are no tests yet for: $title (tests/browser has no package.json)"
    return 0
  fi
  if ! (npm_install tests/browser); then
    record "$title" 0 1 0 "their packages could not be installed"
    return 0
  fi
  mapfile -t tests < <(find tests/browser -name node_modules -prune -o -name '*.test.*js' -print | sort)
  say "Running the $title…"
  local log=test-browser status=0
  logged "$log" node --test --test-concurrency="$cores" --test-reporter=tap ${regex:+--test-name-pattern="$regex"} "${tests[@]}" || status=$?
  local good bad left
  good=$(sum_of 's/^# pass ([0-9]+)$/\1/p' "$logs/$log.log")
  bad=$(sum_of 's/^# (fail|cancelled) ([0-9]+)$/\2/p' "$logs/$log.log")
  left=$(sum_of 's/^# (skipped|todo) ([0-9]+)$/\2/p' "$logs/$log.log")
  if ((status != 0 && bad == 0)); then bad=1; fi
  if ((bad > 0)); then show_browser_failures "$logs/$log.log" >&2; fi
  record "$title" "$good" "$bad" "$left"
}

# show_browser_failures LOG: the names of the tests that failed, and of each what TAP says of it. A group of tests fails with
# what is in it and says nothing of its own.
show_browser_failures() {
  grep -E '^ *not ok ' "$1" || true
  awk '
    /^ *not ok / { name = $0; lines = ""; count = 0; inside = 1; next }
    inside && /^ *\.\.\.$/ {
      if (lines !~ /subtests? failed/) printf "---%s\n%s", name, lines
      inside = 0
    }
    inside && ++count <= 40 { lines = lines $0 "\n" }' "$1"
  if ! grep -qE '^ *not ok ' "$1"; then tail -n 30 "$1"; fi
}
