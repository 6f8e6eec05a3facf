// Notes of a store's heads, taken and compared with it.
#include <birthcase/anchor.hpp>
#include <birthcase/store_json.hpp>

#include "store_handle.hpp"

#include <string_view>

using namespace birthcase;
using namespace birthcase::capi;

namespace {

constexpr std::size_t note_limit = std::size_t{1} << 30;

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_store_anchor(birthcase_session* session, birthcase_store* store,
                                                       const char* now, int64_t now_length, const char* private_key,
                                                       int64_t private_key_length, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const std::string_view key = bytes_of({"private_key", private_key, private_key_length});
    const DateTime moment = now_in(open, now, now_length);
    // A note is ASCII in every encoding.
    yield_bytes(open, need(store::anchor(*cases.kept, moment, key)), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_store_verify_against(birthcase_session* session, birthcase_store* store,
                                                               const char* note, int64_t note_length,
                                                               const char* public_key, int64_t public_key_length,
                                                               const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    birthcase_store& cases = object(store, "store");
    const std::string_view noted = bytes_of({"note", note, note_length, note_limit});
    const std::string_view key = bytes_of({"public_key", public_key, public_key_length});
    yield(open, store::to_json(need(store::verify_against(*cases.kept, noted, key))), {text, length});
  });
}

}  // extern "C"
