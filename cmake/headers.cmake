# The target check_headers compiles every header alone, so that none leans on what its includer happened to include.
# Each header becomes a source of one line; ninja and ccache then see to it that only changed ones are compiled again.
function(chancery_header_check)
  set(folder ${CMAKE_BINARY_DIR}/check_headers)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
       ${CMAKE_SOURCE_DIR}/include/*.hpp ${CMAKE_SOURCE_DIR}/src/*.hpp)
  set(sources)
  foreach(header ${headers})
    string(REGEX REPLACE "^(include|src)/" "" name ${header})
    set(source ${folder}/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${name}\"\n")
    list(APPEND sources ${source})
  endforeach()
  add_library(check_headers OBJECT EXCLUDE_FROM_ALL ${sources})
  target_compile_options(check_headers PRIVATE -O0 -g0)
  # Libraries whose headers stand in a folder of their own are found through the modules that use them.
  get_property(modules GLOBAL PROPERTY CHANCERY_MODULES)
  target_link_libraries(check_headers PRIVATE chancery_settings ${modules})
  foreach(module ${modules})
    target_include_directories(check_headers PRIVATE $<TARGET_PROPERTY:${module},INCLUDE_DIRECTORIES>)
  endforeach()
endfunction()
