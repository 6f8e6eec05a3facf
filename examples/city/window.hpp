// What happens at the windows: families come, cases are taken in, looked after and brought to their end.
#pragma once

#include <birthcase/case.hpp>

#include "agenda.hpp"
#include "family.hpp"
#include "office.hpp"
#include "place.hpp"
#include "tally.hpp"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace city {

/// One case in its family's life.
struct Life {
  Family family{};
  std::string case_id{};
  std::string window{};
  bool second_opening = false;     ///< of a birth that another case is about
  bool unnamed = false;            ///< not named before it comes back
  bool forgets_document = false;   ///< brings one document later
  bool forgets_deferral = false;   ///< the window forgets to name what is deferred, at first
  bool brings_scans = false;       ///< and the originals later
  std::set<std::string> arranged;  ///< what is on the agenda already
};

class Window {
 public:
  Window(const Place& place, Office& office, Agenda& agenda, Tally& tally)
      : place_(place), office_(office), agenda_(agenda), tally_(tally) {}

  /// Puts a family's first visit on the agenda.
  void expect(Family family);

  /// Looks at a case after something has happened to it, and arranges what follows.
  void look_after(const std::string& case_id);

 private:
  // window_intake.cpp: from the first visit to acceptance
  void first_visit(Life& life);
  void open(Life& life, boost::json::object told);
  void take_in(Life& life);
  bool try_acceptance(Life& life);
  bool put_right(Life& life, const birthcase::Refusal& refusal);
  bool hand_in_missing(Life& life);
  birthcase::commands::Accept acceptance(Life& life) const;
  void add_documents(Life& life, boost::json::object& told);
  void open_again(Life& life);

  // window_unnamed.cpp: children who have no name when they leave the hospital
  void visit_unnamed(Life& life);
  void named_in_same_case(Life& life);
  void comes_to_centre(Life& life);

  // window_steps.cpp: what steps need
  void dispatch(Life& life);
  bool supplement_missing(Life& life, const birthcase::Refusal& refusal);
  void arrange_step(Life& life, const birthcase::CaseStep& step);
  void family_supplements(Life& life, const std::string& step);
  void family_brings(Life& life, const std::string& step);
  void try_again(Life& life, const std::string& step);
  void arrange_delivery(Life& life);
  void bring_originals(Life& life);
  void close(Life& life);

  // window_fate.cpp: what befalls a family in between
  void befall(Life& life);
  void correct_open_fact(Life& life);
  void correct_locked_fact(Life& life);
  void withdraw(Life& life, bool whole);

  store::Executed does(Life& life, birthcase::CommandBody body) {
    return office_.execute(life.case_id, life.window, std::move(body), agenda_.now());
  }
  const Case& state(const Life& life) const { return office_.state(life.case_id); }
  bool accepted(const Life& life) const { return state(life).status == birthcase::CaseStatus::accepted; }

  /// The family comes on a later day, at an hour when the window is open.
  void on_a_later_day(Life& life, int days, std::function<void(Life&)> action);
  void soon(Life& life, int minutes, std::function<void(Life&)> action);
  void at(Life& life, const DateTime& moment, std::function<void(Life&)> action);
  /// Whether this is asked for the first time.
  static bool once(Life& life, std::string what) { return life.arranged.insert(std::move(what)).second; }

  Life& begin(Family family, std::string case_id, std::string window);

  const Place& place_;
  Office& office_;
  Agenda& agenda_;
  Tally& tally_;
  std::map<std::string, Life> lives_{};
};

/// What the family tells when it is asked for facts, by their JSON pointers: what is true of them, and of what is often
/// forgotten whatever the case does not know yet. What the library works out of other facts is asked for by these.
std::vector<birthcase::NamedFact> true_facts(const Life& life, const Case& state, std::vector<std::string> pointers);

}  // namespace city
