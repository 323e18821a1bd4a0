# shellcheck shell=bash
# The npm packages of the front-end and the browser tests. CMake makes the style sheet and the script (server/CMakeLists.txt).

# npm_install FOLDER: installs exactly what its package-lock.json says, when that changed since the last time.
npm_install() {
  local folder=$1 hash
  local name=npm-${folder//\//-}
  hash=$(hash_of "$folder/package.json" "$folder/package-lock.json")
  if [[ -d $folder/node_modules ]] && stamp_is "$name" "$hash"; then return 0; fi
  step "$name" "Installing the npm packages of $folder…" \
    "Is the network there? npm uses the registry that this machine is set up for (npm config get registry)." npm_ci "$folder"
  set_stamp "$name" "$hash"
}

npm_ci() {
  # No scripts of packages are run. Peers are settled by hand in package.json: the design tokens name others than we use.
  npm --prefix "$1" ci --legacy-peer-deps --ignore-scripts --no-audit --no-fund 2>&1 | mask_hosts
}
