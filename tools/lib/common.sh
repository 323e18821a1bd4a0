# shellcheck shell=bash
# What every script in tools/ shares: saying what happens, running a step with its output in a log, and stamps.
# Source it after `set -euo pipefail`. It moves to the project's folder, so all paths are relative to that.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$project" || exit
readonly project
readonly logs=build/logs stamps=build/stamps
mkdir -p "$logs" "$stamps"

# A command that fails where nobody expected it must not end the script in silence.
set -E
trap 'printf "Error: %s, line %s: unexpected failure of: %s\n" "${BASH_SOURCE[0]}" "$LINENO" "$BASH_COMMAND" >&2' ERR

red='' yellow='' plain=''
if [[ -t 1 && -t 2 && -z ${NO_COLOR:-} && ${TERM:-dumb} != dumb ]]; then
  red=$'\e[31m' yellow=$'\e[33m' plain=$'\e[0m'
fi

say() { printf '%s\n' "$*"; }
warn() { printf '%sWarning:%s %s\n' "$yellow" "$plain" "$*" >&2; }
# die MESSAGE [HINT]: says what is wrong and what to do, and stops with "not possible".
die() {
  printf '%sError:%s %s\n' "$red" "$plain" "$1" >&2
  if [[ $# -gt 1 ]]; then printf '%s\n' "$2" >&2; fi
  exit 3
}

# usage: prints the comment block at the head of the script that runs, its help.
usage() { sed -n '2,/^[^#]/{/^#/{s/^# \{0,1\}//;p}}' "tools/${0##*/}"; }

# mask_hosts: which mirror a machine uses is nobody's business, so addresses lose their host in what we log.
mask_hosts() {
  sed -u -E "s#://[^/[:space:]]+#://…#g; s#(resolve|connect to) '?[^[:space:]']+'?#\1 …#gI; s# \[IP: [^]]*\]##g"
}

# logged LOG COMMAND...: runs the command with all its output in build/logs/LOG.log.
logged() {
  local log=$logs/$1.log
  shift
  "$@" < /dev/null > "$log" 2>&1
}

# show_tail LOG [LINES]: the end of a log, for somebody who has just seen a step fail; without what went well.
show_tail() {
  local log=$logs/$1.log
  [[ -s $log ]] || return 0
  printf -- '--- the last lines of %s\n' "$log" >&2
  { grep -vE '^ +Start +[0-9]+: |\.   Passed  ' "$log" || true; } | tail -n "${2:-30}" | sed 's/^/  /' >&2
  printf -- '---\n' >&2
}

# step LOG MESSAGE HINT COMMAND...: one line for one step; when it fails the end of its log, the hint, and stop.
step() {
  local log=$1 message=$2 hint=$3
  shift 3
  say "$message"
  if ! logged "$log" "$@"; then
    show_tail "$log"
    die "this step failed: ${message%…}" "$hint"
  fi
}

# hash_of PATH...: one hash over the names and contents of files and folders, without node_modules. What is not there
# counts as nothing.
hash_of() {
  { find "$@" -name node_modules -prune -o -type f -print0 2> /dev/null || true; } |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d ' ' -f 1
}

# A stamp remembers for which input a step was last done.
stamp_is() { [[ -f $stamps/$1 && $(< "$stamps/$1") == "$2" ]]; }
set_stamp() { printf '%s\n' "$2" > "$stamps/$1"; }
