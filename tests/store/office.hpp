// A desk on a file, for tests that say what is done and look at what is kept.
#pragma once

#include <birthcase/desk.hpp>

#include "families.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::tests {

inline const std::string window = "window-1";

struct Office {
  std::unique_ptr<store::Store> store;
  store::Desk desk;

  explicit Office(const std::string& file, store::Mode mode = store::Mode::read_write)
      : store(store::open(file, mode).value()), desk(*store) {}

  explicit Office(std::unique_ptr<store::Store> opened) : store(std::move(opened)), desk(*store) {}

  /// Opens a case for family `number`.
  store::Executed open(std::string_view case_id, std::uint32_t number, const DateTime& now);

  store::Executed execute(std::string_view case_id, CommandBody body, const DateTime& now) {
    return desk.execute(case_id, {window, std::move(body)}, now);
  }

  Case state(std::string_view case_id) { return desk.load(case_id).value(); }

  /// Opens and accepts a case, and sends what can be sent.
  void take_in(std::string_view case_id, std::uint32_t number, const DateTime& now);

  /// Does with a case whatever comes next until it is closed.
  void bring_to_its_end(std::string_view case_id, std::uint32_t number, DateTime now);

  /// Carries and acknowledges everything that waits; says which messages, in their order.
  std::vector<std::string> carry_all(const DateTime& now, std::string_view connector = "connector-1");

  /// What `verify` finds wrong, one line each: `case/sequence: what`; empty if nothing.
  std::string broken();
};

/// Keeps the acceptance of a draft as if its mother had this number, without looking for other cases first.
Result<void> accept_as_child_of(Office& office, std::string_view case_id, std::string mother);

/// The change that a draft of family `number` begins with, for tests that go without a desk. Keeps what it points at.
struct Draft {
  Draft(std::string id, std::uint32_t number, const DateTime& now);
  store::Change change() const;

  std::string case_id;
  std::vector<Event> events;
};

}  // namespace birthcase::tests
