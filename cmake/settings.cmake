# Compiler settings that every target shares.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

add_library(chancery_settings INTERFACE)
target_compile_options(chancery_settings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
# g++ 12 warns of overlapping copies inside std::string where it optimises "literal" + string (GCC bug 105651).
target_compile_options(chancery_settings INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>,$<CONFIG:Release>>:-Wno-restrict>)
target_include_directories(chancery_settings INTERFACE ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(chancery_settings INTERFACE CHANCERY_VERSION="${PROJECT_VERSION}")

if(CHANCERY_WERROR)
  target_compile_options(chancery_settings INTERFACE -Werror)
endif()

if(CHANCERY_SANITIZE)
  target_compile_options(chancery_settings INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(chancery_settings INTERFACE -fsanitize=address,undefined)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  target_link_options(chancery_settings INTERFACE -fuse-ld=mold)
endif()
