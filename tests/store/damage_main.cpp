// Damaged files and changed exports, as many as one likes: a child process tries them, so that nothing that becomes of
// it ends the others; too much memory or time ends a child as a crash does.
//
//     birthcase_store_damage [FILES [IMPORTS [SEED]]]
#include "child_process.hpp"
#include "damaged_file.hpp"
#include "mutated_import.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

using namespace birthcase;
using namespace birthcase::tests;
namespace fs = std::filesystem;

constexpr std::uint32_t most_of_one_child = 200;
constexpr unsigned most_seconds = 60;            // for one file or document
constexpr rlim_t most_memory = rlim_t{1} << 30;  // of address space, of which little is used
constexpr std::string_view of_files = "--files", of_imports = "--imports";

// Trials of one kind, from one number up to another.
struct Range {
  std::string_view kind;
  std::uint32_t from = 0;
  std::uint32_t until = 0;
};

// In a child.

RandomChoices choices_of(std::uint32_t seed, std::uint32_t number) {
  std::seed_seq both{seed, number};
  return RandomChoices(both);
}

void limit_memory() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  const rlimit limit{most_memory, most_memory};
  ::setrlimit(RLIMIT_AS, &limit);
#endif
}

std::string word_of(Noticed noticed) {
  constexpr const char* words[] = {"told", "by-digest", "loose", "equal", "unseen"};
  return words[static_cast<std::size_t>(noticed)];
}

void tell_end(std::uint32_t number, const std::string& word, const std::string& fault) {
  tell("end " + std::to_string(number) + " " + word);
  if (!fault.empty()) tell("fault " + std::to_string(number) + " " + fault);
}

void try_files(const std::string& folder, std::uint32_t seed, std::uint32_t from, std::uint32_t until) {
  const Sample sample(folder);
  for (std::uint32_t number = from; number < until; ++number) {
    tell("begin " + std::to_string(number));
    ::alarm(most_seconds);
    auto choices = choices_of(seed, number);
    const auto file = folder + "/damaged-" + std::to_string(number) + ".db";
    const FileTrial trial = try_damaged_file(file, sample, choices);
    tell_end(number, word_of(trial.noticed), trial.fault.empty() ? "" : trial.damage + ": " + trial.fault);
  }
}

void try_imports(const std::string& folder, std::uint32_t seed, std::uint32_t from, std::uint32_t until) {
  const Sample sample(folder);
  Importer importer(folder + "/imports-" + std::to_string(from) + ".db", sample);
  for (std::uint32_t number = from; number < until; ++number) {
    tell("begin " + std::to_string(number));
    ::alarm(most_seconds);
    auto choices = choices_of(seed ^ 1, number);
    const Mutated mutated = mutate_export(sample, choices);
    const ImportTrial trial = importer.take_in(mutated);
    const char* word = !trial.taken_in ? "refused" : trial.forged ? "forged" : "taken";
    if (!trial.fault.empty()) write_bytes(folder + "/import-" + std::to_string(number) + ".json", mutated.json);
    tell_end(number, word, trial.fault);
  }
}

int try_range(const std::vector<std::string>& given) {
  limit_memory();
  const auto number = [&given](std::size_t place) { return static_cast<std::uint32_t>(std::stoul(given[place])); };
  const auto work = given[0] == of_files ? try_files : try_imports;
  work(given[1], number(2), number(3), number(4));
  return 0;
}

// In the parent.

struct Figures {
  std::map<std::string, std::uint32_t> ends;  // how many ended how
  std::uint32_t fatal = 0;
  std::vector<std::string> faults;

  std::uint32_t of(const std::string& word) const {
    const auto found = ends.find(word);
    return found == ends.end() ? 0 : found->second;
  }
};

class Soak {
 public:
  Soak(std::string folder, std::uint32_t seed) : folder_(std::move(folder)), seed_(seed) {}

  Figures run(std::string_view kind, std::uint32_t count) {
    Figures figures;
    std::vector<Range> left;
    for (std::uint32_t from = 0; from < count; from += most_of_one_child) {
      left.push_back({kind, from, std::min(from + most_of_one_child, count)});
    }
    while (!left.empty()) run_two(left, figures);
    return figures;
  }

 private:
  ChildProcess start(const Range& range) const {
    return ChildProcess({std::string(range.kind), folder_, std::to_string(seed_), std::to_string(range.from),
                         std::to_string(range.until)});
  }

  // Where a child ends early, another one goes on behind what it ended with.
  void run_two(std::vector<Range>& left, Figures& figures) {
    std::vector<std::pair<Range, ChildProcess>> children;
    while (!left.empty() && children.size() < 2) {
      children.emplace_back(left.back(), start(left.back()));
      left.pop_back();
    }
    for (auto& [range, child] : children) {
      const std::uint32_t done = take(range, child, figures);
      if (done < range.until) left.push_back({range.kind, done, range.until});
    }
  }

  // How far the child has come.
  static std::uint32_t take(const Range& range, ChildProcess& child, Figures& figures) {
    std::uint32_t next = range.from;
    for (const std::string& line : child.lines()) {
      const auto said = words(line);
      if (said.size() < 2) continue;
      if (said[0] == "fault") figures.faults.push_back(std::string(range.kind) + " " + line);
      if (said[0] != "end" || said.size() < 3) continue;
      ++figures.ends[said[2]];
      next = static_cast<std::uint32_t>(std::stoul(said[1])) + 1;
    }
    if (const int end = child.end(); end != 0) {
      ++figures.fatal;
      figures.faults.push_back(std::string(range.kind) + " " + std::to_string(next) +
                               " ended the process: " + std::to_string(end));
      ++next;
    }
    return next;
  }

  std::string folder_;
  std::uint32_t seed_;
};

void show(const Figures& figures) {
  for (const std::string& fault : figures.faults) std::fprintf(stderr, "%s\n", fault.c_str());
}

std::string none_or(std::uint32_t count, const char* what) {
  return (count == 0 ? std::string("none") : std::to_string(count)) + " " + what;
}

bool summarise_files(const Figures& figures, std::uint32_t count, std::uint32_t seed) {
  show(figures);
  std::printf(
      "%u damaged files (seed %u): %s, %s; noticed %u, emptied ones that the digest shows %u, every row as it was "
      "%u, changed only in what the outbox alone knows %u\n",
      count, seed, none_or(figures.of("unseen"), "unseen").c_str(), none_or(figures.fatal, "fatal").c_str(),
      figures.of("told"), figures.of("by-digest"), figures.of("equal"), figures.of("loose"));
  return figures.faults.empty() && (count < 50 || figures.of("told") > 0);
}

bool summarise_imports(const Figures& figures, std::uint32_t count, std::uint32_t seed) {
  show(figures);
  std::uint32_t unseen = 0;
  for (const std::string& fault : figures.faults) unseen += fault.find(" ended ") == std::string::npos ? 1U : 0U;
  std::printf(
      "%u changed exports (seed %u): %s, %s; refused %u, taken in as they were exported %u, with a chain forged "
      "for them %u\n",
      count, seed, none_or(unseen, "unseen").c_str(), none_or(figures.fatal, "fatal").c_str(), figures.of("refused"),
      figures.of("taken"), figures.of("forged"));
  return figures.faults.empty() && (count < 50 || figures.of("refused") > 0);
}

int run(std::uint32_t files, std::uint32_t imports, std::uint32_t seed) {
  std::string folder = (fs::temp_directory_path() / "birthcase-damage-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return 2;
  Sample::make(folder);
  Soak soak(folder, seed);
  const bool files_right = summarise_files(soak.run(of_files, files), files, seed);
  const bool imports_right = summarise_imports(soak.run(of_imports, imports), imports, seed);
  if (!files_right || !imports_right) {
    std::printf("FAULTS; the files are in %s\n", folder.c_str());
    return 1;
  }
  fs::remove_all(folder);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> given(arguments + 1, arguments + count);
  if (given.size() == 5 && given[0].starts_with("--")) return try_range(given);
  const auto number = [&given](std::size_t place, std::uint32_t otherwise) {
    return given.size() > place ? static_cast<std::uint32_t>(std::stoul(given[place])) : otherwise;
  };
  return run(number(0, 60), number(1, 300), number(2, std::random_device()()));
}
