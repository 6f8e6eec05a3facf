#include <birthcase/coverage.hpp>

#include "coverage/watched.hpp"
#include "nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {

namespace {

using coverage::Place;
using coverage::Watched;

// What makes two obligations one.
std::string identity(const Obligation& obligation) {
  return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}", obligation.table, obligation.rule, obligation.document,
                     obligation.condition, obligation.what);
}

void add_names(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
}

void count(CoverageTotal& total, const Obligation& obligation) {
  if (!obligation.counts) return;
  const bool excused = obligation.excused();
  total.excused += excused ? 1 : 0;
  total.demanded += excused ? 0 : 1;
  total.seen += obligation.seen ? 1 : 0;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const auto near = nearest(word, candidates);
  return near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near);
}

}  // namespace

std::size_t Coverage::add(const Obligation& obligation) {
  const auto [at, fresh] = places_.emplace(identity(obligation), obligations_.size());
  if (fresh) {
    obligations_.push_back(obligation);
  } else {
    Obligation& known = obligations_[at->second];
    known.seen = known.seen || obligation.seen;
    if (known.excuse.empty()) known.excuse = obligation.excuse;
    add_names(known.profiles, obligation.profiles);
  }
  return at->second;
}

const Watched& Coverage::watch(const Profile& profile) {
  auto& watched = watched_[&profile.rules()];
  if (watched == nullptr) {
    watched = coverage::declare(profile, [this](const Obligation& each) { return static_cast<Place>(add(each)); });
  }
  return *watched;
}

void Coverage::expect(const Profile& profile) { watch(profile); }

void Coverage::see(const Plan& plan) {
  for (const Place place : coverage::seen_in(watch(plan.profile()), plan)) obligations_[place].seen = true;
}

std::vector<std::size_t> Coverage::shown_by(const Plan& plan) {
  const auto seen = coverage::seen_in(watch(plan.profile()), plan);
  return {seen.begin(), seen.end()};
}

void Coverage::merge(const Coverage& other) {
  for (const auto& [rules, watched] : other.watched_) watch(watched->profile);
  for (const Obligation& obligation : other.obligations_) add(obligation);
  for (const auto& [excuse, about] : other.excuses_) {
    std::vector<std::size_t> here;
    for (const std::size_t place : about) here.push_back(add(other.obligations_[place]));
    excuses_.emplace_back(excuse, std::move(here));
  }
}

Result<void> Coverage::excuse(const Excuse& excuse) {
  std::vector<std::size_t> about;
  std::vector<std::string_view> rules;
  std::vector<std::string_view> whats;
  for (std::size_t i = 0; i < obligations_.size(); ++i) {
    Obligation& obligation = obligations_[i];
    rules.push_back(obligation.rule);
    if (obligation.rule != excuse.rule) continue;
    whats.push_back(obligation.what);
    if (obligation.what == excuse.what) about.push_back(i);
  }
  if (about.empty()) {
    const bool no_rule = whats.empty();
    const std::string message =
        no_rule ? fmt::format("there is no rule '{}' to cover{}", shown(excuse.rule), suggestion(excuse.rule, rules))
                : fmt::format("the rule '{}' need not be seen '{}'; remove the excuse{}", excuse.rule,
                              shown(excuse.what), suggestion(excuse.what, whats));
    return Error{.kind = ErrorKind::unknown_name,
                 .message = message,
                 .document = excuse.document,
                 .path = excuse.path + (no_rule ? "/rule" : "/what")};
  }
  for (const std::size_t place : about) obligations_[place].excuse = excuse.reason;
  excuses_.emplace_back(excuse, std::move(about));
  return {};
}

std::vector<Error> Coverage::needless_excuses() const {
  std::vector<Error> errors;
  for (const auto& [excuse, about] : excuses_) {
    const bool all_seen =
        std::all_of(about.begin(), about.end(), [this](std::size_t place) { return obligations_[place].seen; });
    if (!all_seen) continue;
    errors.push_back(
        {.kind = ErrorKind::contradiction,
         .message = fmt::format("a test shows '{}' of the rule '{}'; remove the excuse", excuse.what, excuse.rule),
         .document = excuse.document,
         .path = excuse.path});
  }
  return errors;
}

void Coverage::leave_out_inherited() {
  for (Obligation& obligation : obligations_) obligation.counts = !obligation.inherited();
}

std::vector<CoverageTotal> Coverage::totals() const {
  std::vector<CoverageTotal> totals;
  for (const std::string_view table : coverage::table_names()) {
    CoverageTotal total{.table = std::string(table)};
    for (const Obligation& obligation : obligations_) {
      if (obligation.table == table) count(total, obligation);
    }
    if (total.demanded + total.excused != 0) totals.push_back(std::move(total));
  }
  return totals;
}

CoverageTotal Coverage::total() const {
  CoverageTotal total;
  for (const Obligation& obligation : obligations_) count(total, obligation);
  return total;
}

double Coverage::percent() const {
  const CoverageTotal all = total();
  return all.demanded == 0 ? 100.0 : 100.0 * static_cast<double>(all.seen) / static_cast<double>(all.demanded);
}

std::vector<std::shared_ptr<const Watched>> Coverage::watched() const {
  std::vector<std::shared_ptr<const Watched>> all;
  for (const auto& [rules, watched] : watched_) all.push_back(watched);
  std::sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return a->profile.rules().id < b->profile.rules().id; });
  return all;
}

}  // namespace birthcase
