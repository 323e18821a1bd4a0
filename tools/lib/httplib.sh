# shellcheck shell=bash
# cpp-httplib: one header, which our server rests on. Debian 12 has 0.11.4, whose limits an attacker walks around
# (docs/dependencies.md), so where the distribution has nothing newer we take it from Debian 13's source package.
# It lies in build/third-party, where CMake looks first.

readonly httplib_minimum=0.18.7
readonly httplib_release=trixie
readonly httplib_folder=build/third-party/cpp-httplib

httplib_version_in() { sed -n 's/^#define CPPHTTPLIB_VERSION "\([0-9.]*\)".*/\1/p' "$1" 2> /dev/null; }

httplib_is_new_enough() {
  local version
  version=$(httplib_version_in "$1") && [[ -n $version ]] && dpkg --compare-versions "$version" ge "$httplib_minimum"
}

provide_httplib() {
  if httplib_is_new_enough /usr/include/httplib.h || httplib_is_new_enough "$httplib_folder/httplib.h"; then
    return 0
  fi
  local why='this is not Debian' id codename
  id=$(sed -n 's/^ID=//p' /etc/os-release)
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  if [[ $id == debian ]]; then
    install_missing "${source_packages[@]}"
    say "Fetching cpp-httplib from the source package in Debian $httplib_release…"
    if logged cpp-httplib fetch_httplib "$codename"; then return 0; fi
    show_tail cpp-httplib 10
    why="fetching $httplib_minimum failed"
  fi
  warn "cpp-httplib stays at $(httplib_version_in /usr/include/httplib.h), as $why:" \
    "let the server stand behind a reverse proxy only. The next run of tools/setup tries again."
}

fetch_httplib() {
  tools/lib/fetch-httplib "$1" "$httplib_release" "$httplib_folder" 2>&1 | mask_hosts || return
  httplib_is_new_enough "$httplib_folder/httplib.h"
}
