#include <birthcase/mutation.hpp>

#include "mutation/subjects.hpp"

#include <algorithm>
#include <optional>

namespace birthcase {
namespace {

using mutation::Subject;
using mutation::SubjectCase;
using mutation::SubjectDocument;
using mutation::Subjects;

/// The profiles on one layer with one change in it, loaded when a test asks for them.
class ChangedProfiles {
 public:
  ChangedProfiles(const Subjects& subjects, std::size_t layer, std::string text)
      : subjects_(subjects), layer_(layer), text_(std::move(text)), loaded_(subjects.subjects().size()) {}

  const Result<Profile>& at(std::size_t subject);
  ProfileLookup lookup(const SubjectDocument& document);

 private:
  const std::string& text_of(std::size_t layer) const {
    return layer == layer_ ? text_ : subjects_.layers()[layer].text;
  }

  const Subjects& subjects_;
  std::size_t layer_;
  std::string text_;
  std::vector<std::optional<Result<Profile>>> loaded_;
};

const Result<Profile>& ChangedProfiles::at(std::size_t subject) {
  std::optional<Result<Profile>>& loaded = loaded_[subject];
  if (loaded) return *loaded;
  const Subject& original = subjects_.subjects()[subject];
  if (!original.has(layer_)) return loaded.emplace(original.profile);
  const auto texts = [&](std::string_view id) -> std::optional<std::string_view> {
    for (const std::size_t layer : original.layers) {
      if (subjects_.layers()[layer].id == id) return text_of(layer);
    }
    return std::nullopt;
  };
  return loaded.emplace(Profile::parse(text_of(original.layers.front()), texts, original.profile.data()));
}

ProfileLookup ChangedProfiles::lookup(const SubjectDocument& document) {
  return [this, &document](std::string_view name) { return at(document.subjects.find(name)->second); };
}

enum class Outcome { survived, killed, unloadable };

class MutantRun {
 public:
  MutantRun(Subjects subjects, const MutationOptions& options)
      : subjects_(std::move(subjects)), options_(options), kills_(subjects_.documents().size(), 0) {}

  Result<MutationReport> run();

 private:
  Result<void> run(std::size_t layer);
  bool is_own(std::size_t layer) const;
  void judge(std::size_t layer, const ProfileMutants& mutants, const Mutant& mutant);
  Outcome outcome(std::size_t layer, const Mutant& mutant, ChangedProfiles& profiles);
  bool fails_alone(std::size_t place, ChangedProfiles& profiles);
  bool fails(std::size_t document, std::size_t layer, ChangedProfiles& profiles);
  std::vector<std::size_t> likely(std::size_t layer, const Mutant& mutant) const;
  std::vector<std::size_t> documents_by_kills() const;
  void remember(std::size_t place);
  const AcceptedSurvivor* accepted(const Mutant& mutant) const;

  Subjects subjects_;
  const MutationOptions& options_;
  MutationReport report_;
  std::vector<std::size_t> kills_;  // by document
  std::vector<std::size_t> last_;   // cases that killed lately, the last first
  std::vector<const AcceptedSurvivor*> survived_;
};

const AcceptedSurvivor* MutantRun::accepted(const Mutant& mutant) const {
  const auto& all = options_.accepted;
  const auto found = std::find_if(all.begin(), all.end(), [&mutant](const AcceptedSurvivor& each) {
    return each.rule == mutant.rule && each.change == mutant.change;
  });
  return found == all.end() ? nullptr : &*found;
}

void MutantRun::remember(std::size_t place) {
  constexpr std::size_t most = 6;
  std::erase(last_, place);
  last_.insert(last_.begin(), place);
  if (last_.size() > most) last_.pop_back();
  ++kills_[subjects_.cases()[place].document];
}

// Cases that show the rule doing something; then those that have killed others lately.
std::vector<std::size_t> MutantRun::likely(std::size_t layer, const Mutant& mutant) const {
  std::vector<std::size_t> cases = subjects_.showing(mutant.rule);
  cases.insert(cases.end(), last_.begin(), last_.end());
  std::erase_if(cases,
                [&](std::size_t place) { return !subjects_.subjects()[subjects_.cases()[place].subject].has(layer); });
  return cases;
}

// A document that no longer reads, because the rule that it names is gone, fails as well.
bool MutantRun::fails_alone(std::size_t place, ChangedProfiles& profiles) {
  const SubjectCase& test = subjects_.cases()[place];
  const auto read = RuleTests::parse(test.text, profiles.lookup(subjects_.documents()[test.document]));
  return !read || !birthcase::run(read->cases().front()).passed();
}

bool MutantRun::fails(std::size_t document, std::size_t layer, ChangedProfiles& profiles) {
  const SubjectDocument& tests = subjects_.documents()[document];
  const bool concerned = std::any_of(tests.subjects.begin(), tests.subjects.end(),
                                     [&](const auto& named) { return subjects_.subjects()[named.second].has(layer); });
  if (!concerned) return false;
  const auto read = RuleTests::parse(tests.text, profiles.lookup(tests));
  return !read || std::any_of(read->cases().begin(), read->cases().end(),
                              [](const RuleTest& test) { return !birthcase::run(test).passed(); });
}

std::vector<std::size_t> MutantRun::documents_by_kills() const {
  std::vector<std::size_t> order(kills_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return kills_[a] > kills_[b]; });
  return order;
}

Outcome MutantRun::outcome(std::size_t layer, const Mutant& mutant, ChangedProfiles& profiles) {
  const auto cases = likely(layer, mutant);
  const auto& subjects = subjects_.subjects();
  const auto first = std::find_if(subjects.begin(), subjects.end(), [layer](const Subject& s) { return s.has(layer); });
  const std::size_t subject =
      cases.empty() ? static_cast<std::size_t>(first - subjects.begin()) : subjects_.cases()[cases.front()].subject;
  if (!profiles.at(subject)) return Outcome::unloadable;
  for (const std::size_t place : cases) {
    if (!fails_alone(place, profiles)) continue;
    remember(place);
    return Outcome::killed;
  }
  for (const std::size_t document : documents_by_kills()) {
    if (!fails(document, layer, profiles)) continue;
    ++kills_[document];
    return Outcome::killed;
  }
  return Outcome::survived;
}

void MutantRun::judge(std::size_t layer, const ProfileMutants& mutants, const Mutant& mutant) {
  ChangedProfiles profiles(subjects_, layer, mutants.text(mutant));
  ++report_.mutants;
  switch (outcome(layer, mutant, profiles)) {
    case Outcome::unloadable:
      ++report_.unloadable;
      ++report_.killed;
      return;
    case Outcome::killed:
      ++report_.killed;
      return;
    case Outcome::survived:
      break;
  }
  const AcceptedSurvivor* const known = accepted(mutant);
  if (known != nullptr) survived_.push_back(known);
  report_.survivors.push_back({subjects_.layers()[layer].id, mutant, known == nullptr ? std::string() : known->reason});
}

Result<void> MutantRun::run(std::size_t layer) {
  const auto mutants = ProfileMutants::make(subjects_.layers()[layer].text);
  if (!mutants) return mutants.error();
  for (const Mutant& mutant : mutants->all()) {
    if (mutant.rule.starts_with(options_.rule) && subjects_.in_use(layer, mutant.rule)) judge(layer, *mutants, mutant);
  }
  return {};
}

bool MutantRun::is_own(std::size_t layer) const {
  const auto& subjects = subjects_.subjects();
  return std::any_of(subjects.begin(), subjects.end(),
                     [layer](const Subject& subject) { return subject.layers.front() == layer; });
}

Result<MutationReport> MutantRun::run() {
  for (std::size_t layer = 0; layer < subjects_.layers().size(); ++layer) {
    if (options_.own && !is_own(layer)) continue;
    if (auto done = run(layer); !done) return done.error();
  }
  for (const AcceptedSurvivor& each : options_.accepted) {
    const bool survived = std::find(survived_.begin(), survived_.end(), &each) != survived_.end();
    if (!survived && each.rule.starts_with(options_.rule)) report_.killed_after_all.push_back(each);
  }
  return std::move(report_);
}

}  // namespace

bool MutationReport::passed() const noexcept {
  return killed_after_all.empty() &&
         std::none_of(survivors.begin(), survivors.end(), [](const Survivor& each) { return each.reason.empty(); });
}

Result<MutationReport> run_mutants(const std::vector<MutationTests>& tests, const MutationOptions& options) {
  auto subjects = Subjects::read(tests, options.data);
  if (!subjects) return subjects.error();
  return MutantRun(std::move(*subjects), options).run();
}

}  // namespace birthcase
