// A case as one document. Data and personal texts are texts in it, not objects: the chain is over their bytes.
#include "json/writer.hpp"
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/case_document.hpp"
#include "sql_store/load.hpp"

#include <utility>

namespace birthcase::store {
namespace {

void write_hexadecimal(JsonWriter& json, std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text += digits[static_cast<unsigned char>(byte) >> 4];
    text += digits[static_cast<unsigned char>(byte) & 15];
  }
  json.text(text);
}

template <std::size_t N>
void write_personal_at(JsonWriter& json, const char (&name)[N], const PersonalText& personal) {
  json.key(name);
  if (personal.erased) return json.null();
  json.open_object();
  json.key("salt");
  write_hexadecimal(json, personal.salt);
  json.text_at("text", personal.text);
  json.close_object();
}

void write(JsonWriter& json, const KeptEvent& event) {
  json.open_object();
  json.number_at("sequence", event.sequence);
  json.text_at("at", event.at);
  json.text_at("by", event.by);
  json.text_at("type", event.type);
  json.text_at("data", event.data);
  write_personal_at(json, "personal", event.personal);
  json.text_at("personal_digest", event.personal_digest);
  json.text_at("message_digest", event.message_digest);
  json.text_at("hash", event.hash);
  json.close_object();
}

void write(JsonWriter& json, const KeptRow& row) {
  json.open_object();
  json.text_at("id", row.message.id);
  json.number_at("sequence", row.message.sequence);
  json.text_at("step", row.step);
  json.text_at("organisation", row.organisation);
  write_personal_at(json, "body", row.message.body);
  json.boolean_at("acknowledged", row.acknowledged);
  json.number_at("attempts", row.attempts);
  json.close_object();
}

void write(JsonWriter& json, const std::vector<ProfileText>& layers) {
  json.open_array();
  for (const ProfileText& layer : layers) {
    json.open_object();
    json.text_at("id", layer.id);
    json.text_at("text", layer.text);
    json.close_object();
  }
  json.close_array();
}

Result<std::string> document_of(sql::Database& database, RulesTexts& rules, std::string_view case_id) {
  if (auto done = database.need_personal_texts(); !done) return done.error();
  const auto row = need_case(database, case_id);
  if (!row) return row.error();
  const auto layers = rules.read(database, case_id);
  if (!layers) return layers.error();

  JsonWriter json;
  json.open_object();
  json.text_at("format", case_document_format);
  json.text_at("case", row->id);
  json.text_at("profile", row->profile);
  json.text_at("status", row->status);
  json.number_at("version", row->version);
  json.text_at("head", row->head);
  json.key("layers");
  write(json, *layers);
  json.key("events");
  json.open_array();
  std::vector<KeptRow> messages;
  const auto take = [&](KeptEvent&& event, std::optional<KeptRow>&& message) -> Result<void> {
    write(json, event);
    if (message) messages.push_back(std::move(*message));
    return {};
  };
  if (auto done = read_events(database, case_id, take); !done) return done.error();
  json.close_array();
  json.key("messages");
  json.open_array();
  for (const KeptRow& message : messages) write(json, message);
  json.close_array();
  json.close_object();
  return json.take();
}

}  // namespace

Result<std::string> SqlStore::export_case(std::string_view case_id) {
  return sql::read(*database_, [&] { return document_of(*database_, rules_, case_id); });
}

}  // namespace birthcase::store
