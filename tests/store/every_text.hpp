// Every text of every command, found by the description of its members: a new member is found too, and one of a type
// that nobody has thought of does not compile.
#pragma once

#include <birthcase/command.hpp>

#include "case_json/writing.hpp"

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace birthcase::tests {

/// Is given each text by its name, `answer.wanted_evidence[].type`, and what puts another one in its place.
using VisitText = std::function<void(const std::string& name, const std::function<void(const std::string&)>& put)>;

inline void visit_texts(std::string& text, const std::string& name, const VisitText& visit) {
  visit(name, [&text](const std::string& other) { text = other; });
}

inline void visit_texts(NamedFact& fact, const std::string& name, const VisitText& visit) {
  visit_texts(fact.fact, name + ".fact", visit);
  visit(name + ".value", [&fact](const std::string& other) { fact.value = Value::text(other); });
}

inline void visit_texts(std::uint16_t&, const std::string&, const VisitText&) {}
inline void visit_texts(Date&, const std::string&, const VisitText&) {}
inline void visit_texts(std::optional<DateTime>&, const std::string&, const VisitText&) {}
inline void visit_texts(HandedInAs&, const std::string&, const VisitText&) {}
inline void visit_texts(LookUpState&, const std::string&, const VisitText&) {}
inline void visit_texts(commands::AnswerKind&, const std::string&, const VisitText&) {}

template <case_json::Described T>
void visit_texts(T& object, const std::string& name, const VisitText& visit);

template <class T>
void visit_texts(std::vector<T>& items, const std::string& name, const VisitText& visit) {
  for (T& item : items) visit_texts(item, name + "[]", visit);
}

template <case_json::Described T>
void visit_texts(T& object, const std::string& name, const VisitText& visit) {
  using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
  static_assert(std::is_empty_v<T> || boost::mp11::mp_size<Members>::value > 0);
  boost::mp11::mp_for_each<Members>(
      [&](auto member) { visit_texts(object.*member.pointer, name + "." + member.name, visit); });
}

template <class T>
void widen_member(T&) {}

template <class T>
void widen_member(std::vector<T>& items) {
  if (items.empty()) items.emplace_back();
}

inline void visit_texts(Command& command, const VisitText& visit) {
  const std::string kind(kind_of(command.body));
  visit_texts(command.by, kind + ".by", visit);
  std::visit([&](auto& body) { visit_texts(body, kind, visit); }, command.body);
}

/// The command with an empty item in each list that has none.
inline Command widen(Command command) {
  std::visit(
      [](auto& body) {
        using Members =
            boost::describe::describe_members<std::remove_cvref_t<decltype(body)>, boost::describe::mod_public>;
        boost::mp11::mp_for_each<Members>([&](auto member) { widen_member(body.*member.pointer); });
      },
      command.body);
  return command;
}

inline std::vector<std::string> names_of_texts(Command command) {
  std::vector<std::string> names;
  visit_texts(command, [&names](const std::string& name, const auto&) { names.push_back(name); });
  return names;
}

inline void put_text(Command& command, std::size_t place, const std::string& text) {
  std::size_t at = 0;
  visit_texts(command, [&](const std::string&, const auto& put) {
    if (at++ == place) put(text);
  });
}

/// The names of all texts of all commands.
inline std::set<std::string> names_of_all_texts() {
  std::set<std::string> all;
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<CommandBody>>>([&](auto place) {
    const auto names = names_of_texts(widen({"x", CommandBody(std::in_place_index<place.value>)}));
    all.insert(names.begin(), names.end());
  });
  return all;
}

}  // namespace birthcase::tests
