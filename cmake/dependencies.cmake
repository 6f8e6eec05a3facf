# The libraries that this one stands on. The system's; with BIRTHCASE_BUNDLED those that release/bundled makes, so that what
# comes out needs the C library alone (docs/releases.md).
find_package(Boost 1.81 REQUIRED)
find_package(fmt REQUIRED)

if(BIRTHCASE_BUNDLED)
  find_package(birthcase-bundled CONFIG REQUIRED)
  set(birthcase_icu birthcase-bundled::icu)
  set(birthcase_crypto birthcase-bundled::sodium)
  set(birthcase_engine birthcase-bundled::sqlite)
  set(crypto_not_used openssl)
else()
  find_package(ICU REQUIRED COMPONENTS uc i18n data)
  find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
  set(birthcase_icu ICU::i18n ICU::uc ICU::data)
  set(birthcase_crypto OpenSSL::Crypto)
  set(crypto_not_used sodium)
endif()

set(with_postgresql OFF)
if(BIRTHCASE_BUNDLED AND (BIRTHCASE_SQLCIPHER OR BIRTHCASE_POSTGRESQL STREQUAL "ON"))
  message(FATAL_ERROR "BIRTHCASE_BUNDLED has neither SQLCipher nor libpq: build against the system's libraries for them")
elseif(BIRTHCASE_STORE AND NOT BIRTHCASE_BUNDLED AND BIRTHCASE_POSTGRESQL STREQUAL "AUTO")
  find_package(PostgreSQL 14 QUIET)  # whose libpq can send several statements at once
  set(with_postgresql ${PostgreSQL_FOUND})
elseif(BIRTHCASE_STORE AND NOT BIRTHCASE_BUNDLED AND BIRTHCASE_POSTGRESQL)
  find_package(PostgreSQL 14 REQUIRED)
  set(with_postgresql ON)
endif()

# What opens the store's files.
if(BIRTHCASE_STORE AND BIRTHCASE_SQLCIPHER)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(SQLCIPHER REQUIRED IMPORTED_TARGET sqlcipher)
  set(birthcase_engine PkgConfig::SQLCIPHER)
elseif(BIRTHCASE_STORE AND NOT BIRTHCASE_BUNDLED)
  find_package(SQLite3 3.37 REQUIRED)  # from there on tables can be STRICT
  set(birthcase_engine SQLite::SQLite3)
endif()

# What reads and writes XML.
set(with_exchange OFF)
if(BIRTHCASE_EXCHANGE STREQUAL "AUTO")
  find_package(pugixml 1.13 QUIET)
  set(with_exchange ${pugixml_FOUND})
  if(NOT with_exchange)
    message(STATUS "birthcase: no pugixml (libpugixml-dev): the exchange with other systems is left out")
  endif()
elseif(BIRTHCASE_EXCHANGE)
  find_package(pugixml 1.13 REQUIRED)
  set(with_exchange ON)
endif()
