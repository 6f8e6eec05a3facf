# The libraries that this one stands on.
find_package(Boost 1.81 REQUIRED)
find_package(fmt REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
set(birthcase_icu ICU::i18n ICU::uc ICU::data)
set(birthcase_crypto OpenSSL::Crypto)

set(with_postgresql OFF)
if(BIRTHCASE_STORE AND BIRTHCASE_POSTGRESQL STREQUAL "AUTO")
  find_package(PostgreSQL 14 QUIET)  # whose libpq can send several statements at once
  set(with_postgresql ${PostgreSQL_FOUND})
elseif(BIRTHCASE_STORE AND BIRTHCASE_POSTGRESQL)
  find_package(PostgreSQL 14 REQUIRED)
  set(with_postgresql ON)
endif()

# What opens the store's files.
if(BIRTHCASE_STORE AND BIRTHCASE_SQLCIPHER)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(SQLCIPHER REQUIRED IMPORTED_TARGET sqlcipher)
  set(birthcase_engine PkgConfig::SQLCIPHER)
elseif(BIRTHCASE_STORE)
  find_package(SQLite3 3.37 REQUIRED)  # from there on tables can be STRICT
  set(birthcase_engine SQLite::SQLite3)
endif()
