# Writes a C++ source that holds files as byte arrays.
#   cmake -DFOLDER=… -DOUTPUT=… [-DHEADER=… -DNAMESPACE=… -DTYPE=… -DFUNCTION=…] -P embed.cmake
# FUNCTION of HEADER, in NAMESPACE, gives them as a span of TYPE; if left out those of the library's own data.
# A byte array, not a string literal: compilers limit the length of literals.
if(NOT DEFINED FUNCTION)
  set(HEADER "built_in_data.hpp")
  set(NAMESPACE "birthcase")
  set(TYPE "BuiltInFile")
  set(FUNCTION "built_in_files")
endif()

file(GLOB_RECURSE names RELATIVE "${FOLDER}" "${FOLDER}/*.json" "${FOLDER}/*.tsv")
list(FILTER names EXCLUDE REGEX "^(tests|proofs)/")
list(SORT names)

set(arrays "")
set(entries "")
set(count 0)
foreach(name IN LISTS names)
  file(READ "${FOLDER}/${name}" bytes HEX)
  file(SIZE "${FOLDER}/${name}" size)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char bytes_${count}[] = {${bytes}0};\n")
  string(APPEND entries "    ${TYPE}{\"${name}\", {reinterpret_cast<const char*>(bytes_${count}), ${size}}},\n")
  math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${OUTPUT}.new"
"// Made by embed.cmake from ${count} files; not for editing.
#include \"${HEADER}\"

namespace ${NAMESPACE} {
namespace {
${arrays}}

std::span<const ${TYPE}> ${FUNCTION}() noexcept {
  static const ${TYPE} files[] = {
${entries}  };
  return files;
}

}  // namespace ${NAMESPACE}
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
