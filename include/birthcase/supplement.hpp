/// What the family must still tell or bring for an accepted case, why, by when and how: the supplement notice
/// (补正告知书), as data. `documents.hpp` prints it.
#pragma once

#include <birthcase/case.hpp>

#include <optional>
#include <string>
#include <vector>

namespace birthcase {

/// One thing that is wanted: a fact, a document, or neither where a department has returned a step without saying what.
struct SupplementItem {
  std::string step{};                       ///< the step that waits
  std::string fact{};                       ///< by its name; empty for a document
  std::optional<NamedDocument> document{};  ///< absent for a fact
  bool by_department = false;               ///< returned by the department, else a change of facts asks for it
  std::string because{};                    ///< the department's words, if there are any; they may tell about people
  DateTime since{};
};

struct SupplementNotice {
  std::vector<SupplementItem> items{};  ///< by step
  std::optional<Due> told_by{};         ///< when the office must tell the family at the latest, if the rules say so
  std::optional<Due> answer_by{};       ///< when the family must answer at the latest, if the rules say so
  Label term{};                         ///< what the rules say about that, in words; may be empty
  Label how{};                          ///< how to answer
};

/// The notice of a case as it is now. Nothing where nothing is wanted of the family.
std::optional<SupplementNotice> supplement_notice_of(const Case& state);

/// The documents that the family is waited for, each once: no other paper may say that they need not be brought.
std::vector<NamedDocument> waited_for(const Case& state);

}  // namespace birthcase
