// Citations: keys of `sources` that nothing cites, and citations of keys that are not there.
#include "json/document.hpp"
#include "lint/subject.hpp"
#include "nearest.hpp"
#include "texts/lint.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <cctype>
#include <set>

namespace birthcase::linting {
namespace {

namespace js = boost::json;

bool is_word_character(char c) noexcept {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}

bool cites(std::string_view source, std::string_view key) noexcept {
  for (auto at = source.find(key); at != std::string_view::npos; at = source.find(key, at + 1)) {
    const bool begins = at == 0 || !is_word_character(source[at - 1]);
    const std::size_t end = at + key.size();
    if (begins && (end == source.size() || !is_word_character(source[end]))) return true;
  }
  return false;
}

class Citations {
 public:
  explicit Citations(Subject& subject) : subject_(subject) {
    for (const Source& source : subject.rules().sources) {
      keys_.push_back(source.id);
      const bool one_word = std::all_of(source.id.begin(), source.id.end(), is_word_character);
      if (one_word) {
        words_.insert(source.id);
      } else {
        phrases_.push_back(source.id);
      }
      longest_ = std::max(longest_, source.id.size());
    }
  }

  void look() {
    if (keys_.empty()) return;
    for (const auto& member : subject_.document()) {
      if (member.key() != profile::Layers::origin_key && member.key() != "sources") collect(member.value());
    }
    const js::object& sources = subject_.document().at("sources").get_object();
    for (const std::string_view key : keys_) {
      if (cited_.contains(key)) continue;
      subject_.remark("unused-source", sources, json::append({}, key),
                      {texts::message(texts::lint::source_unused, key), texts::lint::cite_or_drop_source});
    }
  }

 private:
  void collect(const js::value& value) {
    if (const js::array* items = value.if_array()) {
      for (const js::value& item : *items) collect(item);
    }
    const js::object* object = value.if_object();
    if (object == nullptr) return;
    for (const auto& member : *object) {
      if (member.key() == profile::Layers::origin_key) continue;
      if (member.key() == "source" && member.value().is_string()) look_at(*object, text_of(*object, "source"));
      collect(member.value());
    }
  }

  void look_at(const js::object& row, std::string_view source) {
    bool any = false;
    const auto cite = [&](std::string_view key) {
      cited_.insert(key);
      any = true;
    };
    for (const std::string_view key : phrases_) {
      if (cites(source, key)) cite(key);
    }
    for (auto at = source.begin(); at != source.end();) {
      const auto begin = std::find_if(at, source.end(), is_word_character);
      at = std::find_if_not(begin, source.end(), is_word_character);
      if (const auto key = words_.find(std::string_view(begin, at)); key != words_.end()) cite(*key);
    }
    const auto end = std::find_if_not(source.begin(), source.end(), is_word_character);
    const auto word = source.substr(0, static_cast<std::size_t>(end - source.begin()));
    if (any || subject_.is_full() || !looks_like_key(word)) return;
    subject_.remark("source-unknown", row, "/source",
                    {texts::message(texts::lint::source_unknown, word),
                     texts::message(texts::lint::add_source, texts::joined(keys_, texts::lint::list_separator))});
  }

  // Capitals as short as the keys are, or nearly the same word as one of them. Plain words are plain words.
  bool looks_like_key(std::string_view word) const {
    if (word.empty()) return false;
    const bool capitals = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return (capitals && word.size() <= longest_) || !nearest(word, keys_).empty();
  }

  Subject& subject_;
  std::vector<std::string_view> keys_;
  std::set<std::string_view> words_;       // the keys that are one word
  std::vector<std::string_view> phrases_;  // the others
  std::size_t longest_ = 0;
  std::set<std::string_view> cited_;
};

}  // namespace

void look_for_sources(Subject& subject) { Citations(subject).look(); }

}  // namespace birthcase::linting
