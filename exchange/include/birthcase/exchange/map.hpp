/// A map: which place of a department's or a hospital's format means which fact, written as data.
///
/// docs/exchange.md describes the document; `schemas/map.schema.json` lists its keys for an editor.
#pragma once

#include <birthcase/condition.hpp>
#include <birthcase/exchange/formats.hpp>
#include <birthcase/exchange/record.hpp>
#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::exchange {

/// Which way a row carries its value.
enum class Direction : std::uint8_t { both, in, out };

/// How surely a format is known.
enum class Certainty : std::uint8_t {
  verified,  ///< its own specification was read
  reported,  ///< seen in programs that speak it, or in a repost
  assumed,   ///< general knowledge, or ours
};
std::string_view to_string(Certainty certainty) noexcept;

/// What the source calls the codes of a field.
struct CodeList {
  std::string id;
  std::vector<std::pair<std::string, std::string>> pairs;  ///< theirs, ours; in the order of the map
};

/// A part of a text that holds several values: `38+2`.
struct Split {
  std::string by;
  std::size_t part = 1;  ///< 1-based
};

/// A fact that the format cannot tell.
struct Ask {
  std::string to{};
  const Field* field = nullptr;
  Label because{};
};

/// Records that the map is about have one of these texts at a place.
struct Only {
  Path place{};
  std::vector<std::string> texts{};
};

/// One row of a map.
struct MapRow {
  Path from{};
  std::string to{};                    ///< the fact; empty for a constant, and for what is left out on purpose
  const Field* field = nullptr;        ///< of the profile; null where `to` is empty
  std::optional<std::size_t> codes{};  ///< place in `MapContent::codes`
  bool labels = false;                 ///< the source writes the Chinese label of a code, where `codes` has no pair
  std::string date{};                  ///< how a day or moment is written: `yyyyMMddHHmm`
  std::string unit{};                  ///< the unit of the source, for people
  Number factor{1};                    ///< the fact is the source's number times this
  std::optional<Split> split{};
  std::vector<std::string> missing{};  ///< texts that mean "not known", beside those of the map
  std::vector<std::string> none{};     ///< texts that mean "there is none"
  std::string fallback{};              ///< read in place of a text that is missing
  std::optional<Condition> when{};     ///< the row counts only if this holds
  std::optional<Number> min{};         ///< of the source's number
  std::optional<Number> max{};
  std::optional<std::size_t> max_length{};  ///< of the source's text, in characters
  bool required = false;                    ///< a record without it is refused
  bool number = false;                      ///< JSON writes it without quotes
  Direction direction = Direction::both;
  std::optional<std::string> constant{};  ///< what is always written there
  std::string unused{};                   ///< why it is not read
  std::string pointer{};                  ///< JSON pointer of the row in the map

  bool reads() const noexcept { return field != nullptr && direction != Direction::out; }
  bool writes() const noexcept { return (field != nullptr && direction != Direction::in) || constant.has_value(); }
};

/// What a map says.
struct MapContent {
  std::string id{};
  std::string version{};
  Label title{};
  Format format = Format::xml;
  FormatOptions options{};
  std::string root{};              ///< the name of the root element that is written; empty: a record alone is the root
  Path record{};                   ///< of each record, from the root
  bool listed = false;             ///< JSON writes the records as a list, even one alone
  Path newborns{};                 ///< of each newborn, from the record; empty: a record is about one newborn
  std::vector<Path> same_birth{};  ///< records with equal texts here are the newborns of one birth
  std::vector<Path>
      same_newborn{};          ///< of those, records with equal texts here are about one newborn: the newest counts
  std::vector<Only> only{};    ///< which records the map is about; empty: all
  std::vector<Ask> asks{};     ///< what must be asked, because the format cannot tell it
  Path message_id{};           ///< what names the record
  Path sent_at{};              ///< when it was sent
  std::string sent_at_date{};  ///< how that is written
  std::vector<std::pair<std::string, std::string>> sources{};  ///< where the format is described
  Certainty certainty = Certainty::assumed;
  std::vector<std::string> missing{};  ///< texts that mean "not known"; the first is written for what is required
  std::vector<std::pair<std::string, Path>> named{};  ///< texts of the source that conditions name
  std::vector<CodeList> codes{};
  std::vector<MapRow> rows{};
};

/// A map for the fields of a profile. Immutable; copies share it, also between threads.
class Map {
 public:
  static constexpr std::size_t max_rows = 1000;

  /// Errors, with the JSON pointer, line and column: what `schemas/map.schema.json` refuses; `unknown_name` for a
  /// field, code or list that does not exist; errors of a path or a condition, with its column in the message.
  static Result<Map> parse(const Profile& profile, std::string_view json);

  /// A map that is built into the library.
  static Result<Map> built_in(const Profile& profile, std::string_view id);
  static std::vector<std::string_view> built_in_ids();
  static std::optional<std::string_view> built_in_text(std::string_view id);

  const Profile& profile() const noexcept { return profile_; }
  const MapContent& content() const noexcept { return *content_; }

 private:
  Map(Profile profile, std::shared_ptr<const MapContent> content) noexcept
      : profile_(std::move(profile)), content_(std::move(content)) {}

  Profile profile_;
  std::shared_ptr<const MapContent> content_;
};

}  // namespace birthcase::exchange
