#include <birthcase/institutions.hpp>
#include <birthcase/text.hpp>

#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace birthcase {
namespace {

// Without blanks, brackets and other signs, full-width forms plain, letters in capitals: a name as it sounds.
std::string folded(std::string_view text) {
  const auto plain = to_nfkc(text);
  if (!plain) return {};
  std::string result;
  for (std::size_t at = 0; at < plain->size();) {
    const UChar32 c = text::next_character(*plain, at);
    if (u_isalnum(c) != 0 || u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0) text::append_utf8(result, u_toupper(c));
  }
  return result;
}

std::string_view before_bracket(std::string_view text) noexcept {
  return text.substr(0, std::min(text.find('('), text.find("（")));
}

// A division without its 省, 市, 县 or 区, as names of hospitals have it; empty where that would leave one character,
// or where more belongs to the kind than that (自治区).
std::string_view without_kind(std::string_view division) noexcept {
  constexpr std::string_view autonomous = "自治";
  for (const std::string_view kind : {"省", "市", "县", "区"}) {
    if (!division.ends_with(kind)) continue;
    const std::string_view name = division.substr(0, division.size() - kind.size());
    return text::count_characters(name) < 2 || name.ends_with(autonomous) ? std::string_view() : name;
  }
  return {};
}

std::vector<std::string> all_spellings(const Institution& institution) {
  std::vector<std::string> whole{institution.name.zh, institution.name.en};
  whole.insert(whole.end(), institution.aliases.begin(), institution.aliases.end());
  std::vector<std::string> all = whole;
  if (!institution.code.empty()) all.push_back(institution.code);
  for (const std::string& campus : institution.campuses) {
    all.push_back(campus);
    for (const std::string& name : whole) all.push_back(name + campus);
  }
  return all;
}

}  // namespace

std::size_t Institutions::spellings_of(const Institution& institution) noexcept {
  return (2 + institution.aliases.size()) * (1 + institution.campuses.size()) + institution.campuses.size() + 1;
}

std::optional<std::string> Institutions::add(Institution institution) {
  std::vector<std::string> keys;
  for (const std::string& spelling : all_spellings(institution)) {
    std::string key = folded(spelling);
    if (places_.contains(key)) return spelling;
    if (!key.empty()) keys.push_back(std::move(key));
  }
  for (std::string& key : keys) places_.emplace(std::move(key), institutions_.size());
  institutions_.push_back(std::move(institution));
  return std::nullopt;
}

void Institutions::lies_in(const std::vector<std::string>& divisions) {
  divisions_.clear();
  for (std::size_t level = 0; level < divisions.size(); ++level) {
    for (const std::string_view name : {std::string_view(divisions[level]), without_kind(divisions[level])}) {
      if (!name.empty()) divisions_.push_back({folded(name), level});
    }
  }
}

const Institution* Institutions::find(std::string_view text) const {
  for (const std::string_view name : {text, before_bracket(text)}) {
    const std::string key = folded(name);
    for (std::optional<std::string_view> rest = key; rest; rest = without_division(*rest)) {
      if (const Institution* const found = with_key(*rest)) return found;
    }
  }
  return nullptr;
}

const Institution* Institutions::with_key(std::string_view folded) const {
  const auto at = places_.find(folded);
  return at == places_.end() ? nullptr : &institutions_[at->second];
}

bool Institutions::begins_with_another(std::string_view folded, std::size_t level) const noexcept {
  return std::any_of(divisions_.begin(), divisions_.end(), [&](const Division& division) {
    return division.level != level && folded.starts_with(division.name);
  });
}

// What follows a division, where that says which one all the same.
std::optional<std::string_view> Institutions::without_division(std::string_view folded) const noexcept {
  for (const Division& division : divisions_) {
    if (!folded.starts_with(division.name)) continue;
    const std::string_view rest = folded.substr(division.name.size());
    if (begins_with_another(rest, division.level)) return rest;
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> Institutions::spellings() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Institution& each : institutions_) {
    for (std::string& spelling : all_spellings(each)) all.emplace_back(std::move(spelling), each.id);
  }
  return all;
}

}  // namespace birthcase
