// The first case of Wenling, as tests tell it: commands with their moments, and a caller that carries them out.
#pragma once

#include "caller.hpp"

#include <span>
#include <string>
#include <string_view>

namespace caller {

/// A command and when it comes.
struct Told {
  std::string_view now;
  std::string_view command;
};

inline constexpr std::string_view opened_at = "2019-04-29T09:10";

/// The command that opens a case with an example application.
std::string opening(std::string_view application = "wenling-hospital");

/// What follows: accepted, dispatched, answered by each department, delivered, closed.
std::span<const Told> story();

/// Where the story stands: the numbers of its commands that have been told then.
inline constexpr std::size_t accepted = 1;
inline constexpr std::size_t dispatched = 2;

/// An empty case under a built-in profile.
Case new_case(birthcase_session* session, const birthcase_profile* profile, std::string_view id = "wl-2019-0001");

/// Carries out a command.
Answer perform(birthcase_session* session, birthcase_case* handle, std::string_view command, std::string_view now);

/// A case of Wenling that was opened and to which so many commands of the story have been done.
Case told_case(birthcase_session* session, const birthcase_profile* profile, std::size_t commands);

std::string events_of(birthcase_session* session, const birthcase_case* handle, std::int64_t after = 0);
std::string state_of(birthcase_session* session, const birthcase_case* handle, std::string_view now);
std::int64_t version_of(birthcase_session* session, const birthcase_case* handle);

/// Whether a text stands in another.
inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace caller
