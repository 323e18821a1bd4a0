# shellcheck shell=bash
# CMake: configuring a preset when that is needed, and building it.

cores=$(nproc)
readonly cores

# GCC 12's sanitizers stop at start where the kernel spreads addresses wider than they expect; so without that spread.
unspread=()
if setarch "$(uname -m)" -R true 2> /dev/null; then unspread=(setarch "$(uname -m)" -R); fi
readonly unspread

# configure PRESET: CMake watches its own files; this watches what it does not: presets, packages, fetched header.
configure() {
  local preset=$1 tests=OFF lists='' inputs
  if [[ -z $(missing_packages libgtest-dev libgmock-dev) ]]; then tests=ON; fi
  # The sanitizers take the word lists that the release build made.
  if [[ $preset == ?san && -f build/release/search/stems.bin ]]; then lists=$PWD/build/release/search; fi
  inputs="tests $tests, $(hash_of CMakePresets.json) $(httplib_version_in "$httplib_folder/httplib.h" || true) $lists"
  if [[ -f build/$preset/build.ninja ]] && stamp_is "configured-$preset" "$inputs"; then return 0; fi
  step "configure-$preset" "Configuring $preset…" "If packages are missing, run tools/setup." \
    cmake --preset "$preset" -U HTTPLIB_INCLUDE_DIR -D PRAKTIJKBANK_TESTS="$tests" -D PRAKTIJKBANK_MADE_LISTS="$lists"
  set_stamp "configured-$preset" "$inputs"
}

# compile PRESET TARGET...
compile() {
  local preset=$1
  shift
  logged "build-$preset" "${unspread[@]}" cmake --build --preset "$preset" --parallel "$cores" --target "$@"
}
