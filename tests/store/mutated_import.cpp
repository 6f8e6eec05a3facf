#include "mutated_import.hpp"

#include <birthcase/store_json.hpp>

#include "chain.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <limits>
#include <string_view>
#include <utility>

namespace birthcase::tests {
namespace {

namespace js = boost::json;

constexpr int deepest = 12;

std::string text_at(const js::value& object, std::string_view key) {
  const js::value* value = object.is_object() ? object.get_object().if_contains(key) : nullptr;
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::string bytes_of(std::string_view digits) {
  const auto value = [](char digit) { return digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10; };
  std::string bytes;
  for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
    bytes += static_cast<char>(value(digits[at]) * 16 + value(digits[at + 1]));
  }
  return bytes;
}

std::string digest_of(const js::value& personal) {
  return store::digest_of({.salt = bytes_of(text_at(personal, "salt")), .text = text_at(personal, "text")});
}

std::uint64_t number_at(const js::value& object, std::string_view key) {
  const js::value* value = object.is_object() ? object.get_object().if_contains(key) : nullptr;
  js::error_code failed;
  const auto number = value == nullptr ? 0 : value->to_number<std::uint64_t>(failed);
  return failed ? 0 : number;
}

js::array* list_at(js::object& document, std::string_view key) {
  js::value* value = document.if_contains(key);
  return value == nullptr ? nullptr : value->if_array();
}

// The digest of the message that an event made; empty if it made none.
std::string message_digest(js::object& document, std::uint64_t sequence) {
  const js::array* messages = list_at(document, "messages");
  if (messages == nullptr) return {};
  for (const js::value& each : *messages) {
    if (number_at(each, "sequence") != sequence || !each.is_object()) continue;
    const js::value* body = each.get_object().if_contains("body");
    return body == nullptr || body->is_null() ? std::string() : digest_of(*body);
  }
  return {};
}

// Computes all digests and hashes anew, as anybody can who has the whole document.
void forge(js::object& document) {
  js::array* events = list_at(document, "events");
  if (events == nullptr) return;
  std::string previous;
  for (js::value& each : *events) {
    if (!each.is_object()) continue;
    js::object& event = each.get_object();
    const std::uint64_t sequence = number_at(each, "sequence");
    const js::value* personal = event.if_contains("personal");
    if (personal != nullptr && personal->is_object()) event["personal_digest"] = digest_of(*personal);
    const std::string message = message_digest(document, sequence);
    if (!message.empty()) event["message_digest"] = message;
    previous = store::hash_of(text_at(document, "case"), previous,
                              {.sequence = sequence,
                               .at = text_at(each, "at"),
                               .by = text_at(each, "by"),
                               .type = text_at(each, "type"),
                               .data = text_at(each, "data"),
                               .personal_digest = text_at(each, "personal_digest"),
                               .message_digest = text_at(each, "message_digest")});
    event["hash"] = previous;
  }
  const std::size_t version = events->size();  // what is added to the document may move its events
  document["head"] = previous;
  document["version"] = version;
}

// What a document says that its chain cannot: whether a message has arrived, and how often it was tried.
js::value without_loose(std::string_view json) {
  js::value document = js::parse(json);
  for (js::value& each : document.at("messages").as_array()) {
    each.as_object().erase("acknowledged");
    each.as_object().erase("attempts");
  }
  return document;
}

class Mutator {
 public:
  Mutator(const Sample& sample, Choices& choices) : sample_(sample), choices_(choices) {}

  // A place in the document, mostly deep in it.
  js::value& somewhere(js::value& root) {
    js::value* here = &root;
    for (int depth = 0; depth < deepest; ++depth) {
      js::value* next = child_of(*here);
      if (next == nullptr || (depth > 0 && choices_.below(6) == 0)) break;
      here = next;
    }
    return *here;
  }

  void change(js::value& root, int depth = 0) {
    js::value& here = somewhere(root);
    switch (choices_.below(9)) {
      case 0:
        here = odd();
        return;
      case 1:
        here = from_elsewhere();
        return;
      case 2:
      case 3:
        return change_list(here);
      case 4:
        return shift_salt(here);
      case 5:
        return change_members(here);
      default:
        return change_scalar(here, depth);
    }
  }

 private:
  js::value* child_of(js::value& value) {
    if (auto* list = value.if_array(); list != nullptr && !list->empty()) return &(*list)[choices_.below(list->size())];
    if (auto* object = value.if_object(); object != nullptr && !object->empty()) {
      return &(object->begin() + static_cast<std::ptrdiff_t>(choices_.below(object->size())))->value();
    }
    return nullptr;
  }

  js::value odd() {
    switch (choices_.below(12)) {
      case 0:
        return nullptr;
      case 1:
        return true;
      case 2:
        return -1;
      case 3:
        return 0;
      case 4:
        return std::numeric_limits<std::int64_t>::max();
      case 5:
        return std::numeric_limits<std::uint64_t>::max();
      case 6:
        return 1e300;
      case 7:
        return "";
      case 8:
        return js::string(std::string("a\0b", 3));
      case 9:
        return js::string(std::string(70'000, 'x'));
      case 10:
        return js::array();
      default:
        return js::object();
    }
  }

  js::value from_elsewhere() {
    js::value other = js::parse(choices_.one_of(sample_.exports));
    return somewhere(other);
  }

  void change_list(js::value& value) {
    js::array* list = value.if_array();
    if (list == nullptr || list->empty()) return change_scalar(value, 0);
    const auto at = [&](std::size_t place) { return list->begin() + static_cast<std::ptrdiff_t>(place); };
    const std::size_t one = choices_.below(list->size());
    switch (choices_.below(4)) {
      case 0:
        list->erase(at(one));
        return;
      case 1:
        list->insert(at(choices_.below(list->size() + 1)), js::value(list->at(one)));
        return;
      case 2:
        list->erase(at(one), list->end());
        return;
      default:
        std::swap(list->at(one), list->at(choices_.below(list->size())));
    }
  }

  void change_members(js::value& value) {
    js::object* object = value.if_object();
    if (object == nullptr || object->empty()) return change_scalar(value, 0);
    const auto one = object->begin() + static_cast<std::ptrdiff_t>(choices_.below(object->size()));
    if (choices_.below(3) == 0) {
      const js::value copy = one->value();  // a new member may move the others
      (*object)[one->key_c_str() + std::string("x")] = copy;
    } else {
      object->erase(one);
    }
  }

  // A digest is over salt and text: where one ends and the other begins must not be open.
  void shift_salt(js::value& value) {
    js::object* object = value.if_object();
    if (object == nullptr || text_at(value, "salt").size() < 2) return change_scalar(value, 0);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string salt = text_at(value, "salt");
    std::string text = text_at(value, "text");
    if (text.empty() || choices_.below(2) == 0) {
      text.insert(0, bytes_of(salt.substr(salt.size() - 2)));
      salt.resize(salt.size() - 2);
    } else {
      const auto first = static_cast<unsigned char>(text.front());
      salt += digits[first >> 4];
      salt += digits[first & 15];
      text.erase(0, 1);
    }
    (*object)["salt"] = salt;
    (*object)["text"] = text;
  }

  void change_scalar(js::value& value, int depth) {
    if (value.is_string()) return change_text(value.get_string(), depth);
    if (value.is_bool()) {
      value = !value.get_bool();
    } else if (value.is_number()) {
      js::error_code failed;
      const auto number = value.to_number<std::int64_t>(failed);
      value = failed ? 0 : number + static_cast<std::int64_t>(choices_.below(5)) - 2;
    }
  }

  // Data and texts about people are JSON in texts.
  void change_text(js::string& text, int depth) {
    if (depth == 0 && text.starts_with('{') && choices_.below(4) != 0) {
      js::error_code failed;
      js::value inner = js::parse(text, failed);
      if (!failed) {
        change(inner, 1);
        text = js::serialize(inner);
        return;
      }
    }
    if (text.empty()) {
      text = "x";
      return;
    }
    constexpr std::string_view odd("0a9fzA-T:# \"{\\\0\x7f\xff", 17);
    const std::size_t place = choices_.below(text.size());
    switch (choices_.below(4)) {
      case 0:
        text.erase(place, 1);
        return;
      case 1:
        text.insert(place, 1, odd[choices_.below(odd.size())]);
        return;
      case 2:
        text.resize(place);
        return;
      default:
        text[place] = odd[choices_.below(odd.size())];
    }
  }

  const Sample& sample_;
  Choices& choices_;
};

// What is changed in the bytes of a document, whatever they mean.
void change_bytes(std::string& json, Choices& choices) {
  const std::size_t place = choices.below(json.size());
  switch (choices.below(4)) {
    case 0:
      json[place] = static_cast<char>(choices.below(256));
      return;
    case 1:
      json.resize(place);
      return;
    case 2:
      json.insert(place, std::string(1 + choices.below(20'000), "[{\"1"[choices.below(4)]));
      return;
    default:
      json.insert(place, json.substr(place, 1 + choices.below(200)));
  }
}

std::string fault_of(std::string_view what, std::string_view detail = {}) {
  return std::string(what) + (detail.empty() ? "" : ": ") + std::string(detail);
}

}  // namespace

Mutated mutate_export(const Sample& sample, Choices& choices) {
  js::value document = js::parse(choices.one_of(sample.exports));
  Mutator mutator(sample, choices);
  const std::size_t changes = 1 + choices.below(3);
  for (std::size_t count = 0; count < changes; ++count) mutator.change(document);
  Mutated mutated;
  if (document.is_object() && choices.below(2) == 0) {
    mutated.forged = true;
    forge(document.get_object());
  }
  mutated.json = js::serialize(document);
  if (choices.below(8) == 0) change_bytes(mutated.json, choices);
  return mutated;
}

Importer::Importer(std::string file, const Sample& sample) : file_(std::move(file)), sample_(sample) { begin(); }

Importer::~Importer() {
  desk_.reset();
  store_.reset();
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file_ + ending);
}

void Importer::begin() {
  desk_.reset();
  store_.reset();
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file_ + ending);
  store_ = store::open_sqlite(file_).value();
  desk_ = std::make_unique<store::Desk>(*store_);
}

ImportTrial Importer::take_in(const Mutated& mutated) {
  ImportTrial trial{.forged = mutated.forged};
  try {
    const auto taken = desk_->import_case(mutated.json);
    trial.taken_in = taken.has_value();
    trial.fault = taken ? judge_taken(mutated, *taken) : judge_refusal(taken.error());
  } catch (const std::exception& thrown) {
    trial.fault = fault_of("an exception", thrown.what());
  }
  if (trial.taken_in) begin();
  return trial;
}

// A refusal has words, tells of nobody, and leaves nothing behind.
std::string Importer::judge_refusal(const Error& error) {
  if (error.message.empty()) return "an error without words";
  const std::string said = error.message + error.path + error.document;
  for (const std::string& secret : sample_.secrets) {
    if (said.find(secret) != std::string::npos) return fault_of("somebody's data in", said);
  }
  if (!store_->cases("", 1).value().empty()) return "a refused document left a case behind";
  return {};
}

// What is taken in is what was exported, unless the chain was forged with it; then it is at least a case.
std::string Importer::judge_taken(const Mutated& mutated, const std::string& id) {
  const auto verified = desk_->verify();
  if (!verified) return fault_of("what was taken in cannot be verified", verified.error().message);
  if (!verified->breaks.empty()) {
    return fault_of("verify finds fault with what was taken in",
                    verified->breaks.front().where + ", " + verified->breaks.front().what);
  }
  const auto exported = store_->export_case(id);
  if (!exported) return fault_of("what was taken in cannot be exported", exported.error().message);
  const js::value now = without_loose(*exported);
  const auto same = [&now](const std::string& original) { return without_loose(original) == now; };
  if (!mutated.forged && std::none_of(sample_.exports.begin(), sample_.exports.end(), same)) {
    return "a document was taken in that says otherwise than what was exported";
  }
  begin();
  const auto again = desk_->import_case(*exported);
  return again ? std::string() : fault_of("what was taken in and exported is refused", again.error().message);
}

}  // namespace birthcase::tests
