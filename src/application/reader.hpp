// Reads an application from the events of its JSON text, straight into the slots: nothing is built in between.
#pragma once

#include <birthcase/application.hpp>

#include "application/facts.hpp"
#include "application/json_events.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

/// A handler for Boost.JSON's `basic_parser`. `levels_` are the objects and lists that are open; `expected_` is what
/// the next value must be, settled by the key or list before it.
class ApplicationReader : public application::JsonEvents {
 public:
  ApplicationReader(const Rules& rules, FactStore& facts);

  bool on_object_begin(error_code& ec);
  bool on_object_end(std::size_t size, error_code& ec);
  bool on_array_begin(error_code& ec);
  bool on_array_end(std::size_t size, error_code& ec);
  bool on_key_part(string_view part, std::size_t size, error_code& ec);
  bool on_key(string_view part, std::size_t size, error_code& ec);
  bool on_string_part(string_view part, std::size_t size, error_code& ec);
  bool on_string(string_view part, std::size_t size, error_code& ec);
  bool on_int64(std::int64_t value, string_view text, error_code& ec);
  bool on_uint64(std::uint64_t value, string_view text, error_code& ec);
  bool on_double(double value, string_view text, error_code& ec);
  bool on_bool(bool value, error_code& ec);
  bool on_null(error_code& ec);

  /// What can only be said when everything is read: whose the documents and look-ups are.
  std::optional<Error> finish();

  /// Why an event was refused, if one was: about a key or about a value.
  const std::optional<Error>& error() const noexcept { return error_; }
  bool error_is_about_key() const noexcept { return about_key_; }

 private:
  enum class Place : std::uint8_t {
    document,
    group,
    newborns,
    newborn,
    documents,
    handed_in,
    list,
    look_ups,
    look_up,
    found,  // the facts of a look-up
  };
  enum class Expected : std::uint8_t {
    document,
    field,
    group,
    newborns,
    newborn,
    documents,
    handed_in,
    profile,
    item,  // of the application
    type,
    holder,
    whose,
    manner,  // of a document handed in
    look_ups,
    look_up,
    share,
    of_newborn,
    result,
    at,
    reference,
    found,  // of a look-up
    found_fact,
  };
  struct Level {
    Place place = Place::document;
    Index node = no_index;  ///< whose keys stand here, or of which field the list is
  };

  const Schema::Node& node(Index index) const noexcept { return rules_.schema.node(index); }
  const Level& level() const noexcept { return levels_[depth_ - 1]; }
  application::FactEditor editor() noexcept { return {rules_, facts_, newborn_}; }
  void enter(Place place, Index index) { levels_[depth_++] = Level{place, index}; }

  bool expect_fact(Index index, error_code& ec);
  bool expect_key_of_document(std::string_view key, error_code& ec);
  bool expect_key_of_handed_in(std::string_view key, error_code& ec);
  bool expect_once(Expected expected, std::uint32_t& seen, std::string_view key, error_code& ec);

  // reader_look_ups.cpp: what became of look-ups.
  bool enter_look_up(error_code& ec);
  bool finish_look_up(error_code& ec);
  bool expect_key_of_look_up(std::string_view key, error_code& ec);
  bool expect_found_fact(std::string_view key, error_code& ec);
  bool read_text_of_look_up(std::string_view text, error_code& ec);
  bool take_found(Value value);
  std::optional<Error> note_look_ups();

  bool enter_newborn(error_code& ec);
  bool read_text_of_field(std::string_view text, error_code& ec);
  bool read_number(const Number& number, error_code& ec);
  bool read_number_text(std::string_view text, error_code& ec);
  bool read_whose(std::int64_t place, error_code& ec);
  bool finish_list(error_code& ec);
  bool finish_handed_in(error_code& ec);
  template <class Name, class Member>
  bool take(Result<Name> named, Member& member, error_code& ec) {
    if (!named) return fail_at_value(named.error(), ec);
    member = *named;
    return true;
  }

  std::string_view whole(string_view last_part);
  std::string path_of_level() const;
  std::string path_of_value() const;
  bool fail_at_value(Error error, error_code& ec);
  bool fail_at_key(ErrorKind kind, std::string message, std::string_view key, error_code& ec);
  bool fail_unknown_key(std::string_view key, error_code& ec);
  bool fail_type(std::string_view found, error_code& ec);
  std::string_view expectation() const noexcept;

  const Rules& rules_;
  FactStore& facts_;
  std::array<Level, application::max_depth + 1> levels_{};
  std::size_t depth_ = 0;
  Expected expected_ = Expected::document;
  Index node_ = no_index;  // of the field or group that is expected
  std::uint16_t newborn_ = FactRef::family;
  std::uint32_t seen_in_document_ = 0;  // bits by `Expected`
  std::uint32_t seen_in_handed_in_ = 0;
  HandedIn handed_in_;
  std::uint32_t seen_in_look_up_ = 0;
  std::vector<NamedLookUp> look_ups_;  // the last one is being read
  List items_;
  std::string parts_;  // of a text that comes in parts
  std::string joined_;
  std::optional<Error> error_;
  bool about_key_ = false;
};

}  // namespace birthcase
