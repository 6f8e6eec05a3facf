# Makes the import libraries of birthcase.dll: libbirthcase.dll.a for MinGW, birthcase.lib for Microsoft's linker, and
# birthcase.def, the names that the library exports.
#   cmake -DOBJECTS=… -DFOLDER=… -DNM=… -DDLLTOOL=… -DZIG=… -DPROCESSOR=… -P import_libraries.cmake
# The names are read off the objects: on 32-bit Windows they say how many bytes of arguments a function takes. birthcase.lib
# is made by LLVM's dlltool, which zig brings; without zig it is left out, and lib.exe makes it of birthcase.def (64 bit).
cmake_minimum_required(VERSION 3.25)

set(decorated "")
foreach(object IN LISTS OBJECTS)
  execute_process(COMMAND "${NM}" --defined-only --extern-only "${object}" OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL " T _?birthcase_[a-z0-9_]+(@[0-9]+)?" found "${symbols}")
  list(APPEND decorated ${found})
endforeach()
list(TRANSFORM decorated REPLACE "^ T _?" "")
list(REMOVE_DUPLICATES decorated)
list(SORT decorated)
list(LENGTH decorated count)
if(count EQUAL 0)
  message(FATAL_ERROR "The objects of the C interface define no function birthcase_…: ${OBJECTS}")
endif()

list(JOIN decorated "\n" lines)
file(WRITE "${FOLDER}/decorated.def" "LIBRARY birthcase.dll\nEXPORTS\n${lines}\n")
set(plain ${decorated})
list(TRANSFORM plain REPLACE "@.*" "")
list(JOIN plain "\n" lines)

set(machine i386:x86-64)
set(machine_of_llvm i386:x86-64)
if(PROCESSOR STREQUAL "i686")
  set(machine i386)
  set(machine_of_llvm i386)
endif()
execute_process(COMMAND "${DLLTOOL}" -m ${machine} -k -d "${FOLDER}/decorated.def" -D birthcase.dll -l "${FOLDER}/libbirthcase.dll.a"
  COMMAND_ERROR_IS_FATAL ANY)
if(ZIG)
  execute_process(COMMAND "${ZIG}" dlltool -m ${machine_of_llvm} -k -d "${FOLDER}/decorated.def" -D birthcase.dll
    -l "${FOLDER}/birthcase.lib" COMMAND_ERROR_IS_FATAL ANY)
endif()
file(WRITE "${FOLDER}/birthcase.def" "LIBRARY birthcase.dll\nEXPORTS\n${lines}\n")
