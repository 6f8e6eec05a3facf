/// `--into`: what was imported becomes a draft, or is added to one.
#pragma once

#include <birthcase/exchange/import.hpp>

#include "command.hpp"
#include "exchange/map_choice.hpp"

#include <memory>
#include <span>
#include <string>

namespace birthcase::cli {

#ifdef BIRTHCASE_WITH_STORE
namespace cases {
struct CaseOptions;
}
#endif

/// A draft is opened for each birth that has an application: CASE, or CASE-1, CASE-2 and so on where there are several.
/// A case that is there gets what it did not know. Where it knows something else:
///
/// - that the same author told before, and the case never had the record's value: the record corrects it, by an event of
///   its own;
/// - that the same author told, after the record's value: an older record comes again, and nothing changes;
/// - that somebody else told: it stays, and a line says which facts differ.
class IntoCase {
 public:
  IntoCase();

  void add_to(CLI::App& command);
  bool wanted() const noexcept;
  Status carry_out(std::span<const exchange::ImportedBirth> births, const MapOptions& map) const;

 private:
#ifdef BIRTHCASE_WITH_STORE
  std::shared_ptr<cases::CaseOptions> options_;
#endif
};

}  // namespace birthcase::cli
