// A whole life of a case, as commands: what the benchmarks of cases and stores do again and again.
#pragma once

#include <birthcase/case.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace birthcase::bench {

/// When every command of a life is given.
inline const DateTime life_begins(Date(2019, 6, 10), boost::posix_time::hours(9));

/// The profile of the lives: Yiwu's, loaded once.
const Profile& life_profile();

/// The application of the example family `yiwu-local`, with a mother and a birth of its own for each number.
std::string application_of(std::uint32_t number);

/// The same with a birth at another moment, and all that goes by it; told a day and a half later.
std::string application_of(std::uint32_t number, const DateTime& born_at);

/// Everything from opening to closing, with what it came to. Below 28 800 no number has the birth of another.
struct Life {
  std::string case_id{};
  std::vector<Command> commands{};
  std::vector<Event> events{};
};
Life life_of(std::uint32_t number, std::string case_id);

}  // namespace birthcase::bench
