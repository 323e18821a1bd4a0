# Every library we link, as one imported target each. Why each is here: docs/dependencies.md.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(CMARK REQUIRED IMPORTED_TARGET libcmark-gfm)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(SERD REQUIRED IMPORTED_TARGET serd-0)
pkg_check_modules(SPDLOG REQUIRED IMPORTED_TARGET spdlog)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(PROMETHEUS REQUIRED IMPORTED_TARGET prometheus-cpp-core)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)

# cpp-httplib: the distribution's header where it is 0.18.7 or later, else the one that tools/setup fetched
# from Debian's source package into build/third-party, else the distribution's older one (behind a proxy only).
find_path(HTTPLIB_INCLUDE_DIR httplib.h
  PATHS ${PROJECT_SOURCE_DIR}/build/third-party/cpp-httplib NO_DEFAULT_PATH)
find_path(HTTPLIB_INCLUDE_DIR httplib.h REQUIRED)
file(STRINGS ${HTTPLIB_INCLUDE_DIR}/httplib.h HTTPLIB_VERSION_LINE REGEX "#define CPPHTTPLIB_VERSION \"")
string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" HTTPLIB_VERSION "${HTTPLIB_VERSION_LINE}")
message(STATUS "cpp-httplib ${HTTPLIB_VERSION} in ${HTTPLIB_INCLUDE_DIR}")
if(HTTPLIB_VERSION VERSION_LESS 0.18.7)
  message(WARNING "cpp-httplib ${HTTPLIB_VERSION} is older than 0.18.7: serve only behind a reverse proxy (docs/operations.md)")
endif()
