// Written by ./dev interface from capi/interface: change it there.
// clang-format off
#include "functions.hpp"

#include "birthcase_case.h"

namespace walk {
namespace {

using Arguments = std::span<const Argument>;

const std::vector<Function> functions_listed{
    {"birthcase_version", "base",
     {},
     BIRTHCASE_OK,
     {
     },
     [](Arguments) -> birthcase_status {
       return birthcase_version() != nullptr ? BIRTHCASE_OK : BIRTHCASE_INTERNAL;
     }},
    {"birthcase_abi_version", "base",
     {},
     BIRTHCASE_OK,
     {
     },
     [](Arguments) -> birthcase_status {
       return birthcase_abi_version() > 0 ? BIRTHCASE_OK : BIRTHCASE_INTERNAL;
     }},
    {"birthcase_status_name", "base",
     {},
     BIRTHCASE_OK,
     {
         {.name = "status", .role = Role::int32, .number = 2},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_status_name(int32(a[0])) != nullptr ? BIRTHCASE_OK : BIRTHCASE_INTERNAL;
     }},
    {"birthcase_session_new", "base",
     {BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "encoding", .role = Role::int32, .constant = true, .number = 1},
         {.name = "language", .role = Role::int32, .constant = true, .number = 1},
         {.name = "session", .role = Role::handle_out, .kind = Kind::session},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_session_new(int32(a[0]), int32(a[1]), pointer<birthcase_session*>(a[2]));
     }},
    {"birthcase_session_free", "base",
     {BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle_freed, .kind = Kind::session},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_session_free(pointer<birthcase_session*>(a[0]));
     }},
    {"birthcase_session_copy_text", "base",
     {BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_BUFFER_TOO_SMALL},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "buffer", .role = Role::buffer},
         {.name = "capacity", .role = Role::int64, .of = 1},
         {.name = "needed", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_session_copy_text(pointer<birthcase_session>(a[0]), pointer<char>(a[1]), a[2].number, pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_session_error_message", "base",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_session_error_message(pointer<birthcase_session>(a[0]), pointer<const char*>(a[1]), pointer<std::int64_t>(a[2]));
     }},
    {"birthcase_session_error_json", "base",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_session_error_json(pointer<birthcase_session>(a[0]), pointer<const char*>(a[1]), pointer<std::int64_t>(a[2]));
     }},
    {"birthcase_convert", "base",
     {BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "from", .role = Role::int32, .constant = true, .number = 0},
         {.name = "to", .role = Role::int32, .constant = true, .number = 2},
         {.name = "bytes", .role = Role::chars, .example = "a text of some length: 王𠮷", .raw = true},
         {.name = "bytes_length", .role = Role::int64, .of = 3},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_convert(pointer<birthcase_session>(a[0]), int32(a[1]), int32(a[2]), pointer<const char>(a[3]), a[4].number, pointer<const char*>(a[5]), pointer<std::int64_t>(a[6]));
     }},
    {"birthcase_built_in_count", "profile",
     {BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "count", .role = Role::int32_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_built_in_count(pointer<birthcase_session>(a[0]), pointer<std::int32_t>(a[1]));
     }},
    {"birthcase_built_in_id", "profile",
     {BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "index", .role = Role::int32, .number = 1},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_built_in_id(pointer<birthcase_session>(a[0]), int32(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_profile_built_in", "profile",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "id", .role = Role::chars, .example = "base"},
         {.name = "id_length", .role = Role::int64, .of = 1},
         {.name = "profile", .role = Role::handle_out, .kind = Kind::profile},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_built_in(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number, pointer<birthcase_profile*>(a[3]));
     }},
    {"birthcase_built_in_json", "profile",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "id", .role = Role::chars, .example = "yiwu"},
         {.name = "id_length", .role = Role::int64, .of = 1},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_built_in_json(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number, pointer<const char*>(a[3]), pointer<std::int64_t>(a[4]));
     }},
    {"birthcase_session_add_profile", "profile",
     {BIRTHCASE_SYNTAX, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING,
      BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "json", .role = Role::chars, .example = "{\"id\": \"village\", \"title\": {\"zh\": \"测试村\", \"en\": \"Village\"}, \"extends\": \"yiwu\"}"},
         {.name = "json_length", .role = Role::int64, .of = 1},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_session_add_profile(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number);
     }},
    {"birthcase_session_add_calendar", "profile",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "json", .role = Role::chars, .example = "{\"year\":2027,\"notices\":[{\"number\":\"an invented one\",\"announced\":\"2026-11-10\",\"work\":[\"2027-01-09\"]}]}"},
         {.name = "json_length", .role = Role::int64, .of = 1},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_session_add_calendar(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number);
     }},
    {"birthcase_session_add_codes", "profile",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_CONTRADICTION,
      BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "id", .role = Role::chars, .example = "gbt-2261-1"},
         {.name = "id_length", .role = Role::int64, .of = 1},
         {.name = "tsv", .role = Role::chars, .example = "# standard: invented\n# extends: gbt-2261-1\ncode\tzh\n7\tnone of the others\n"},
         {.name = "tsv_length", .role = Role::int64, .of = 3},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_session_add_codes(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number, pointer<const char>(a[3]), a[4].number);
     }},
    {"birthcase_profile_parse", "profile",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "json", .role = Role::chars, .example = "{\"id\": \"village\", \"title\": {\"zh\": \"测试村\", \"en\": \"Village\"}, \"extends\": \"yiwu\"}"},
         {.name = "json_length", .role = Role::int64, .of = 1},
         {.name = "profile", .role = Role::handle_out, .kind = Kind::profile},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_parse(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number, pointer<birthcase_profile*>(a[3]));
     }},
    {"birthcase_profile_share", "profile",
     {BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "other", .role = Role::handle_out, .kind = Kind::profile},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_share(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<birthcase_profile*>(a[2]));
     }},
    {"birthcase_profile_free", "profile",
     {BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "profile", .role = Role::handle_freed, .kind = Kind::profile},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_free(pointer<birthcase_profile*>(a[0]));
     }},
    {"birthcase_profile_id", "profile",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_id(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_profile_title", "profile",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_title(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_profile_version", "profile",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_version(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_profile_form", "profile",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "service", .role = Role::chars, .example = "hukou-registration"},
         {.name = "service_length", .role = Role::int64, .of = 2},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_form(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char*>(a[4]), pointer<std::int64_t>(a[5]));
     }},
    {"birthcase_profile_fields", "profile",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_fields(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_profile_application_schema", "profile",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_profile_application_schema(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_compare", "profile",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profiles", .role = Role::handles, .kind = Kind::profile},
         {.name = "count", .role = Role::int64, .of = 1},
         {.name = "as_of", .role = Role::chars, .example = "2019-06-10"},
         {.name = "as_of_length", .role = Role::int64, .of = 3},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_compare(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile* const>(a[1]), a[2].number, pointer<const char>(a[3]), a[4].number, pointer<const char*>(a[5]), pointer<std::int64_t>(a[6]));
     }},
    {"birthcase_application_new", "application",
     {BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "application", .role = Role::handle_out, .kind = Kind::application},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_new(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<birthcase_application*>(a[2]));
     }},
    {"birthcase_application_parse", "application",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "json", .role = Role::chars, .example = "{\"mother\":{\"name\":\"a name of some length, to be kept\"}}"},
         {.name = "json_length", .role = Role::int64, .of = 2},
         {.name = "application", .role = Role::handle_out, .kind = Kind::application},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_parse(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<birthcase_application*>(a[4]));
     }},
    {"birthcase_application_profile_named_in", "application",
     {BIRTHCASE_SYNTAX, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "json", .role = Role::chars, .example = "{\"profile\": \"yiwu\", \"father\": null}"},
         {.name = "json_length", .role = Role::int64, .of = 1},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_profile_named_in(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number, pointer<const char*>(a[3]), pointer<std::int64_t>(a[4]));
     }},
    {"birthcase_application_copy", "application",
     {BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "copy", .role = Role::handle_out, .kind = Kind::application},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_copy(pointer<birthcase_session>(a[0]), pointer<const birthcase_application>(a[1]), pointer<birthcase_application*>(a[2]));
     }},
    {"birthcase_application_under", "application",
     {BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "other", .role = Role::handle_out, .kind = Kind::application},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_under(pointer<birthcase_session>(a[0]), pointer<const birthcase_application>(a[1]), pointer<const birthcase_profile>(a[2]), pointer<birthcase_application*>(a[3]));
     }},
    {"birthcase_application_free", "application",
     {BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "application", .role = Role::handle_freed, .kind = Kind::application},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_free(pointer<birthcase_application*>(a[0]));
     }},
    {"birthcase_application_put", "application",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "name", .role = Role::chars, .example = "mother.hukou.address"},
         {.name = "name_length", .role = Role::int64, .of = 2},
         {.name = "newborn", .role = Role::int32, .number = -1},
         {.name = "value", .role = Role::chars, .example = "𠮷䶮㛃 and a text of some length"},
         {.name = "value_length", .role = Role::int64, .of = 5},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_put(pointer<birthcase_session>(a[0]), pointer<birthcase_application>(a[1]), pointer<const char>(a[2]), a[3].number, int32(a[4]), pointer<const char>(a[5]), a[6].number);
     }},
    {"birthcase_application_put_none", "application",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "name", .role = Role::chars, .example = "mother"},
         {.name = "name_length", .role = Role::int64, .of = 2},
         {.name = "newborn", .role = Role::int32, .number = -1},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_put_none(pointer<birthcase_session>(a[0]), pointer<birthcase_application>(a[1]), pointer<const char>(a[2]), a[3].number, int32(a[4]));
     }},
    {"birthcase_application_clear", "application",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "name", .role = Role::chars, .example = "newborn.weight_g"},
         {.name = "name_length", .role = Role::int64, .of = 2},
         {.name = "newborn", .role = Role::int32, .number = 0},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_clear(pointer<birthcase_session>(a[0]), pointer<birthcase_application>(a[1]), pointer<const char>(a[2]), a[3].number, int32(a[4]));
     }},
    {"birthcase_application_get", "application",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "name", .role = Role::chars, .example = "mother.name"},
         {.name = "name_length", .role = Role::int64, .of = 2},
         {.name = "newborn", .role = Role::int32, .number = -1},
         {.name = "state", .role = Role::int32_out},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_get(pointer<birthcase_session>(a[0]), pointer<const birthcase_application>(a[1]), pointer<const char>(a[2]), a[3].number, int32(a[4]), pointer<std::int32_t>(a[5]), pointer<const char*>(a[6]), pointer<std::int64_t>(a[7]));
     }},
    {"birthcase_application_newborn_count", "application",
     {BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "count", .role = Role::int32_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_newborn_count(pointer<birthcase_session>(a[0]), pointer<const birthcase_application>(a[1]), pointer<std::int32_t>(a[2]));
     }},
    {"birthcase_application_hand_in", "application",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING,
      BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "type", .role = Role::chars, .example = "id-card"},
         {.name = "type_length", .role = Role::int64, .of = 2},
         {.name = "holder", .role = Role::chars, .example = "father"},
         {.name = "holder_length", .role = Role::int64, .of = 4},
         {.name = "as", .role = Role::int32, .constant = true, .number = 2},
         {.name = "newborn", .role = Role::int32, .number = -1},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_hand_in(pointer<birthcase_session>(a[0]), pointer<birthcase_application>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, int32(a[6]), int32(a[7]));
     }},
    {"birthcase_application_validate", "application",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "count", .role = Role::int32_out},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_validate(pointer<birthcase_session>(a[0]), pointer<const birthcase_application>(a[1]), pointer<std::int32_t>(a[2]), pointer<const char*>(a[3]), pointer<std::int64_t>(a[4]));
     }},
    {"birthcase_application_finding", "application",
     {BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "attribute", .role = Role::int32, .constant = true, .number = 604},
         {.name = "index", .role = Role::int32, .number = 0},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_finding(pointer<birthcase_session>(a[0]), pointer<const birthcase_application>(a[1]), int32(a[2]), int32(a[3]), pointer<const char*>(a[4]), pointer<std::int64_t>(a[5]));
     }},
    {"birthcase_application_json", "application",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_application_json(pointer<birthcase_session>(a[0]), pointer<const birthcase_application>(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_plan_new", "plan",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "application", .role = Role::handle, .kind = Kind::application},
         {.name = "as_of", .role = Role::chars, .example = "2019-06-10"},
         {.name = "as_of_length", .role = Role::int64, .of = 3},
         {.name = "plan", .role = Role::handle_out, .kind = Kind::plan},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_new(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const birthcase_application>(a[2]), pointer<const char>(a[3]), a[4].number, pointer<birthcase_plan*>(a[5]));
     }},
    {"birthcase_plan_free", "plan",
     {BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "plan", .role = Role::handle_freed, .kind = Kind::plan},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_free(pointer<birthcase_plan*>(a[0]));
     }},
    {"birthcase_plan_json", "plan",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "plan", .role = Role::handle, .kind = Kind::plan},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_json(pointer<birthcase_session>(a[0]), pointer<const birthcase_plan>(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_plan_json_parts", "plan",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "plan", .role = Role::handle, .kind = Kind::plan},
         {.name = "parts", .role = Role::chars, .example = "form,route"},
         {.name = "parts_length", .role = Role::int64, .of = 2},
         {.name = "without", .role = Role::int32, .constant = true, .number = 1},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_json_parts(pointer<birthcase_session>(a[0]), pointer<const birthcase_plan>(a[1]), pointer<const char>(a[2]), a[3].number, int32(a[4]), pointer<const char*>(a[5]), pointer<std::int64_t>(a[6]));
     }},
    {"birthcase_plan_document", "plan",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "json", .role = Role::chars, .example = "{\"mother\":{\"id_type\":\"01\"},\"newborns\":[{}]}"},
         {.name = "json_length", .role = Role::int64, .of = 2},
         {.name = "as_of", .role = Role::chars, .example = "2019-06-10"},
         {.name = "as_of_length", .role = Role::int64, .of = 4},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_document(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char*>(a[6]), pointer<std::int64_t>(a[7]));
     }},
    {"birthcase_plan_document_parts", "plan",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "json", .role = Role::chars, .example = "{\"newborns\":[{}]}"},
         {.name = "json_length", .role = Role::int64, .of = 2},
         {.name = "as_of", .role = Role::chars, .example = "2019-06-10"},
         {.name = "as_of_length", .role = Role::int64, .of = 4},
         {.name = "parts", .role = Role::chars, .example = "findings,evidence"},
         {.name = "parts_length", .role = Role::int64, .of = 6},
         {.name = "without", .role = Role::int32, .constant = true, .number = 2},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_document_parts(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char>(a[6]), a[7].number, int32(a[8]), pointer<const char*>(a[9]), pointer<std::int64_t>(a[10]));
     }},
    {"birthcase_plan_columns", "plan",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
         {.name = "json", .role = Role::chars, .example = "{\"channel\":\"hospital\",\"newborns\":[{}]}!"},
         {.name = "offsets", .role = Role::int32s, .numbers = {0, 38, 39}},
         {.name = "count", .role = Role::int64, .of = 3, .number = 1},
         {.name = "as_of", .role = Role::chars, .example = "2019-06-10"},
         {.name = "as_of_length", .role = Role::int64, .of = 5},
         {.name = "attributes", .role = Role::int32s, .numbers = {1002, 12, 15, 302}},
         {.name = "attribute_count", .role = Role::int64, .of = 7},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_columns(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char>(a[2]), pointer<const std::int32_t>(a[3]), a[4].number, pointer<const char>(a[5]), a[6].number, pointer<const std::int32_t>(a[7]), a[8].number, pointer<const char*>(a[9]), pointer<std::int64_t>(a[10]));
     }},
    {"birthcase_plan_count", "plan",
     {BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "plan", .role = Role::handle, .kind = Kind::plan},
         {.name = "list", .role = Role::int32, .constant = true, .number = 4},
         {.name = "count", .role = Role::int32_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_count(pointer<birthcase_session>(a[0]), pointer<const birthcase_plan>(a[1]), int32(a[2]), pointer<std::int32_t>(a[3]));
     }},
    {"birthcase_plan_text", "plan",
     {BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "plan", .role = Role::handle, .kind = Kind::plan},
         {.name = "attribute", .role = Role::int32, .constant = true, .number = 413},
         {.name = "index", .role = Role::int32, .number = 0},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_text(pointer<birthcase_session>(a[0]), pointer<const birthcase_plan>(a[1]), int32(a[2]), int32(a[3]), pointer<const char*>(a[4]), pointer<std::int64_t>(a[5]));
     }},
    {"birthcase_plan_number", "plan",
     {BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "plan", .role = Role::handle, .kind = Kind::plan},
         {.name = "attribute", .role = Role::int32, .constant = true, .number = 308},
         {.name = "index", .role = Role::int32, .number = 0},
         {.name = "number", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_plan_number(pointer<birthcase_session>(a[0]), pointer<const birthcase_plan>(a[1]), int32(a[2]), int32(a[3]), pointer<std::int64_t>(a[4]));
     }},
    {"birthcase_rule_tests_profile_named_in", "rule_tests",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_CONTRADICTION, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "json", .role = Role::chars, .example = "{\"profile\": \"yiwu\", \"as_of\": \"2019-06-10\", \"cases\": [{\"name\": \"one that fails\", \"given\": {\"mother\": {\"id_type\": \"01\"}}, \"expect\": {\"evidence\": {\"exactly\": []}}}]}"},
         {.name = "json_length", .role = Role::int64, .of = 1},
         {.name = "index", .role = Role::int32, .number = 0},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_rule_tests_profile_named_in(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number, int32(a[3]), pointer<const char*>(a[4]), pointer<std::int64_t>(a[5]));
     }},
    {"birthcase_rule_tests_run", "rule_tests",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profiles", .role = Role::handles, .kind = Kind::profile},
         {.name = "count", .role = Role::int64, .of = 1},
         {.name = "json", .role = Role::chars, .example = "{\"profile\": \"yiwu\", \"as_of\": \"2019-06-10\", \"cases\": [{\"name\": \"one that fails\", \"given\": {\"mother\": {\"id_type\": \"01\"}}, \"expect\": {\"evidence\": {\"exactly\": []}}}]}"},
         {.name = "json_length", .role = Role::int64, .of = 3},
         {.name = "document", .role = Role::chars, .example = "a document"},
         {.name = "document_length", .role = Role::int64, .of = 5},
         {.name = "format", .role = Role::int32, .constant = true, .number = 2},
         {.name = "passed", .role = Role::int32_out},
         {.name = "failed", .role = Role::int32_out},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_rule_tests_run(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile* const>(a[1]), a[2].number, pointer<const char>(a[3]), a[4].number, pointer<const char>(a[5]), a[6].number, int32(a[7]), pointer<std::int32_t>(a[8]), pointer<std::int32_t>(a[9]), pointer<const char*>(a[10]), pointer<std::int64_t>(a[11]));
     }},
    {"birthcase_case_new", "case",
     {BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile, .example = "@wenling"},
         {.name = "case_id", .role = Role::chars, .example = "wl-2019-0001"},
         {.name = "case_id_length", .role = Role::int64, .of = 2},
         {.name = "made", .role = Role::handle_out, .kind = Kind::birth_case},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_new(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<birthcase_case*>(a[4]));
     }},
    {"birthcase_case_replay", "case",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile, .example = "@wenling"},
         {.name = "events", .role = Role::chars, .example = "@events"},
         {.name = "events_length", .role = Role::int64, .of = 2},
         {.name = "made", .role = Role::handle_out, .kind = Kind::birth_case},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_replay(pointer<birthcase_session>(a[0]), pointer<const birthcase_profile>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<birthcase_case*>(a[4]));
     }},
    {"birthcase_case_free", "case",
     {BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "handle", .role = Role::handle_freed, .kind = Kind::birth_case},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_free(pointer<birthcase_case*>(a[0]));
     }},
    {"birthcase_case_id", "case",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "handle", .role = Role::handle, .kind = Kind::birth_case},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_id(pointer<birthcase_session>(a[0]), pointer<const birthcase_case>(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_case_version", "case",
     {BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "handle", .role = Role::handle, .kind = Kind::birth_case},
         {.name = "version", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_version(pointer<birthcase_session>(a[0]), pointer<const birthcase_case>(a[1]), pointer<std::int64_t>(a[2]));
     }},
    {"birthcase_case_profile", "case",
     {BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "handle", .role = Role::handle, .kind = Kind::birth_case},
         {.name = "profile", .role = Role::handle_out, .kind = Kind::profile},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_profile(pointer<birthcase_session>(a[0]), pointer<const birthcase_case>(a[1]), pointer<birthcase_profile*>(a[2]));
     }},
    {"birthcase_case_do", "case",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY,
      BIRTHCASE_REFUSED},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "handle", .role = Role::handle, .kind = Kind::birth_case},
         {.name = "command", .role = Role::chars, .example = "{\"do\":\"answer\",\"by\":\"hospital\",\"message\":\"wl-2019-0001:birth-certificate#1:1\",\"result\":\"acknowledged\"}"},
         {.name = "command_length", .role = Role::int64, .of = 2},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 4},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_do(pointer<birthcase_session>(a[0]), pointer<birthcase_case>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char*>(a[6]), pointer<std::int64_t>(a[7]));
     }},
    {"birthcase_case_json", "case",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "handle", .role = Role::handle, .kind = Kind::birth_case},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 2},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_json(pointer<birthcase_session>(a[0]), pointer<const birthcase_case>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char*>(a[4]), pointer<std::int64_t>(a[5]));
     }},
    {"birthcase_case_events", "case",
     {BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "handle", .role = Role::handle, .kind = Kind::birth_case},
         {.name = "after", .role = Role::int64, .number = 0},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_events(pointer<birthcase_session>(a[0]), pointer<const birthcase_case>(a[1]), a[2].number, pointer<const char*>(a[3]), pointer<std::int64_t>(a[4]));
     }},
    {"birthcase_case_plan", "case",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "handle", .role = Role::handle, .kind = Kind::birth_case},
         {.name = "today", .role = Role::chars, .example = "2019-04-29"},
         {.name = "today_length", .role = Role::int64, .of = 2},
         {.name = "plan", .role = Role::handle_out, .kind = Kind::plan},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_plan(pointer<birthcase_session>(a[0]), pointer<const birthcase_case>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<birthcase_plan*>(a[4]));
     }},
    {"birthcase_case_due", "case",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "handle", .role = Role::handle, .kind = Kind::birth_case},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 2},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_due(pointer<birthcase_session>(a[0]), pointer<const birthcase_case>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char*>(a[4]), pointer<std::int64_t>(a[5]));
     }},
    {"birthcase_case_paper", "case",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING,
      BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_REFUSED},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "handle", .role = Role::handle, .kind = Kind::birth_case},
         {.name = "paper", .role = Role::chars, .example = "notice"},
         {.name = "paper_length", .role = Role::int64, .of = 2},
         {.name = "organisation", .role = Role::chars, .example = ""},
         {.name = "organisation_length", .role = Role::int64, .of = 4},
         {.name = "today", .role = Role::chars, .example = "2019-04-29"},
         {.name = "today_length", .role = Role::int64, .of = 6},
         {.name = "format", .role = Role::chars, .example = "html"},
         {.name = "format_length", .role = Role::int64, .of = 8},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_case_paper(pointer<birthcase_session>(a[0]), pointer<const birthcase_case>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char>(a[6]), a[7].number, pointer<const char>(a[8]), a[9].number, pointer<const char*>(a[10]), pointer<std::int64_t>(a[11]));
     }},
};

}  // namespace

const std::vector<Function>& functions() { return functions_listed; }

}  // namespace walk
