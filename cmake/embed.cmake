# Writes a C++ source that holds files as byte arrays.
#   cmake -DFOLDER=… -DOUTPUT=… -P embed.cmake
# A byte array, not a string literal: compilers limit the length of literals.
file(GLOB_RECURSE names RELATIVE "${FOLDER}" "${FOLDER}/*.json" "${FOLDER}/*.tsv")
list(FILTER names EXCLUDE REGEX "^tests/")
list(SORT names)

set(arrays "")
set(entries "")
set(count 0)
foreach(name IN LISTS names)
  file(READ "${FOLDER}/${name}" bytes HEX)
  file(SIZE "${FOLDER}/${name}" size)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char bytes_${count}[] = {${bytes}0};\n")
  string(APPEND entries "    BuiltInFile{\"${name}\", {reinterpret_cast<const char*>(bytes_${count}), ${size}}},\n")
  math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${OUTPUT}.new"
"// Made by embed.cmake from ${count} files; not for editing.
#include \"built_in_data.hpp\"

namespace birthcase {
namespace {
${arrays}}

std::span<const BuiltInFile> built_in_files() noexcept {
  static const BuiltInFile files[] = {
${entries}  };
  return files;
}

}  // namespace birthcase
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
