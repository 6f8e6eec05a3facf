#include "coverage/search.hpp"
#include "coverage/skeleton.hpp"

#include <algorithm>
#include <set>

namespace birthcase {
namespace {

using namespace coverage;

/// A family that was found, and what it shows.
struct Found {
  const Search* search = nullptr;
  Trial trial;
  std::vector<Place> shown;
};

/// The suggestion as it grows.
class Suggesting {
 public:
  Suggesting(const Coverage& coverage, const SuggestionOptions& options) : coverage_(coverage), options_(options) {
    for (const auto& watched : coverage.watched()) searches_.push_back(std::make_unique<Search>(watched, options));
  }

  Suggestion run();

 private:
  void find_all();
  void find(Place place);
  void keep(const Search& search, Trial trial);
  void choose();
  void join();
  bool join(Found& into, std::vector<Place>& needed, const Found& other, const std::vector<Place>& also) const;
  SuggestedCase as_case(const Found& found, const std::vector<Place>& needed) const;

  const Coverage& coverage_;
  const SuggestionOptions& options_;
  std::vector<std::unique_ptr<Search>> searches_;
  std::set<Place> missing_;  // and not found yet
  std::vector<Place> not_found_;
  std::vector<Found> found_;
  std::vector<std::pair<Found, std::vector<Place>>> chosen_;  // with what each is chosen for
};

bool contains(const std::vector<Place>& sorted, Place place) {
  return std::binary_search(sorted.begin(), sorted.end(), place);
}

void Suggesting::keep(const Search& search, Trial trial) {
  auto shown = search.shown_by(trial);
  const bool useful = std::any_of(shown.begin(), shown.end(), [this](Place place) { return missing_.contains(place); });
  if (!useful) return;
  for (const Place place : shown) missing_.erase(place);
  found_.push_back({&search, std::move(trial), std::move(shown)});
}

// In the profile that the rule stands in first: there it depends on the least.
void Suggesting::find(Place place) {
  const std::string& document = coverage_.obligations()[place].document;
  for (const bool at_home : {true, false}) {
    for (const auto& search : searches_) {
      if ((search->watched().profile.id() == document) != at_home) continue;
      for (const Target& target : search->targets()) {
        if (target.place != place) continue;
        if (auto trial = search->find(target)) return keep(*search, std::move(*trial));
        break;
      }
    }
  }
  missing_.erase(place);
  not_found_.push_back(place);
}

void Suggesting::find_all() {
  for (std::size_t place = 0; place < coverage_.obligations().size(); ++place) {
    const Obligation& obligation = coverage_.obligations()[place];
    if (obligation.missing()) missing_.insert(static_cast<Place>(place));
  }
  for (const auto& search : searches_) keep(*search, search->ordinary());
  while (!missing_.empty() && found_.size() < options_.cases) find(*missing_.begin());
  not_found_.insert(not_found_.end(), missing_.begin(), missing_.end());  // for which there was no room
}

// The case that shows most of the rest, again and again.
void Suggesting::choose() {
  std::set<Place> left;
  for (const Found& found : found_) {
    for (const Place place : found.shown) {
      if (coverage_.obligations()[place].missing()) left.insert(place);
    }
  }
  while (!left.empty()) {
    const auto count = [&left](const Found& found) {
      return std::count_if(found.shown.begin(), found.shown.end(), [&](Place place) { return left.contains(place); });
    };
    const auto best = std::max_element(found_.begin(), found_.end(),
                                       [&](const Found& a, const Found& b) { return count(a) < count(b); });
    std::vector<Place> needed;
    for (const Place place : best->shown) {
      if (left.erase(place) != 0) needed.push_back(place);
    }
    chosen_.emplace_back(*best, std::move(needed));
  }
}

// Two families in one, where that still shows what both are for and stays small enough to be read.
bool Suggesting::join(Found& into, std::vector<Place>& needed, const Found& other,
                      const std::vector<Place>& also) const {
  constexpr std::size_t most_facts = 6;
  constexpr std::size_t most_needed = 16;
  const bool alike = into.search == other.search && into.trial.as_of == other.trial.as_of &&
                     into.trial.newborns == other.trial.newborns;
  if (!alike || into.trial.facts.size() + other.trial.facts.size() > most_facts) return false;
  if (needed.size() + also.size() > most_needed) return false;
  Trial both = into.trial;
  both.at_hand |= other.trial.at_hand;
  for (const Told& told : other.trial.facts) {
    for (const Told& here : into.trial.facts) {
      if (told.same_fact(here) && !(told.value == here.value)) return false;
    }
    both.tell(told);
  }
  auto shown = into.search->shown_by(both);
  const auto is_shown = [&shown](Place place) { return contains(shown, place); };
  if (!std::all_of(needed.begin(), needed.end(), is_shown) || !std::all_of(also.begin(), also.end(), is_shown)) {
    return false;
  }
  needed.insert(needed.end(), also.begin(), also.end());
  into.trial = std::move(both);
  into.shown = std::move(shown);
  return true;
}

void Suggesting::join() {
  std::vector<std::pair<Found, std::vector<Place>>> joined;
  for (const auto& [found, needed] : chosen_) {
    const bool done = std::any_of(joined.begin(), joined.end(), [&, &one = found, &also = needed](auto& other) {
      return join(other.first, other.second, one, also);
    });
    if (!done) joined.emplace_back(found, needed);
  }
  chosen_ = std::move(joined);
}

SuggestedCase Suggesting::as_case(const Found& found, const std::vector<Place>& needed) const {
  SuggestedCase suggested{found.search, found.trial, {}};
  for (const Target& target : found.search->targets()) {
    if (std::find(needed.begin(), needed.end(), target.place) != needed.end()) suggested.shows.push_back(target);
  }
  return suggested;
}

Suggestion Suggesting::run() {
  find_all();
  choose();
  join();
  std::vector<SuggestedCase> cases;
  Suggestion suggestion;
  for (const auto& search : searches_) {  // the cases of one profile together
    for (const auto& [found, needed] : chosen_) {
      if (found.search != search.get()) continue;
      cases.push_back(as_case(found, needed));
      suggestion.covered.insert(suggestion.covered.end(), needed.begin(), needed.end());
    }
  }
  std::sort(suggestion.covered.begin(), suggestion.covered.end());
  suggestion.document = write_skeleton(cases, coverage_.obligations(), options_.names);
  suggestion.cases = cases.size();
  suggestion.not_found.assign(not_found_.begin(), not_found_.end());
  std::sort(suggestion.not_found.begin(), suggestion.not_found.end());
  return suggestion;
}

}  // namespace

Suggestion suggest(const Coverage& coverage, const SuggestionOptions& options) {
  return Suggesting(coverage, options).run();
}

}  // namespace birthcase
