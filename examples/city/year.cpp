#include "year.hpp"

#include "agenda.hpp"
#include "connectors.hpp"
#include "departments.hpp"
#include "family.hpp"
#include "office.hpp"
#include "window.hpp"

#include <chrono>
#include <filesystem>
#include <system_error>

namespace city {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begun) { return std::chrono::duration<double>(Clock::now() - begun).count(); }

std::uintmax_t size_of(const std::string& file) {
  std::error_code none;
  const auto log = std::filesystem::file_size(file + "-wal", none);
  return std::filesystem::file_size(file) + (none ? 0 : log);
}

// Each copies the file, so there are not many.
void plan_power_cuts(Agenda& agenda, Office& office, std::uint32_t families, std::uint64_t seed) {
  Dice dice(seed ^ 0xB1ACu);
  const auto minutes = static_cast<int>((year_ends - year_begins).total_seconds() / 60);
  for (std::uint32_t i = 0; i < 8 + families / 400; ++i) {
    agenda.add(year_begins + boost::posix_time::minutes(dice.between(0, minutes)), {},
               [&office] { office.let_power_fail(); });
  }
}

}  // namespace

Year live(const Place& place, std::uint32_t families, std::uint64_t seed, const std::string& file) {
  Year year;
  const auto begun = Clock::now();
  Agenda agenda;
  agenda.begin(year_begins);
  Office office(file, seed, year.tally);
  Window window(place, office, agenda, year.tally);
  Departments departments(place, office, agenda, seed, year.tally,
                          [&window](const std::string& case_id) { window.look_after(case_id); });
  Connectors connectors(office, departments, agenda, seed);
  office.has_messages = [&connectors] { connectors.call(); };
  for (std::uint32_t number = 1; number <= families; ++number) window.expect(make_family(place, seed, number));
  plan_power_cuts(agenda, office, families, seed);
  agenda.run_until(year_ends);
  connectors.carry_all();
  year.seconds = seconds_since(begun);
  const auto audited = Clock::now();
  year.balance = audit(office, agenda, year.tally);
  year.audit_seconds = seconds_since(audited);
  year.bytes = size_of(file);
  return year;
}

}  // namespace city
