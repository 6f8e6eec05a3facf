# What the toolchains of zig have in common. ZIG_TARGET says which; the compilers are scripts that name it, since CMake
# takes one word for a compiler. `zig` is on the PATH, or ZIG names it.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES ZIG ZIG_TARGET)
if(NOT ZIG)
  find_program(ZIG zig REQUIRED)
endif()
set(zig_scripts "${CMAKE_BINARY_DIR}/zig-${ZIG_TARGET}")
if(CMAKE_BINARY_DIR MATCHES "CMakeScratch|CMakeTmp")  # a try: the scripts of the build are there
  string(REGEX REPLACE "/CMakeFiles/.*" "" zig_scripts "${CMAKE_BINARY_DIR}")
  string(APPEND zig_scripts "/zig-${ZIG_TARGET}")
endif()
foreach(tool IN ITEMS cc c++)
  if(NOT EXISTS "${zig_scripts}/${tool}")
    file(WRITE "${zig_scripts}/${tool}" "#!/bin/sh\nexec '${ZIG}' ${tool} -target ${ZIG_TARGET} \"$@\"\n")
    file(CHMOD "${zig_scripts}/${tool}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  endif()
endforeach()
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_C_COMPILER "${zig_scripts}/cc")
set(CMAKE_CXX_COMPILER "${zig_scripts}/c++")
set(CMAKE_FIND_USE_CMAKE_SYSTEM_PATH FALSE)  # nothing of the building machine's
