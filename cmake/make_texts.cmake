# Makes a C++ header of the texts of one domain, and stops where the languages do not agree.
#   cmake -DTEXTS=… -DDOMAIN=… -DOUTPUT=… -P make_texts.cmake
# TEXTS has a folder for each language with DOMAIN.json in it: a text, or a list of texts, for each key.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/texts.cmake")
set(zh_file "${TEXTS}/zh/${DOMAIN}.json")
set(en_file "${TEXTS}/en/${DOMAIN}.json")

function(fault file key why)
  message(FATAL_ERROR "${file}: '${key}' ${why}")
endfunction()

# The numbers of a text's blanks, each once. A text without blanks is never formatted: braces in it are just that.
function(blanks_of text file key output)
  if(text MATCHES "{([a-z_:][a-z0-9_:]*)?}")
    fault("${file}" "${key}" "has a blank without a number: write {0}, {1} and so on")
  endif()
  string(REGEX MATCHALL "{[0-9]+(:[^{}]*)?}" blanks "${text}")
  list(TRANSFORM blanks REPLACE "{([0-9]+).*" "\\1")
  list(REMOVE_DUPLICATES blanks)
  list(SORT blanks COMPARE NATURAL)
  if(NOT blanks STREQUAL "")
    string(REGEX REPLACE "{[0-9]+(:[^{}]*)?}|{{|}}" "" rest "${text}")
    if(rest MATCHES "[{}]")
      fault("${file}" "${key}" "has a brace that is no blank: double it")
    endif()
  endif()
  set(${output} "${blanks}" PARENT_SCOPE)
endfunction()

# What is counted has a word for one as well.
set(counted "days|hours|minutes|seconds|weeks|months|years|births|newborns|documents|fields|lines|characters|messages")
string(APPEND counted "|events|cases|errors|warnings|notes|codes|copies|files|rules|steps|services|questions|tables")
function(check_counted text file key)
  if("${text} " MATCHES "{([0-9]+)} ([a-z]+ )?(${counted})[^a-z]")
    fault("${file}" "${key}" "counts '${CMAKE_MATCH_3}' and has no word for one: write {${CMAKE_MATCH_1}:…|${CMAKE_MATCH_3}}")
  endif()
endfunction()

# As a literal of C++.
function(literal_of text output)
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  string(REPLACE "\n" "\\n" text "${text}")
  set(${output} "\"${text}\"" PARENT_SCOPE)
endfunction()

# `{"key", "中文", "English"}`, and how many blanks that has.
function(entry_of key zh en output blanks_output)
  foreach(language IN ITEMS zh en)
    if("${${language}}" STREQUAL "")
      fault("${${language}_file}" "${key}" "is empty")
    endif()
    blanks_of("${${language}}" "${${language}_file}" "${key}" ${language}_blanks)
    literal_of("${${language}}" ${language}_literal)
  endforeach()
  check_counted("${en}" "${en_file}" "${key}")
  if(NOT zh_blanks STREQUAL en_blanks)
    fault("${en_file}" "${key}" "has the blanks (${en_blanks}), in ${zh_file} it has (${zh_blanks})")
  endif()
  list(LENGTH zh_blanks count)
  set(wanted "")
  foreach(i RANGE ${count})
    if(i LESS count)
      list(APPEND wanted ${i})
    endif()
  endforeach()
  if(NOT zh_blanks STREQUAL wanted)
    fault("${zh_file}" "${key}" "has the blanks (${zh_blanks}): number them from 0 on and leave none out")
  endif()
  set(${output} "{\"${key}\", ${zh_literal}, ${en_literal}}" PARENT_SCOPE)
  set(${blanks_output} ${count} PARENT_SCOPE)
endfunction()

function(list_of key zh en output)
  string(JSON count LENGTH "${zh}")
  string(JSON en_count LENGTH "${en}")
  if(NOT count EQUAL en_count OR count EQUAL 0)
    fault("${en_file}" "${key}" "has ${en_count} texts, in ${zh_file} it has ${count}")
  endif()
  set(entries "")
  math(EXPR last "${count} - 1")
  foreach(i RANGE ${last})
    string(JSON zh_text GET "${zh}" ${i})
    string(JSON en_text GET "${en}" ${i})
    entry_of("${key}" "${zh_text}" "${en_text}" entry blanks)
    if(blanks)
      fault("${zh_file}" "${key}" "has blanks in a list; give each of its texts a key")
    endif()
    string(APPEND entries "    ${entry},\n")
  endforeach()
  set(${output} "${entries}" PARENT_SCOPE)
endfunction()

read_texts("${zh_file}" zh_texts zh_keys)
read_texts("${en_file}" en_texts en_keys)
foreach(key IN LISTS zh_keys)
  if(NOT key IN_LIST en_keys)
    fault("${en_file}" "${key}" "is missing; ${zh_file} has it")
  endif()
endforeach()
foreach(key IN LISTS en_keys)
  if(NOT key IN_LIST zh_keys)
    fault("${zh_file}" "${key}" "is missing; ${en_file} has it")
  endif()
endforeach()

set(constants "")
set(listed "")
foreach(key IN LISTS zh_keys)
  string(JSON zh_type TYPE "${zh_texts}" ${key})
  string(JSON en_type TYPE "${en_texts}" ${key})
  string(JSON zh GET "${zh_texts}" ${key})
  string(JSON en GET "${en_texts}" ${key})
  name_of_text("${key}" name)
  if(NOT zh_type STREQUAL en_type OR NOT zh_type MATCHES "^(STRING|ARRAY)$")
    fault("${en_file}" "${key}" "is of type ${en_type}, in ${zh_file} of ${zh_type}; write a text, or a list of them, in both")
  elseif(zh_type STREQUAL "ARRAY")
    list_of("${key}" "${zh}" "${en}" entries)
    string(APPEND constants "inline constexpr Text ${name}[] = {\n${entries}};\n")
  else()
    entry_of("${key}" "${zh}" "${en}" entry blanks)
    set(type Text)
    if(blanks)
      set(type "Pattern<${blanks}>")
    endif()
    string(APPEND constants "inline constexpr ${type} ${name}${entry};\n")
  endif()
  string(APPEND listed "    \"${key}\",\n")
endforeach()

name_of_text("${DOMAIN}" domain)
file(WRITE "${OUTPUT}.new"
"// Made by make_texts.cmake of texts/*/${DOMAIN}.json; not for editing.
#pragma once

#include \"texts/text.hpp\"

namespace birthcase::texts {

/// In the order of the alphabet.
inline constexpr std::string_view keys_of_${domain}[] = {
${listed}};

namespace ${domain} {

${constants}
}  // namespace ${domain}
}  // namespace birthcase::texts
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
