/// What is wanted of a plan's JSON.
#pragma once

#include <birthcase/plan_contents.hpp>

#include "command.hpp"

namespace birthcase::cli {

/// `--parts`, `--no-labels` and `--no-reasons`.
class ContentsOptions {
 public:
  void add_to(CLI::App& command);

  const PlanContents& contents() const noexcept { return contents_; }

  /// Whether something is left out.
  bool given() const noexcept;

 private:
  PlanContents contents_;
};

}  // namespace birthcase::cli
