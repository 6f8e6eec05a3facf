// What people read: labels in both languages, labels that cannot be told apart, reasons that are missing.
#include "json/document.hpp"
#include "lint/subject.hpp"
#include "texts/lint.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace birthcase::linting {
namespace {

namespace js = boost::json;

// Whether there is a Chinese character: those of the first block, U+4000 to U+9FFF, are three bytes from E4 to E9.
bool has_chinese(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE4 && byte <= 0xE9;
  });
}

// A word in Latin letters rather than an abbreviation such as EMS.
bool has_latin_word(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void look_at_label(Subject& subject, const js::object& label) {
  const std::string_view zh = text_of(label, "zh");
  const std::string_view en = text_of(label, "en");
  if (zh.empty() || en.empty()) return;
  const bool no_english = has_chinese(en) && (!has_latin_word(en) || zh == en);
  const bool no_chinese = has_latin_word(zh) && !has_chinese(zh);
  if (!no_english && !no_chinese) return;
  subject.remark(
      "label-untranslated", label, no_english ? "/en" : "/zh",
      {no_english ? texts::lint::english_is_chinese : texts::lint::chinese_without_chinese, texts::lint::translate});
}

void look_at_labels(Subject& subject, const js::value& value) {
  if (const js::array* items = value.if_array()) {
    for (const js::value& item : *items) look_at_labels(subject, item);
  }
  const js::object* object = value.if_object();
  if (object == nullptr) return;
  look_at_label(subject, *object);
  for (const auto& member : *object) {
    if (member.key() != profile::Layers::origin_key) look_at_labels(subject, member.value());
  }
}

// Things that people choose between or look for by name.
void look_at_names(Subject& subject) {
  for (const char* table : {"organisations", "holders", "evidence", "services", "channels"}) {
    std::map<std::string_view, const js::object*> by_label;
    for (const auto* row : subject.rows(table)) {
      const js::object& label = row->at("label").get_object();
      for (const char* language : {"zh", "en"}) {
        const auto [known, fresh] = by_label.emplace(text_of(label, language), row);
        if (fresh || known->second == row) continue;
        const std::string_view other = text_of(*known->second, "id");
        subject.remark("labels-alike", *row, json::append("/label", language),
                       {texts::message(texts::lint::same_label, other), texts::lint::tell_apart});
        break;
      }
    }
  }
}

void look_at_fields(Subject& subject) {
  const Rules& rules = subject.rules();
  const auto rows = subject.rows("fields");
  for (const auto& [first, second] : look_alikes(rules.fields)) {
    const std::string& other = rules.fields[first].id;
    subject.remark(
        "fields-look-alike", *rows[second.place()], "",
        {texts::message(texts::lint::look_alike, other), texts::message(texts::lint::merge_or_rename, other)});
  }
}

void miss_otherwise(Subject& subject, const Rule& rule) {
  if (rule.when == no_index || !rule.otherwise.zh.empty()) return;
  subject.remark("otherwise-missing", rule, "", {texts::lint::otherwise_missing, texts::lint::add_otherwise});
}

void miss_reason(Subject& subject, const Rule& rule) {
  if (!rule.reason.zh.empty()) return;
  subject.remark("reason-missing", rule, "", {texts::lint::reason_missing, texts::lint::add_reason});
}

void look_at_reasons(Subject& subject) {
  const Rules& rules = subject.rules();
  for (const Service& service : rules.services) {
    for (const Requirement& requirement : service.requirements) miss_otherwise(subject, requirement);
  }
  for (const Channel& channel : rules.channels) miss_otherwise(subject, channel);
  for (const DataShare& share : rules.shares) {
    if (share.evidence.empty()) continue;
    miss_otherwise(subject, share);
    miss_reason(subject, share);
  }
  for (const Absorption& absorption : rules.absorptions) miss_reason(subject, absorption);
  for (const DoneRule& done : rules.done) miss_reason(subject, done);
  for (const LaneRule& lane : rules.lanes) {
    if (lane.lane != Lane::joint) miss_reason(subject, lane);
  }
}

}  // namespace

void look_for_texts(Subject& subject) {
  for (const auto& member : subject.document()) {
    if (member.key() != profile::Layers::origin_key) look_at_labels(subject, member.value());
  }
  look_at_names(subject);
  look_at_fields(subject);
  look_at_reasons(subject);
}

}  // namespace birthcase::linting
