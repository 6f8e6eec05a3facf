/// What a store and a desk answer, as JSON text.
#pragma once

#include <birthcase/anchor.hpp>
#include <birthcase/case_json.hpp>
#include <birthcase/desk.hpp>
#include <birthcase/store.hpp>

#include <span>
#include <string>

namespace birthcase::store {

/// `{"version", "events", "messages", "findings", "alike": [{"case", "newborn"}]}`, of an erasure with `"erasure"`:
/// `"finished"` or `"unfinished"`
std::string to_json(const Outcome& outcome, Language language = Language::zh);

/// `[{"case", "profile", "status", "version", "changed_at"}]`
std::string to_json(std::span<const Summary> cases);

/// `[{"message", "case", "organisation", "attempt", "body": {…}}]`
std::string to_json(std::span<const Leased> leased);

/// `[{"message", "case", "organisation", "attempts", "failures", "reason", "state", "until"}]`; the state is `dead`,
/// `behind-dead` or `waiting`
std::string to_json(std::span<const Waiting> waiting);

/// One of these.
std::string to_json(const Waiting& waiting);

/// `{"cases", "events", "breaks": [{"case", "sequence", "what", "where"}], "unfinished_erasures", "digest",
/// "not_replayed"}`
std::string to_json(const Verification& verification);

/// `{"at", "cases", "signature", "breaks": [{"case", "sequence", "what", "where"}]}`; the signature is `none`,
/// `unchecked` or `valid`
std::string to_json(const AnchorComparison& comparison);

/// `{"cases", "mended": [{"case", "sequence", "what", "where"}], "left": […]}`
std::string to_json(const Repair& repair);

/// `[{"case", "table"}]`
std::string to_json(std::span<const Damaged> damaged);

}  // namespace birthcase::store
