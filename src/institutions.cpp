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

std::vector<std::string> spellings_of(const Institution& institution) {
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

std::optional<std::string> Institutions::add(Institution institution) {
  std::vector<std::string> keys;
  for (const std::string& spelling : spellings_of(institution)) {
    std::string key = folded(spelling);
    if (places_.contains(key)) return spelling;
    if (!key.empty()) keys.push_back(std::move(key));
  }
  for (std::string& key : keys) places_.emplace(std::move(key), institutions_.size());
  institutions_.push_back(std::move(institution));
  return std::nullopt;
}

const Institution* Institutions::find(std::string_view text) const {
  for (const std::string_view name : {text, before_bracket(text)}) {
    const auto at = places_.find(folded(name));
    if (at != places_.end()) return &institutions_[at->second];
  }
  return nullptr;
}

std::vector<std::pair<std::string, std::string>> Institutions::spellings() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Institution& each : institutions_) {
    for (std::string& spelling : spellings_of(each)) all.emplace_back(std::move(spelling), each.id);
  }
  return all;
}

}  // namespace birthcase
