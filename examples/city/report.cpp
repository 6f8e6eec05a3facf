#include "report.hpp"

#include <cstddef>
#include <iomanip>
#include <ostream>

namespace city {
namespace {

constexpr std::size_t most_faults = 20;
constexpr std::uint32_t many_families = 2000;

std::uint64_t count_of(const Counts& counts, const std::string& name) {
  const auto found = counts.find(name);
  return found == counts.end() ? 0 : found->second;
}

void print(std::ostream& out, const char* title, const Counts& counts) {
  out << title << '\n';
  for (const auto& [name, count] : counts) out << "  " << std::setw(8) << count << "  " << name << '\n';
}

void print_promises(std::ostream& out, const Balance& balance) {
  out << "promises\n";
  for (const auto& [service, standings] : balance.promises) {
    out << "  " << std::left << std::setw(30) << service << std::right;
    for (const auto& [standing, count] : standings) out << "  " << standing << ' ' << count;
    out << '\n';
  }
}

}  // namespace

void print(std::ostream& out, const Year& year) {
  const Tally& tally = year.tally;
  print(out, "cases", year.balance.cases);
  print_promises(out, year.balance);
  print(out, "what happened", tally.happened);
  print(out, "commands done", tally.done);
  print(out, "commands refused", tally.refused);
  print(out, "remarks on commands that were done", tally.remarks);
  print(out, "events", tally.events);
  out << "messages\n  " << std::setw(8) << tally.carried << "  carried\n  " << std::setw(8) << tally.carried_again
      << "  carried again, known by their id\n  " << std::setw(8) << count_of(tally.remarks, "answer-repeated")
      << "  answered again, without effect\n";
  out << "power cuts\n  " << std::setw(8) << tally.power_cuts << "  of which " << tally.cut_after_keeping
      << " after the change was kept\n";
  const auto events = static_cast<double>(year.balance.events);
  out << std::fixed << std::setprecision(1) << "the year took " << year.seconds << " s for " << year.balance.events
      << " events, " << events / year.seconds << " a second; the audit " << year.audit_seconds << " s; the file has "
      << static_cast<double>(year.bytes) / (1024 * 1024) << " MiB, "
      << static_cast<double>(year.bytes) / 1024 / std::max(1.0, events) << " KiB an event\n"
      << "verify: " << (tally.faults.empty() ? "every chain holds, digest " : "digest ") << year.balance.digest << '\n';
  for (std::size_t i = 0; i < tally.faults.size() && i < most_faults; ++i) out << "FAULT: " << tally.faults[i] << '\n';
  if (tally.faults.size() > most_faults) out << "FAULT: and " << tally.faults.size() - most_faults << " more\n";
}

void expect_trouble(Year& year, std::uint32_t families) {
  Tally& tally = year.tally;
  const auto need = [&tally](const Counts& counts, const char* name) {
    if (count_of(counts, name) == 0) tally.fault(std::string("never happened: ") + name);
  };
  need(tally.done, "accept");
  need(year.balance.cases, "closed");
  if (tally.power_cuts == 0) tally.fault("never happened: a power cut");
  if (families < many_families) return;
  for (const char* code : {"not-acceptable", "duplicate-birth", "field-locked", "answer-differs", "unknown-message",
                           "message-superseded", "answer-out-of-order", "answer-for-another-step", "contradicts"}) {
    need(tally.refused, code);
  }
  for (const char* kind : {"step-returned", "step-failed", "step-recalled", "notice-sent", "withdrawn", "erased",
                           "newborn-died", "supplemented"}) {
    need(tally.events, kind);
  }
  for (const char* code : {"answer-repeated", "answer-late", "births-alike"}) need(tally.remarks, code);
  if (tally.carried_again == 0) tally.fault("never happened: a message carried twice");
}

}  // namespace city
