# Of libsodium SHA-256, Ed25519, Base64 and wiping.
set(sodium "${SOURCES}/libsodium/src/libsodium")
set(sodium_sources
  crypto_core/ed25519/ref10/ed25519_ref10.c
  crypto_hash/sha256/cp/hash_sha256_cp.c crypto_hash/sha256/hash_sha256.c
  crypto_hash/sha512/cp/hash_sha512_cp.c crypto_hash/sha512/hash_sha512.c
  crypto_sign/ed25519/ref10/keypair.c crypto_sign/ed25519/ref10/open.c crypto_sign/ed25519/ref10/sign.c
  crypto_verify/sodium/verify.c
  randombytes/randombytes.c randombytes/sysrandom/randombytes_sysrandom.c
  crypto_stream/chacha20/stream_chacha20.c crypto_stream/chacha20/ref/chacha20_ref.c
  sodium/codecs.c sodium/core.c sodium/runtime.c sodium/utils.c)
list(TRANSFORM sodium_sources PREPEND "${sodium}/")
set(VERSION 1.0.18)
set(SODIUM_LIBRARY_VERSION_MAJOR 10)
set(SODIUM_LIBRARY_VERSION_MINOR 3)
set(SODIUM_LIBRARY_MINIMAL_DEF "#define SODIUM_LIBRARY_MINIMAL 1")
configure_file("${sodium}/include/sodium/version.h.in" "${CMAKE_CURRENT_BINARY_DIR}/sodium/sodium/version.h" @ONLY)
add_library(birthcase_sodium STATIC ${sodium_sources})
target_compile_options(birthcase_sodium PRIVATE -w ${small})
target_compile_definitions(birthcase_sodium PUBLIC SODIUM_STATIC PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN)
if(CMAKE_SIZEOF_VOID_P EQUAL 8)
  target_compile_definitions(birthcase_sodium PRIVATE HAVE_TI_MODE=1)  # integers of 128 bits
endif()
target_include_directories(birthcase_sodium
  PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_BINARY_DIR}/sodium> $<BUILD_INTERFACE:${sodium}/include> $<INSTALL_INTERFACE:include>
  PRIVATE "${sodium}/include/sodium" "${CMAKE_CURRENT_BINARY_DIR}/sodium/sodium")
# core.c has parts of libsodium choose their implementation that are not built here. Nobody calls the function that does it,
# and the linker leaves it out; that of Windows wants the names all the same.
target_link_options(birthcase_sodium INTERFACE LINKER:--gc-sections)
if(WIN32)
  set(sodium_choices "")
  foreach(part IN ITEMS generichash_blake2b onetimeauth_poly1305 pwhash_argon2 scalarmult_curve25519 stream_salsa20)
    string(APPEND sodium_choices "int _crypto_${part}_pick_best_implementation(void) { return 0; }\n")
  endforeach()
  file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/sodium_choices.c" "${sodium_choices}")
  target_sources(birthcase_sodium PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/sodium_choices.c")
endif()
install(DIRECTORY "${sodium}/include/sodium" DESTINATION include FILES_MATCHING PATTERN "*.h")
install(FILES "${sodium}/include/sodium.h" DESTINATION include)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/sodium/sodium/version.h" DESTINATION include/sodium)
