# The part of ICU that this project uses, as one static library with the data that it reads. Its names end in
# `_birthcase`, so that a host can have an ICU of its own beside it.
set(icu "${SOURCES}/icu/source")
set(icu_data "${SOURCES}/icudata.dat")
set(icu_suffix "_birthcase")
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/icu-sources.txt" icu_sources REGEX "^[a-z]")
list(TRANSFORM icu_sources PREPEND "${icu}/")

# The data: `icudt…_dat` is what ICU looks for.
file(STRINGS "${icu}/common/unicode/uvernum.h" icu_version REGEX "define U_ICU_VERSION_MAJOR_NUM ")
string(REGEX MATCH "[0-9]+" icu_version "${icu_version}")
set(icu_symbol "icudt${icu_suffix}${icu_version}_dat")
set(icu_section ".section .rodata")
set(icu_note ".section .note.GNU-stack,\"\",%progbits")
if(WIN32)
  set(icu_section ".section .rdata,\"dr\"")
  set(icu_note "")
  if(CMAKE_SIZEOF_VOID_P EQUAL 4)
    string(PREPEND icu_symbol "_")
  endif()
endif()
# Hidden: one that can be taken from elsewhere would be looked up at run time.
set(icu_hidden "")
if(NOT WIN32)
  set(icu_hidden ".hidden ${icu_symbol}")
endif()
set(icu_data_source "${CMAKE_CURRENT_BINARY_DIR}/icudata.S")
file(CONFIGURE OUTPUT "${icu_data_source}" CONTENT [=[
@icu_section@
.globl @icu_symbol@
@icu_hidden@
.balign 16
@icu_symbol@:
.incbin "@icu_data@"
@icu_note@
]=] @ONLY)
set_source_files_properties("${icu_data_source}" PROPERTIES OBJECT_DEPENDS "${icu_data}")

add_library(birthcase_icu STATIC ${icu_sources} "${icu_data_source}")
target_compile_features(birthcase_icu PRIVATE cxx_std_17)
target_compile_options(birthcase_icu PRIVATE -w ${small} $<$<COMPILE_LANGUAGE:CXX>:-fvisibility-inlines-hidden>)
target_compile_definitions(birthcase_icu
  PUBLIC U_STATIC_IMPLEMENTATION "U_LIB_SUFFIX_C_NAME=${icu_suffix}"
  PRIVATE U_COMMON_IMPLEMENTATION U_I18N_IMPLEMENTATION U_ATTRIBUTE_DEPRECATED= ICU_NO_USER_DATA_OVERRIDE
    UCONFIG_NO_BREAK_ITERATION=1 UCONFIG_NO_COLLATION=1 UCONFIG_NO_FILE_IO=1 UCONFIG_NO_FORMATTING=1 UCONFIG_NO_IDNA=1
    UCONFIG_NO_SERVICE=1 UCONFIG_NO_TRANSLITERATION=1)
target_include_directories(birthcase_icu
  PUBLIC $<BUILD_INTERFACE:${icu}/common> $<BUILD_INTERFACE:${icu}/i18n> $<INSTALL_INTERFACE:include>)
install(DIRECTORY "${icu}/common/unicode" "${icu}/i18n/unicode" DESTINATION include)
