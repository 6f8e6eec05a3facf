// How a case, or a part of it, ends.
#include "case/carry_out.hpp"
#include "case/spelling.hpp"
#include "case/subcommands.hpp"

#include <memory>

namespace birthcase::cli::cases {
namespace {

struct WithdrawOptions : CaseOptions {
  std::string step;
  std::string reason;
};

struct RepairClockOptions : CaseOptions {
  std::string to;
  std::string since;
  std::string reason;
};

struct DeathOptions : CaseOptions {
  std::string newborn;
};

Status run(const WithdrawOptions& options) {
  return carry_out(options, commands::Withdraw{.step = options.step, .reason = options.reason});
}

Status run(const DeathOptions& options) {
  const auto newborn = newborn_from(options.newborn);
  if (!newborn) return refuse(newborn.error(), "NEWBORN");
  return carry_out(options, commands::RecordDeath{*newborn});
}

Status run(const RepairClockOptions& options) {
  commands::RepairClock repair{.reason = options.reason};
  if (!options.to.empty()) {
    const auto to = parse_date_time(options.to);
    if (!to) return refuse(to.error(), "--to");
    repair.to = *to;
  }
  if (!options.since.empty()) {
    const auto since = parse_date_time(options.since);
    if (!since) return refuse(since.error(), "--since");
    repair.since = *since;
  }
  return carry_out(options, std::move(repair));
}

template <class Body>
Command add_plain(CLI::App& cases, std::string name, std::string description) {
  auto options = std::make_shared<CaseOptions>();
  CLI::App& command = *cases.add_subcommand(std::move(name), std::move(description));
  options->add_for_change(command);
  return {&command, [options] { return carry_out(*options, Body{}); }};
}

}  // namespace

Command add_withdraw(CLI::App& cases) {
  auto options = std::make_shared<WithdrawOptions>();
  CLI::App& command = *cases.add_subcommand("withdraw", "the family takes a step back, or the whole case");
  options->add_for_change(command);
  command.add_option("STEP", options->step, "as social-security-card#1; without it the case");
  command.add_option("--reason", options->reason, "why, in words")->option_text("TEXT")->required();
  return {&command, [options] { return run(*options); }};
}

Command add_death(CLI::App& cases) {
  auto options = std::make_shared<DeathOptions>();
  CLI::App& command =
      *cases.add_subcommand("death", "note that a newborn has died: steps that are no longer needed stop");
  options->add_for_change(command);
  command.add_option("NEWBORN", options->newborn, "counted from 1")->required();
  return {&command, [options] { return run(*options); }};
}

Command add_close(CLI::App& cases) {
  return add_plain<commands::Close>(cases, "close", "end a case in which everything is settled");
}

Command add_repair_clock(CLI::App& cases) {
  auto options = std::make_shared<RepairClockOptions>();
  CLI::App& command =
      *cases.add_subcommand("repair-clock", "correct what was noted while a clock was wrong: dates are counted again");
  options->add_for_change(command);
  command.add_option("--to", options->to, "when it really happened, as 2019-04-29T09:15 (default: now)")
      ->option_text("MOMENT");
  command.add_option("--since", options->since, "if the clock was behind: the first moment that it wrote")
      ->option_text("MOMENT");
  command.add_option("--reason", options->reason, "why, in words")->option_text("TEXT")->required();
  return {&command, [options] { return run(*options); }};
}

Command add_erase(CLI::App& cases) {
  return add_plain<commands::Erase>(cases, "erase", "forget the people of a case that is over, or of a draft");
}

}  // namespace birthcase::cli::cases
