# One library a folder under src/: chancery_module(<name> [USES other modules] [LINKS libraries]).
# The arrows between folders stand in docs/architecture.md and are checked by scripts/check_arrows.
function(chancery_module name)
  cmake_parse_arguments(M "" "" "USES;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(TRANSFORM M_USES PREPEND chancery_)
  add_library(chancery_${name} STATIC ${sources})
  target_link_libraries(chancery_${name} PUBLIC chancery_settings ${M_USES} PRIVATE ${M_LINKS})
  set_property(GLOBAL APPEND PROPERTY CHANCERY_MODULES chancery_${name})
endfunction()

# One test program a folder under tests/: chancery_test(<name> USES modules).
function(chancery_test name)
  cmake_parse_arguments(T "" "" "USES;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_executable(test_${name} ${sources})
  list(TRANSFORM T_USES PREPEND chancery_)
  target_link_libraries(test_${name} PRIVATE chancery_settings ${T_USES} ${T_LINKS} GTest::gtest GTest::gmock GTest::gtest_main)
  target_compile_definitions(test_${name} PRIVATE CHANCERY_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND test_${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "CHANCERY_PROGRAM=${CMAKE_BINARY_DIR}/bin/chancery;CHANCERY_DATA=${CMAKE_SOURCE_DIR}/data")
endfunction()
