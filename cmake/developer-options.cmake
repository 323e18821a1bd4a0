# Warnings, sanitizers and the compiler cache: everything about how we compile, nothing about what.
add_library(praktijkbank_options INTERFACE)
add_library(praktijkbank::options ALIAS praktijkbank_options)

target_compile_options(praktijkbank_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Werror)
# GCC 12 warns of overlapping copies inside its own std::string operator+ (GCC bug 105329).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(praktijkbank_options INTERFACE -Wno-restrict)
endif()
target_include_directories(praktijkbank_options INTERFACE ${PROJECT_SOURCE_DIR})

if(PRAKTIJKBANK_SANITIZE)
  target_compile_options(praktijkbank_options INTERFACE -fsanitize=${PRAKTIJKBANK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(praktijkbank_options INTERFACE -fsanitize=${PRAKTIJKBANK_SANITIZE})
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
