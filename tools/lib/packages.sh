# shellcheck shell=bash
# Which Debian packages we need, and installing those that are missing. What each is for: docs/dependencies.md.

readonly build_packages=(
  # compiler and build tools
  g++ cmake ninja-build pkg-config ccache
  # libraries
  libxapian-dev libicu-dev nlohmann-json3-dev libgumbo-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
  libyaml-cpp-dev libserd-dev libsodium-dev libspdlog-dev libcli11-dev libkainjow-mustache-dev
  libcpp-httplib-dev zlib1g-dev prometheus-cpp-dev libsqlite3-dev
  libzip-dev libpugixml-dev libpoppler-cpp-dev libgmime-3.0-dev libseccomp-dev
  # Dutch word lists
  wdutch hunspell-nl
  # Word and OpenDocument files of excerpts, at run time
  pandoc
)
readonly test_packages=(
  libgtest-dev libgmock-dev libbenchmark-dev chromium clang-format shellcheck
)
# Only to fetch cpp-httplib's newer source package (tools/lib/httplib.sh).
# shellcheck disable=SC2034 # used where this is sourced
readonly source_packages=(dpkg-dev debian-archive-keyring)
# Debian 12's own node; an older one lacks what build.mjs and the browser tests use.
readonly node_minimum=18

require_debian() {
  if ! command -v dpkg-query > /dev/null || ! command -v apt-get > /dev/null; then
    die "this system has no apt: tools/setup installs packages on Debian 12 or later only." \
      "Install the equivalents of these yourself, then use cmake --preset release (CONTRIBUTING.md):
  ${build_packages[*]} nodejs npm
For the tests also:
  ${test_packages[*]}"
  fi
}

# missing_packages PACKAGE...: those that are not installed, one a line.
missing_packages() {
  local -A installed=()
  local package status
  while read -r package status; do
    if [[ $status == installed ]]; then installed[$package]=1; fi
  done < <(dpkg-query --show --showformat '${Package} ${db:Status-Status}\n' "$@" 2> /dev/null || true)
  for package in "$@"; do
    if [[ -z ${installed[$package]:-} ]]; then say "$package"; fi
  done
}

# missing_node: node and npm go by command, not by package: many machines have a newer node from elsewhere, which
# brings npm along and does not go together with Debian's npm.
missing_node() {
  if ! command -v node > /dev/null; then
    say nodejs
    if ! command -v npm > /dev/null; then say npm; fi
  elif ! command -v npm > /dev/null; then
    # A nodejs with npm built in provides it; then Debian's npm would conflict.
    if [[ $(dpkg-query --show --showformat '${Provides}' nodejs 2> /dev/null) == *npm* ]]; then
      die "node is here, but the npm that came with it is not on the PATH." "Repair the installation of nodejs."
    fi
    say npm
  fi
}

check_node() {
  local version
  version=$(node --version) || die "node does not start." "Install Debian's nodejs package, or node $node_minimum or later."
  local major=${version#v}
  if ((${major%%.*} < node_minimum)); then
    die "node $version is too old: $node_minimum or later is needed." "Debian 12 has 18; remove the older one from the PATH."
  fi
}

# as_root COMMAND...: straight away for root, else through sudo.
as_root() {
  if ((EUID == 0)); then
    "$@"
  elif [[ -t 0 || -t 2 ]]; then
    sudo "$@"
  else
    sudo --non-interactive "$@"
  fi
}

apt_install() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  # A broken list of some other repository must not stop us: if it matters, the installation fails and says so.
  as_root "${apt[@]}" update 2>&1 | mask_hosts || true
  as_root "${apt[@]}" install --yes --no-install-recommends "$@" 2>&1 | mask_hosts
}

# install_missing PACKAGE...: installs these packages where they are absent.
install_missing() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  install_packages "${missing[@]}"
}

install_packages() {
  (($# > 0)) || return 0
  if ((EUID != 0)); then
    command -v sudo > /dev/null ||
      die "$# packages are missing, and this needs root or sudo to install them." "Ask an administrator for:
  apt-get install --no-install-recommends $*"
    # Asks for the password here, before the output goes to a log.
    as_root true || die "sudo refuses, and $# packages are missing." "Ask an administrator for:
  apt-get install --no-install-recommends $*"
  fi
  step packages "Installing $# package$( (($# == 1)) || printf s) ($(names "$@"))…" \
    "Is the network there, and is this Debian 12 or later? These are needed: $*" apt_install "$@"
}

# names PACKAGE...: the first few, so that the line stays one line.
names() {
  if (($# <= 4)); then
    printf '%s' "$*"
  else
    printf '%s and %d more' "${*:1:3}" $(($# - 3))
  fi
}
