# Puts files into the program as they are, by the assembler's .incbin: no slow C array, no copy at run time.
# Changed files are noticed by the build (OBJECT_DEPENDS), new and removed ones by the glob.

# One assembler file with a begin and end label for each of `files`.
function(embed_write_labels output prefix files)
  set(code ".section .rodata\n")
  set(number 0)
  foreach(file ${files})
    string(APPEND code ".global ${prefix}_${number}_begin\n.global ${prefix}_${number}_end\n.balign 8\n"
      "${prefix}_${number}_begin:\n.incbin \"${file}\"\n${prefix}_${number}_end:\n.byte 0\n")
    math(EXPR number "${number} + 1")
  endforeach()
  # Without this mark the linker would make the program's stack executable.
  string(APPEND code ".section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT ${output} CONTENT "${code}" @ONLY)
endfunction()

# Every file below `folder`, as embedded_assets().
function(embed_assets target folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS LIST_DIRECTORIES false ${folder}/*)
  list(FILTER files EXCLUDE REGEX "\\.map$")
  set(labels ${CMAKE_CURRENT_BINARY_DIR}/embedded_assets.S)
  embed_write_labels(${labels} chancery_asset "${files}")
  set_source_files_properties(${labels} PROPERTIES OBJECT_DEPENDS "${files}")

  set(declarations "")
  set(entries "")
  set(number 0)
  foreach(file ${files})
    file(RELATIVE_PATH name ${folder} ${file})
    string(APPEND declarations "extern const char chancery_asset_${number}_begin[], chancery_asset_${number}_end[];\n")
    string(APPEND entries "      {R\"(${name})\", view(chancery_asset_${number}_begin, chancery_asset_${number}_end)},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  set(table ${CMAKE_CURRENT_BINARY_DIR}/embedded_assets.cpp)
  configure_file(${CMAKE_CURRENT_SOURCE_DIR}/embedded_assets.cpp.in ${table} @ONLY)
  target_sources(${target} PRIVATE ${labels} ${table})
endfunction()

# The API's description, as embedded_description().
function(embed_file target file)
  set(labels ${CMAKE_CURRENT_BINARY_DIR}/embedded_description.S)
  embed_write_labels(${labels} chancery_description "${file}")
  set_source_files_properties(${labels} PROPERTIES OBJECT_DEPENDS "${file}")
  target_sources(${target} PRIVATE ${labels})
endfunction()
