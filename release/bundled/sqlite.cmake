# SQLite, as one file, without what this project does not use.
find_package(Threads REQUIRED)
add_library(birthcase_sqlite STATIC "${SOURCES}/sqlite3.c")
target_compile_options(birthcase_sqlite PRIVATE -w ${small})
target_compile_definitions(birthcase_sqlite PRIVATE
  SQLITE_THREADSAFE=1 SQLITE_SECURE_DELETE SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE)
target_include_directories(birthcase_sqlite PUBLIC $<BUILD_INTERFACE:${SOURCES}> $<INSTALL_INTERFACE:include>)
install(FILES "${SOURCES}/sqlite3.h" DESTINATION include)
