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
foreach(tool IN ITEMS cc c++ ar ranlib)  # the system's ar knows the system's objects only
  if(NOT EXISTS "${zig_scripts}/${tool}")
    set(zig_target "")
    if(tool MATCHES "^c")
      set(zig_target "-target ${ZIG_TARGET} -O2")  # or it would make its C++ runtime once more to try the compiler
    endif()
    file(WRITE "${zig_scripts}/${tool}" "#!/bin/sh\nexec '${ZIG}' ${tool} ${zig_target} \"$@\"\n")
    file(CHMOD "${zig_scripts}/${tool}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  endif()
endforeach()
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_C_COMPILER "${zig_scripts}/cc")
set(CMAKE_CXX_COMPILER "${zig_scripts}/c++")
set(CMAKE_AR "${zig_scripts}/ar")
set(CMAKE_RANLIB "${zig_scripts}/ranlib")
set(CMAKE_STRIP "${CMAKE_SYSTEM_PROCESSOR}-linux-gnu-strip")  # of Debian's binutils for that machine
set(CMAKE_FIND_USE_CMAKE_SYSTEM_PATH FALSE)  # nothing of the building machine's
