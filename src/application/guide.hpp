// How to read an ordinary application fast: where each key leads and which values need no second look, worked out when
// the first application under a profile is read.
#pragma once

#include <birthcase/rules.hpp>

#include <array>
#include <atomic>
#include <bitset>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace birthcase::application {

/// What stands under a key: how its value is read.
enum class Content : std::uint8_t {
  group,       ///< of facts
  text,        ///< without a format
  name,        ///< of a person
  number,      ///< of a document, a telephone, an account
  code,        ///< one of a few
  table_code,  ///< one of a table with many
  date,
  date_time,
  quantity,  ///< a number
  boolean,
  list,
  other,  ///< a text that always needs a second look
  newborns,
  documents,
  profile,
  type,  ///< of a document handed in, as the three below
  holder,
  whose,
  manner,
};

/// A code that a field takes without any remark.
struct PlainCode {
  std::uint64_t beginning = 0;  ///< the first eight bytes
  std::string_view text;
};

/// Where a key leads.
struct Target {
  Content content = Content::other;
  Format format = Format::none;
  bool whole = false;
  std::uint16_t slot = 0;
  Index node = no_index;
  FieldId field{};
  std::uint32_t max_length = std::numeric_limits<std::uint32_t>::max();  ///< in characters
  std::uint32_t first_code = 0;
  std::uint32_t code_count = 0;
  const CodeTable* table = nullptr;
};

/// A key as the reader has it: packed into numbers.
struct PackedKey {
  static constexpr std::size_t words = 3;
  static constexpr std::size_t longest = words * 8;

  std::array<std::uint64_t, words> bytes{};  ///< zeros after its end
  std::uint32_t size = 0;

  friend constexpr bool operator==(const PackedKey& a, const PackedKey& b) noexcept {  // without a call
    const std::uint64_t others = (a.bytes[0] ^ b.bytes[0]) | (a.bytes[1] ^ b.bytes[1]) | (a.bytes[2] ^ b.bytes[2]);
    return (others | (a.size ^ b.size)) == 0;
  }
};

/// Immutable; belongs to the rules that it was made from, which must stay where they are.
class Guide {
 public:
  /// The group of the keys of a document handed in, which are no facts.
  static constexpr Index handed_in = no_index - 1;

  explicit Guide(const Rules& rules);

  /// Where a key of this group leads (of the schema's roots: the document and a newborn), or nullptr. What is not found
  /// may be a key all the same.
  const Target* find(Index group, const PackedKey& key) const noexcept {
    for (std::size_t at = place_of(group, key);; ++at) {
      const std::size_t place = places_[at & (places_.size() - 1)];
      if (place == 0) return nullptr;
      const Key& known = keys_[place - 1];
      if (known.group == group && known.text == key) return &known.target;
    }
  }

  /// The codes that a target takes without any remark. There may be others.
  std::span<const PlainCode> codes_of(const Target& target) const noexcept {
    return std::span(codes_).subspan(target.first_code, target.code_count);
  }

  /// Whether a name of Chinese characters only is surely not what is written where none is known.
  bool is_no_placeholder(std::string_view name) const noexcept;

 private:
  struct Key {
    PackedKey text;
    Index group = no_index;
    Target target;
  };

  std::size_t place_of(Index group, const PackedKey& key) const noexcept {
    const std::uint64_t hash = key.bytes[0] * 0x9E3779B97F4A7C15U + key.bytes[1] * 0xC2B2AE3D27D4EB4FU +
                               key.bytes[2] * 0x165667B19E3779F9U + group * 0xD6E8FEB86659FD93U;
    return static_cast<std::size_t>(hash >> unused_bits_);
  }

  void add(Index group, std::string_view key, const Target& target);
  void add_facts(const Rules& rules, Index group, std::size_t depth);
  Target target_of(const Rules& rules, Index node);
  Content content_of_code(const Rules& rules, Target& target);
  template <class Codes>
  Content add_codes(const Rules& rules, Target& target, const Codes& codes);
  void read_placeholders(const CodeTable& table);
  void index();

  static constexpr std::size_t ends = 1024;

  std::vector<Key> keys_;
  std::vector<std::uint16_t> places_;  // by the hash of a key: 1 + its place in `keys_`
  int unused_bits_ = 0;                // of a hash
  std::vector<PlainCode> codes_;
  std::bitset<ends> first_characters_;  // of placeholders, by their hash
  std::bitset<ends> last_characters_;
};

/// Makes the guide when the first application is read. Safe to use from several threads.
class GuideHolder {
 public:
  GuideHolder() noexcept = default;
  GuideHolder(const GuideHolder&) = delete;
  GuideHolder& operator=(const GuideHolder&) = delete;
  ~GuideHolder();

  const Guide& of(const Rules& rules) const;

 private:
  mutable std::atomic<const Guide*> made_{nullptr};
};

/// The guide of these rules.
const Guide& guide_of(const Rules& rules);

}  // namespace birthcase::application
