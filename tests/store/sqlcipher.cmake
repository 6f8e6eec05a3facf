# The same tests once more with SQLCipher as the engine, every file encrypted, and what is about encryption: wherever
# SQLCipher is at hand, whichever engine the store itself was built with.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(SQLCIPHER QUIET IMPORTED_TARGET sqlcipher)
endif()
if(NOT SQLCIPHER_FOUND)
  add_test(NAME store/encryption COMMAND "${CMAKE_COMMAND}" -E echo "SQLCipher: skipped, libsqlcipher-dev is not installed")
  set_tests_properties(store/encryption PROPERTIES SKIP_REGULAR_EXPRESSION "SQLCipher: skipped")
  return()
endif()

find_package(fmt REQUIRED)
birthcase_add_store(birthcase_store_sqlcipher PkgConfig::SQLCIPHER)
add_store_tests(birthcase_store_sqlcipher_tests birthcase_store_sqlcipher PkgConfig::SQLCIPHER
  encrypted_test.cpp every_file_encrypted.cpp memory.cpp written.cpp)
add_postgresql(birthcase_store_sqlcipher_tests)
target_include_directories(birthcase_store_sqlcipher_tests PRIVATE "${PROJECT_SOURCE_DIR}/store/src")
target_compile_definitions(birthcase_store_sqlcipher_tests PRIVATE SQLITE_HAS_CODEC)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")  # whose shadows of memory are endless
  target_compile_definitions(birthcase_store_sqlcipher_tests PRIVATE BIRTHCASE_LOOKS_INTO_MEMORY)
endif()
target_link_libraries(birthcase_store_sqlcipher_tests PRIVATE OpenSSL::Crypto)

# Those that look for texts in the bytes of a file, or change these, are about files that are not encrypted.
set(in_clear ${only_in_files} erase_damaged_test.cpp erase_test.cpp every_text_test.cpp older_texts_test.cpp)
list(TRANSFORM in_clear PREPEND "*/store/")
set(encrypted ${store_tests})
list(REMOVE_ITEM encrypted ${in_clear})
list(JOIN in_clear "," in_clear)
list(JOIN encrypted "," encrypted)
add_test(NAME store/encryption COMMAND birthcase_store_sqlcipher_tests "--source-file=*/store/encrypted_test.cpp" --no-skip)
add_test(NAME store/on-sqlcipher COMMAND birthcase_store_sqlcipher_tests "--source-file=${in_clear}" --no-skip)
add_test(NAME store/on-sqlcipher-encrypted
  COMMAND birthcase_store_sqlcipher_tests "--source-file=${encrypted}" --no-skip)
set_tests_properties(store/on-sqlcipher-encrypted PROPERTIES ENVIRONMENT "BIRTHCASE_STORE_TESTS=encrypted")
