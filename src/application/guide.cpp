#include "application/guide.hpp"

#include "application/checks.hpp"
#include "packed.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>
#include <bit>
#include <memory>

namespace birthcase::application {
namespace {

constexpr std::size_t few_codes = 24;        // so many are compared one by one
constexpr std::size_t deepest_group = 16;    // deeper than any profile has them, and half of what a text may have
constexpr std::size_t bytes_of_chinese = 3;  // of a character of the basic plane

PackedKey packed_key(std::string_view key) noexcept {
  PackedKey result{.size = static_cast<std::uint32_t>(key.size())};
  for (std::size_t word = 0; !key.empty(); ++word) {
    const std::string_view part = key.substr(0, packed_length);
    result.bytes[word] = packed(part);
    key.remove_prefix(part.size());
  }
  return result;
}

// What JSON writes as it is.
bool is_plain_key(std::string_view key) noexcept {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
  return !key.empty() && key.size() <= PackedKey::longest && std::all_of(key.begin(), key.end(), plain);
}

const std::string& code_in(const std::string& code) noexcept { return code; }
const std::string& code_in(const InlineCode& code) noexcept { return code.code; }

std::size_t hash_of(std::string_view character) noexcept { return mixed(packed(character)) >> 8U; }

}  // namespace

GuideHolder::~GuideHolder() { delete made_.load(); }

const Guide& GuideHolder::of(const Rules& rules) const {
  if (const Guide* const made = made_.load(std::memory_order_acquire)) return *made;
  auto guide = std::make_unique<const Guide>(rules);
  const Guide* made_elsewhere = nullptr;
  if (made_.compare_exchange_strong(made_elsewhere, guide.get(), std::memory_order_acq_rel)) return *guide.release();
  return *made_elsewhere;
}

const Guide& guide_of(const Rules& rules) { return planning_of(rules).guide().of(rules); }

Guide::Guide(const Rules& rules) {
  add_facts(rules, Schema::family_root, 0);
  add_facts(rules, Schema::newborn_root, 0);
  const auto add_key = [this](Index group, std::string_view key, Content content) {
    add(group, key, Target{.content = content});
  };
  add_key(Schema::family_root, Schema::newborns, Content::newborns);
  add_key(Schema::family_root, "evidence", Content::documents);
  add_key(Schema::family_root, "profile", Content::profile);
  add_key(handed_in, "type", Content::type);
  add_key(handed_in, "holder", Content::holder);
  add_key(handed_in, "newborn", Content::whose);
  add_key(handed_in, "as", Content::manner);
  if (const CodeTable* const table = placeholders_of(rules)) read_placeholders(*table);
  index();
}

bool Guide::is_no_placeholder(std::string_view name) const noexcept {
  if (name.size() < bytes_of_chinese) return false;
  return !first_characters_[hash_of(name.substr(0, bytes_of_chinese)) % ends] &&
         !last_characters_[hash_of(name.substr(name.size() - bytes_of_chinese)) % ends];
}

// The first one of two with the same name counts.
void Guide::add(Index group, std::string_view key, const Target& target) {
  if (is_plain_key(key)) keys_.push_back({packed_key(key), group, target});
}

void Guide::add_facts(const Rules& rules, Index group, std::size_t depth) {
  if (depth > deepest_group) return;
  for (const auto& [key, child] : rules.schema.node(group).children) {
    const Target target = target_of(rules, child);
    add(group, key, target);
    if (target.content == Content::group) add_facts(rules, child, depth + 1);
  }
}

Target Guide::target_of(const Rules& rules, Index node) {
  const Schema::Node& fact = rules.schema.node(node);
  Target target{.content = Content::group, .slot = fact.slot.index, .node = node, .field = fact.field};
  if (fact.field == no_index) return target;
  const Field& field = rules.fields[fact.field];
  target.format = field.format;
  target.table = field.table;
  target.max_length = constraints_of(rules, fact.field).max_length.value_or(target.max_length);
  switch (field.type) {
    case FieldType::text:
      target.content = field.format == Format::none   ? Content::text
                       : field.format == Format::name ? Content::name
                                                      : Content::number;
      if (!field.open_codes.empty()) target.content = Content::other;
      break;
    case FieldType::code:
      target.content = content_of_code(rules, target);
      break;
    case FieldType::date:
      target.content = Content::date;
      break;
    case FieldType::date_time:
      target.content = Content::date_time;
      break;
    case FieldType::number:
      target.content = Content::quantity;
      break;
    case FieldType::boolean:
      target.content = Content::boolean;
      break;
    case FieldType::list:
      target.content = Content::list;
      break;
  }
  return target;
}

Content Guide::content_of_code(const Rules& rules, Target& target) {
  const Field& field = rules.fields[target.field];
  const Constraints& limits = constraints_of(rules, target.field);
  if (!field.inline_codes.empty()) return add_codes(rules, target, field.inline_codes);
  if (!limits.codes.empty()) return add_codes(rules, target, limits.codes);
  if (field.table == nullptr) return Content::other;
  if (field.table->codes().size() <= few_codes) return add_codes(rules, target, field.table->codes());
  return field.format == Format::none ? Content::table_code : Content::other;
}

// Those about which the check itself has nothing to say.
template <class Codes>
Content Guide::add_codes(const Rules& rules, Target& target, const Codes& codes) {
  if (codes.size() > few_codes) return Content::other;
  target.first_code = static_cast<std::uint32_t>(codes_.size());
  for (const auto& each : codes) {
    const std::string& code = code_in(each);
    const Reading reading = read_text(rules, target.field, code);
    if (reading.remarkable() || reading.value.as_text() != code) continue;
    codes_.push_back({packed(std::string_view(code).substr(0, packed_length)), code});
  }
  target.code_count = static_cast<std::uint32_t>(codes_.size()) - target.first_code;
  return Content::code;
}

// `…` at either end of one stands for any characters: such a one is known by its other end.
void Guide::read_placeholders(const CodeTable& table) {
  constexpr std::string_view any = "…";
  for (const CodeEntry& entry : table.entries()) {
    const bool ends_anyhow = entry.zh.ends_with(any);
    std::string_view words = entry.zh;
    while (words.starts_with(any)) words.remove_prefix(any.size());
    while (words.ends_with(any)) words.remove_suffix(any.size());
    if (words.size() < bytes_of_chinese) {  // not of Chinese characters, or of any
      if (words.empty()) last_characters_.set();
    } else if (ends_anyhow) {
      first_characters_.set(hash_of(words.substr(0, bytes_of_chinese)) % ends);
    } else {
      last_characters_.set(hash_of(words.substr(words.size() - bytes_of_chinese)) % ends);
    }
  }
}

void Guide::index() {
  places_.resize(std::bit_ceil(4 * keys_.size()));
  unused_bits_ = 64 - std::countr_zero(places_.size());
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    std::size_t at = place_of(keys_[i].group, keys_[i].text);
    while (places_[at & (places_.size() - 1)] != 0) ++at;
    places_[at & (places_.size() - 1)] = static_cast<std::uint16_t>(i + 1);
  }
}

}  // namespace birthcase::application
