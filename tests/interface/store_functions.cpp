// Written by ./dev interface from capi/interface: change it there.
// clang-format off
#include "functions.hpp"

#include "birthcase_store.h"

namespace walk {
namespace {

using Arguments = std::span<const Argument>;

const std::vector<Function> store_functions_listed{
    {"birthcase_store_open", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_REFUSED, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "file", .role = Role::chars, .example = "@file"},
         {.name = "file_length", .role = Role::int64, .of = 1},
         {.name = "mode", .role = Role::int32, .constant = true, .number = 0},
         {.name = "store", .role = Role::handle_out, .kind = Kind::store},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_open(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number, int32(a[3]), pointer<birthcase_store*>(a[4]));
     }},
    {"birthcase_store_open_with_key", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_REFUSED, BIRTHCASE_STORAGE},
     BIRTHCASE_OUT_OF_RANGE,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "file", .role = Role::chars, .example = "@file"},
         {.name = "file_length", .role = Role::int64, .of = 1},
         {.name = "mode", .role = Role::int32, .constant = true, .number = 1},
         {.name = "key", .role = Role::chars, .example = "short", .raw = true},
         {.name = "key_length", .role = Role::int64, .of = 4},
         {.name = "store", .role = Role::handle_out, .kind = Kind::store},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_open_with_key(pointer<birthcase_session>(a[0]), pointer<const char>(a[1]), a[2].number, int32(a[3]), pointer<const char>(a[4]), a[5].number, pointer<birthcase_store*>(a[6]));
     }},
    {"birthcase_store_free", "store",
     {BIRTHCASE_BAD_HANDLE},
     BIRTHCASE_OK,
     {
         {.name = "store", .role = Role::handle_freed, .kind = Kind::store},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_free(pointer<birthcase_store*>(a[0]));
     }},
    {"birthcase_store_add_profile", "store",
     {BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_add_profile(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const birthcase_profile>(a[2]));
     }},
    {"birthcase_store_open_case", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY,
      BIRTHCASE_REFUSED, BIRTHCASE_CONFLICT, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "profile", .role = Role::handle, .kind = Kind::profile, .example = "@wenling"},
         {.name = "case_id", .role = Role::chars, .example = "new"},
         {.name = "case_id_length", .role = Role::int64, .of = 3},
         {.name = "command", .role = Role::chars, .example = "@opening"},
         {.name = "command_length", .role = Role::int64, .of = 5},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 7},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_open_case(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const birthcase_profile>(a[2]), pointer<const char>(a[3]), a[4].number, pointer<const char>(a[5]), a[6].number, pointer<const char>(a[7]), a[8].number, pointer<const char*>(a[9]), pointer<std::int64_t>(a[10]));
     }},
    {"birthcase_store_do", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY,
      BIRTHCASE_REFUSED, BIRTHCASE_CONFLICT, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "case_id", .role = Role::chars, .example = "wl-2019-0001"},
         {.name = "case_id_length", .role = Role::int64, .of = 2},
         {.name = "command", .role = Role::chars, .example = "{\"do\":\"answer\",\"by\":\"hospital\",\"message\":\"wl-2019-0001:birth-certificate#1:1\",\"result\":\"acknowledged\"}"},
         {.name = "command_length", .role = Role::int64, .of = 4},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 6},
         {.name = "expected_version", .role = Role::int64, .number = -1},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_do(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char>(a[6]), a[7].number, a[8].number, pointer<const char*>(a[9]), pointer<std::int64_t>(a[10]));
     }},
    {"birthcase_store_load", "store",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_CONTRADICTION,
      BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_CONFLICT, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "case_id", .role = Role::chars, .example = "wl-2019-0001"},
         {.name = "case_id_length", .role = Role::int64, .of = 2},
         {.name = "loaded", .role = Role::handle_out, .kind = Kind::birth_case},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_load(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<birthcase_case*>(a[4]));
     }},
    {"birthcase_store_cases", "store",
     {BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY,
      BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "after", .role = Role::chars, .example = ""},
         {.name = "after_length", .role = Role::int64, .of = 2},
         {.name = "limit", .role = Role::int32, .number = 9},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_cases(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, int32(a[4]), pointer<const char*>(a[5]), pointer<std::int64_t>(a[6]));
     }},
    {"birthcase_store_lease", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_REFUSED, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "connector", .role = Role::chars, .example = "link"},
         {.name = "connector_length", .role = Role::int64, .of = 2},
         {.name = "organisation", .role = Role::chars, .example = ""},
         {.name = "organisation_length", .role = Role::int64, .of = 4},
         {.name = "now", .role = Role::chars, .example = "2019-04-30T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 6},
         {.name = "seconds", .role = Role::int32, .number = 60},
         {.name = "limit", .role = Role::int32, .number = 9},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_lease(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char>(a[6]), a[7].number, int32(a[8]), int32(a[9]), pointer<const char*>(a[10]), pointer<std::int64_t>(a[11]));
     }},
    {"birthcase_store_renew", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING,
      BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_REFUSED, BIRTHCASE_CONFLICT,
      BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "message", .role = Role::chars, .example = "wl-2019-0001:birth-certificate#1:1"},
         {.name = "message_length", .role = Role::int64, .of = 2},
         {.name = "connector", .role = Role::chars, .example = "link"},
         {.name = "connector_length", .role = Role::int64, .of = 4},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 6},
         {.name = "seconds", .role = Role::int32, .number = 90},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_renew(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char>(a[6]), a[7].number, int32(a[8]));
     }},
    {"birthcase_store_ack", "store",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_REFUSED, BIRTHCASE_CONFLICT, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "message", .role = Role::chars, .example = "wl-2019-0001:birth-certificate#1:1"},
         {.name = "message_length", .role = Role::int64, .of = 2},
         {.name = "connector", .role = Role::chars, .example = "link"},
         {.name = "connector_length", .role = Role::int64, .of = 4},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_ack(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number);
     }},
    {"birthcase_store_failed", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_MISSING,
      BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_REFUSED, BIRTHCASE_CONFLICT,
      BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "message", .role = Role::chars, .example = "wl-2019-0001:birth-certificate#1:1"},
         {.name = "message_length", .role = Role::int64, .of = 2},
         {.name = "connector", .role = Role::chars, .example = "link"},
         {.name = "connector_length", .role = Role::int64, .of = 4},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 6},
         {.name = "reason", .role = Role::chars, .example = "line"},
         {.name = "reason_length", .role = Role::int64, .of = 8},
         {.name = "first_pause", .role = Role::int32, .number = 0},
         {.name = "longest_pause", .role = Role::int32, .number = 0},
         {.name = "most_failures", .role = Role::int32, .number = 0},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_failed(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char>(a[6]), a[7].number, pointer<const char>(a[8]), a[9].number, int32(a[10]), int32(a[11]), int32(a[12]), pointer<const char*>(a[13]), pointer<std::int64_t>(a[14]));
     }},
    {"birthcase_store_retry", "store",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_REFUSED, BIRTHCASE_CONFLICT, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "message", .role = Role::chars, .example = "wl-2019-0001:birth-certificate#1:1"},
         {.name = "message_length", .role = Role::int64, .of = 2},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_retry(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number);
     }},
    {"birthcase_store_waiting", "store",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "after", .role = Role::chars, .example = ""},
         {.name = "after_length", .role = Role::int64, .of = 2},
         {.name = "limit", .role = Role::int32, .number = 9},
         {.name = "dead_only", .role = Role::int32, .number = 0},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_waiting(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, int32(a[4]), int32(a[5]), pointer<const char*>(a[6]), pointer<std::int64_t>(a[7]));
     }},
    {"birthcase_store_due", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "until", .role = Role::chars, .example = "2019-05-06"},
         {.name = "until_length", .role = Role::int64, .of = 2},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 4},
         {.name = "limit", .role = Role::int32, .number = 9},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_due(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, int32(a[6]), pointer<const char*>(a[7]), pointer<std::int64_t>(a[8]));
     }},
    {"birthcase_store_verify", "store",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "case_id", .role = Role::chars, .example = ""},
         {.name = "case_id_length", .role = Role::int64, .of = 2},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_verify(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char*>(a[4]), pointer<std::int64_t>(a[5]));
     }},
    {"birthcase_store_anchor", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 2},
         {.name = "private_key", .role = Role::chars, .example = ""},
         {.name = "private_key_length", .role = Role::int64, .of = 4},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_anchor(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char*>(a[6]), pointer<std::int64_t>(a[7]));
     }},
    {"birthcase_store_verify_against", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING,
      BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "note", .role = Role::chars, .example = "birthcase-anchor 1\nat 2019-04-29T09:20\ncase nobody 1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\ncases 1\ndigest 41a1e926295e94a0e0ebb00b80765b993d2021e93792803634ba4dd8fea3e0cc\n"},
         {.name = "note_length", .role = Role::int64, .of = 2},
         {.name = "public_key", .role = Role::chars, .example = ""},
         {.name = "public_key_length", .role = Role::int64, .of = 4},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_verify_against(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char*>(a[6]), pointer<std::int64_t>(a[7]));
     }},
    {"birthcase_store_repair", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT,
      BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_REFUSED, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "case_id", .role = Role::chars, .example = ""},
         {.name = "case_id_length", .role = Role::int64, .of = 2},
         {.name = "now", .role = Role::chars, .example = "2019-04-29T09:20"},
         {.name = "now_length", .role = Role::int64, .of = 4},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_repair(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char>(a[4]), a[5].number, pointer<const char*>(a[6]), pointer<std::int64_t>(a[7]));
     }},
    {"birthcase_store_damaged", "store",
     {BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_damaged(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char*>(a[2]), pointer<std::int64_t>(a[3]));
     }},
    {"birthcase_store_export", "store",
     {BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE,
      BIRTHCASE_OUT_OF_MEMORY, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "case_id", .role = Role::chars, .example = "wl-2019-0001"},
         {.name = "case_id_length", .role = Role::int64, .of = 2},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_export(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char*>(a[4]), pointer<std::int64_t>(a[5]));
     }},
    {"birthcase_store_import", "store",
     {BIRTHCASE_SYNTAX, BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,
      BIRTHCASE_CONTRADICTION, BIRTHCASE_MISSING, BIRTHCASE_BAD_ARGUMENT, BIRTHCASE_BAD_HANDLE, BIRTHCASE_OUT_OF_MEMORY,
      BIRTHCASE_REFUSED, BIRTHCASE_CONFLICT, BIRTHCASE_STORAGE},
     BIRTHCASE_OK,
     {
         {.name = "session", .role = Role::handle, .kind = Kind::session},
         {.name = "store", .role = Role::handle, .kind = Kind::store},
         {.name = "json", .role = Role::chars, .example = "@export"},
         {.name = "json_length", .role = Role::int64, .of = 2},
         {.name = "text", .role = Role::text_out},
         {.name = "length", .role = Role::int64_out},
     },
     [](Arguments a) -> birthcase_status {
       return birthcase_store_import(pointer<birthcase_session>(a[0]), pointer<birthcase_store>(a[1]), pointer<const char>(a[2]), a[3].number, pointer<const char*>(a[4]), pointer<std::int64_t>(a[5]));
     }},
};

}  // namespace

const std::vector<Function>& store_functions() { return store_functions_listed; }

}  // namespace walk
