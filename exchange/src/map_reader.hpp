// A map from its JSON to what it says.
#pragma once

#include <birthcase/exchange/map.hpp>

#include "json/element.hpp"
#include "vocabulary.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::exchange {

/// Reads one map. Used once.
class MapReader {
 public:
  MapReader(const Profile& profile, std::string_view text) : rules_(profile.rules()), text_(text) {}

  Result<MapContent> read();

 private:
  using Element = json::Element;

  void read_top(const Element& top);
  void read_head(const Element& top);
  void read_format(const Element& top);
  void read_places(const Element& top);
  void read_newborns(const Element& top);
  void read_only(const Element& top);
  void read_asks(const Element& top);
  void read_message(const Element& top);
  void read_sources(const Element& top);
  void read_named(const Element& top);
  void read_code_lists(const Element& top);
  void read_rows(const Element& top);
  void read_row(const Element& element);
  void read_target(const Element& element, MapRow& row);
  void read_conversion(const Element& element, MapRow& row);
  void read_texts_of(const Element& element, MapRow& row);
  void read_limits(const Element& element, MapRow& row);
  void read_condition(const Element& element, MapRow& row);
  void check_row(const Element& element, const MapRow& row);
  void use_codes(const Element& element, MapRow& row);
  void check_code(const Element& at, const MapRow& row, const std::string& code) const;

  std::optional<Path> path_of(const Element& element) const;
  std::vector<Path> paths_at(const Element& object, std::string_view key) const;
  Path path_at(const Element& object, std::string_view key) const;
  std::string text_at(const Element& object, std::string_view key) const;
  std::vector<std::string> texts_at(const Element& object, std::string_view key) const;
  std::optional<Number> number_at(const Element& object, std::string_view key) const;
  bool flag_at(const Element& object, std::string_view key) const;
  template <class Enum, std::size_t N>
  Enum word_at(const Element& object, std::string_view key, const std::pair<std::string_view, Enum> (&words)[N],
               Enum otherwise) const;
  void read_pairs(const Element& element, CodeList& list) const;

  const Rules& rules_;
  std::string_view text_;
  json::Problems problems_;
  MapContent map_;
  std::optional<MapVocabulary> vocabulary_;
};

template <class Enum, std::size_t N>
Enum MapReader::word_at(const Element& object, std::string_view key,
                        const std::pair<std::string_view, Enum> (&words)[N], Enum otherwise) const {
  const auto member = object.member(key);
  const auto text = member ? member->text() : std::nullopt;
  if (!text) return otherwise;
  std::string all;
  for (const auto& [word, meaning] : words) {
    if (word == *text) return meaning;
    all += all.empty() ? std::string(word) : ", " + std::string(word);
  }
  member->fail(ErrorKind::unknown_name, fmt::format("there is no such {}; use one of: {}", key, all));
  return otherwise;
}

}  // namespace birthcase::exchange
