# Warnings, sanitizers and the compiler cache: everything about how we compile, nothing about what.
add_library(praktijkbank_options INTERFACE)
add_library(praktijkbank::options ALIAS praktijkbank_options)

target_compile_options(praktijkbank_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Werror)
# GCC 12 warns of overlapping and of endless copies inside its own std::string operator+ (GCC bug 105329), of the latter
# when <string> comes from a precompiled header and most when it optimises most. The sanitizers watch what this lets pass.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(praktijkbank_options INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread $<$<CONFIG:Release>:-Wno-array-bounds>)
endif()
target_include_directories(praktijkbank_options INTERFACE ${PROJECT_SOURCE_DIR})

if(PRAKTIJKBANK_SANITIZE)
  target_compile_options(praktijkbank_options INTERFACE -fsanitize=${PRAKTIJKBANK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(praktijkbank_options INTERFACE -fsanitize=${PRAKTIJKBANK_SANITIZE})
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # Sloppiness: without it nothing that uses a precompiled header is cached. Depend: what is not in the cache is not
  # preprocessed first, only to be compiled after all.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=1 ${CCACHE})
endif()
