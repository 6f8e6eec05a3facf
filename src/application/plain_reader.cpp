// The fast way to read an application: one pass over the bytes of an ordinary one, straight into the slots.
//
// Ordinary is what has nothing wrong and nothing unusual about its form: no escapes, no key twice, no look-ups, no key
// that the profile does not know. Values may be wrong: they are checked, and findings made, as the reader of events
// does. Anything else is left to that reader, which is the one truth about errors and their places.
#include "application/checks.hpp"
#include "application/facts.hpp"
#include "application/handed_in.hpp"
#include "application/plain_values.hpp"
#include "application/reading.hpp"
#include "application/scanner.hpp"
#include "application/values.hpp"

#include <new>
#include <string>

namespace birthcase::application {
namespace {

// Makes a value where none was told. An unknown value owns nothing, so none must be destroyed first.
template <class Make>
void tell(Value& unknown, Make make) noexcept {
  ::new (static_cast<void*>(&unknown)) Value(make());
}

// What is short fits into the value; what is long may find no memory, and then nothing was told.
void tell_text(Value& unknown, std::string_view text) {
  if (text.size() <= std::string().capacity()) return tell(unknown, [text] { return Value::text(std::string(text)); });
  std::string copy(text);
  tell(unknown, [&copy] { return Value::text(std::move(copy)); });
}

constexpr std::uint32_t bit_of(Content content) noexcept { return std::uint32_t{1} << static_cast<unsigned>(content); }

constexpr std::uint32_t bits_of_handed_in =
    bit_of(Content::type) | bit_of(Content::holder) | bit_of(Content::whose) | bit_of(Content::manner);

class PlainReader {
 public:
  /// @param facts with no fact in it
  PlainReader(const Rules& rules, FactStore& facts, std::string_view json)
      : rules_(rules), guide_(guide_of(rules)), facts_(facts), scanner_(json), values_(facts.family.data()) {}

  /// Whether it was ordinary. If not, the facts must be thrown away.
  bool read();

 private:
  bool object(Index group);
  bool member(Index group);
  bool member_of_document(const Target& target);
  bool member_of_handed_in(const Target& target);

  bool fact(const Target& target);
  bool group(const Target& target, Value& slot);
  bool text(const Target& target, Value& slot);
  bool quantity(const Target& target, Value& slot);
  bool boolean(const Target& target, Value& slot);
  bool list(const Target& target);

  bool newborns();
  bool newborn();
  bool documents();
  bool document();
  bool place_of_newborn();
  bool is_first(Content content) noexcept;
  template <class Read>
  bool items(Read read);
  template <class Find, class Member>
  bool take(Find find, Member& member);

  const Schema::Node& node(const Target& target) const noexcept { return rules_.schema.node(target.node); }
  FactEditor editor() noexcept { return {rules_, facts_, newborn_}; }

  const Rules& rules_;
  const Guide& guide_;
  FactStore& facts_;
  Scanner scanner_;
  Value* values_;  // of the family, or of the newborn that is being read
  std::uint16_t newborn_ = FactRef::family;
  std::uint32_t seen_ = 0;  // bits by `Content`: of the document, and of the document handed in
  HandedIn handed_in_;
};

bool PlainReader::read() {
  return object(Schema::family_root) && scanner_.at_end() && !settle_documents(rules_, facts_);
}

bool PlainReader::object(Index group) {
  if (!scanner_.take('{')) return false;
  if (scanner_.take('}')) return true;
  do {
    if (!member(group)) return false;
  } while (scanner_.take(','));
  return scanner_.take('}');
}

bool PlainReader::member(Index group) {
  PackedKey key;
  const Target* const target = scanner_.key(key) ? guide_.find(group, key) : nullptr;
  if (target == nullptr) return false;
  if (target->node != no_index) return fact(*target);
  return group == Guide::handed_in ? member_of_handed_in(*target) : member_of_document(*target);
}

bool PlainReader::member_of_document(const Target& target) {
  if (!is_first(target.content)) return false;
  if (target.content == Content::newborns) return newborns();
  if (target.content == Content::documents) return documents();
  PlainText profile;
  return scanner_.text(profile);
}

bool PlainReader::fact(const Target& target) {
  Value& slot = values_[target.slot];
  if (!slot.is_unknown()) return false;
  const char first = scanner_.peek();
  if (first == 'n') return scanner_.take_word("null") && (editor().put_null(node(target)), true);
  switch (target.content) {
    case Content::group:
      return group(target, slot);
    case Content::boolean:
      return boolean(target, slot);
    case Content::list:
      return list(target);
    case Content::quantity:
      return first == '"' ? text(target, slot) : quantity(target, slot);
    default:
      return text(target, slot);
  }
}

bool PlainReader::group(const Target& target, Value& slot) {
  tell(slot, [] { return Value::context({}); });
  return object(target.node);
}

bool PlainReader::text(const Target& target, Value& slot) {
  PlainText read;
  if (!scanner_.text(read)) return false;
  if (target.content == Content::date) {
    if (const auto date = plain_date(read.text)) return tell(slot, [&] { return Value::date(*date); }), true;
  } else if (target.content == Content::date_time) {
    if (const auto moment = plain_date_time(read.text)) {
      return tell(slot, [&] { return Value::date_time(*moment); }), true;
    }
  } else if (is_plain(rules_, guide_, target, read, scanner_)) {
    return tell_text(slot, read.text), true;
  }
  editor().put(node(target), read_text(rules_, target.field, read.text));
  return true;
}

bool PlainReader::quantity(const Target& target, Value& slot) {
  const auto digits = scanner_.number();
  const auto number = digits ? Number::parse(*digits) : std::nullopt;
  if (!number) return false;
  Reading reading = read_number(rules_, target.field, *number);
  if (!reading.remarkable()) return tell(slot, [&] { return Value::number(*number); }), true;
  editor().put(node(target), std::move(reading));
  return true;
}

bool PlainReader::boolean(const Target&, Value& slot) {
  const bool answer = scanner_.take_word("true");
  if (!answer && !scanner_.take_word("false")) return false;
  tell(slot, [answer] { return Value::boolean(answer); });
  return true;
}

bool PlainReader::list(const Target& target) {
  List texts;
  const auto read = [&] {
    PlainText item;
    return scanner_.text(item) && (texts.push_back(Value::text(std::string(item.text))), true);
  };
  if (!items(read)) return false;
  auto reading = read_items(rules_, target.field, std::move(texts));
  if (!reading) return false;
  editor().put(node(target), std::move(*reading));
  return true;
}

template <class Read>
bool PlainReader::items(Read read) {
  if (!scanner_.take('[')) return false;
  if (scanner_.take(']')) return true;
  do {
    if (!read()) return false;
  } while (scanner_.take(','));
  return scanner_.take(']');
}

bool PlainReader::newborns() {
  return items([this] { return newborn(); });
}

bool PlainReader::newborn() {
  if (facts_.newborns.size() == Application::max_newborns) return false;
  newborn_ = static_cast<std::uint16_t>(facts_.newborns.size());
  values_ = facts_.newborns.emplace_back(rules_.schema.newborn_slots()).data();
  const bool read = object(Schema::newborn_root);
  values_ = facts_.family.data();
  newborn_ = FactRef::family;
  return read;
}

bool PlainReader::documents() {
  return items([this] { return document(); });
}

bool PlainReader::document() {
  if (facts_.evidence.size() == Application::max_evidence) return false;
  seen_ &= ~bits_of_handed_in;
  handed_in_ = {};
  if (!object(Guide::handed_in) || handed_in_.evidence == no_index) return false;
  facts_.evidence.push_back(handed_in_);
  return true;
}

bool PlainReader::member_of_handed_in(const Target& target) {
  if (!is_first(target.content)) return false;
  const bool none = scanner_.peek() == 'n';
  switch (target.content) {
    case Content::type:
      return take([this](std::string_view id) { return evidence_named(rules_, id); }, handed_in_.evidence);
    case Content::holder:
      return none ? scanner_.take_word("null")
                  : take([this](std::string_view id) { return holder_named(rules_, id); }, handed_in_.holder);
    case Content::whose:
      return none ? scanner_.take_word("null") : place_of_newborn();
    default:
      return take(manner_named, handed_in_.as);
  }
}

bool PlainReader::place_of_newborn() {
  const auto digits = scanner_.number();
  const auto number = digits ? Number::parse(*digits) : std::nullopt;
  const auto place = number ? number->to_int64() : std::nullopt;
  if (!place || *place < 0 || *place >= static_cast<std::int64_t>(Application::max_newborns)) return false;
  handed_in_.newborn = static_cast<std::uint16_t>(*place);
  return true;
}

template <class Find, class Member>
bool PlainReader::take(Find find, Member& member) {
  PlainText name;
  if (!scanner_.text(name)) return false;
  const auto found = find(name.text);
  if (found) member = *found;
  return found.has_value();
}

bool PlainReader::is_first(Content content) noexcept {
  const bool first = (seen_ & bit_of(content)) == 0;
  seen_ |= bit_of(content);
  return first;
}

}  // namespace

bool read_at_once(const Rules& rules, std::string_view json, FactStore& facts) {
  return json.size() <= Application::max_text_bytes && PlainReader(rules, facts, json).read();
}

}  // namespace birthcase::application
