/// The chain of hashes through the events of a case: what has been kept cannot be changed unnoticed.
///
///     personal digest = SHA-256(salt, personal text)
///     message digest  = SHA-256(salt, message as JSON); empty where the event made no message
///     hash            = SHA-256(previous hash, case, sequence, at, by, type, data, personal digest, message digest)
///
/// with each part of the hash written as its length in bytes, a colon and the part, and an empty hash before the first
/// event. The salts are 16 random bytes: once text and salt are erased, trying all likely texts finds nothing.
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/store.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// The personal text of an event that says nothing about people.
inline constexpr std::string_view nothing_personal = "{}";

/// A text about people, with the salt of its digest.
struct PersonalText {
  std::string salt{};
  std::string text{};
  bool erased = false;  ///< then salt and text say nothing
};

/// 16 random bytes. Errors: `storage` if the machine has none to give.
Result<std::string> random_salt();

std::string digest_of(const PersonalText& personal);

/// An event as it is kept.
struct KeptEvent {
  std::uint64_t sequence = 0;
  std::string at{};
  std::string by{};
  std::string type{};
  std::string data{};
  PersonalText personal{};
  std::string personal_digest{};
  std::string message_digest{};
  std::string hash{};
};

/// What the hash of an event must be.
std::string hash_of(std::string_view case_id, std::string_view previous, const KeptEvent& event);

/// A message as it is kept, as far as the chain goes.
struct KeptMessage {
  std::uint64_t sequence = 0;  ///< of the event that made it
  std::string id{};
  std::string case_id{};
  PersonalText body{};
};

/// Checks the events of one case, in their order, each with the message that it made.
class ChainCheck {
 public:
  explicit ChainCheck(Head head) : head_(std::move(head)) {}

  void event(const KeptEvent& event, const std::optional<KeptMessage>& message);

  /// After the last event: what is wrong, the first event first.
  std::vector<Break> finish() &&;

  /// Whether the events are those that were kept, once `finish` has been called: whatever else is wrong follows from
  /// them and can be rebuilt.
  bool events_hold() const noexcept { return events_hold_; }

 private:
  void check_erasure();
  void check_personal(const KeptEvent& event);
  void check_message(const KeptEvent& event, const std::optional<KeptMessage>& message);
  void explain_redacted(const KeptEvent& event);
  void check_head();
  void broken(std::uint64_t sequence, std::string_view where, std::string_view what);
  void broken_event(std::uint64_t sequence, std::string_view where, std::string_view what);

  Head head_;
  std::string previous_{};
  std::uint64_t events_ = 0;
  std::uint64_t expected_ = 1;              // the next event's sequence
  std::vector<std::uint64_t> forgotten_{};  // events without personal text, with no erasure after them so far
  std::vector<RedactedEvent> changed_{};    // events that their hashes do not fit, as they are now
  std::vector<std::uint64_t> kept_{};       // events with one
  std::vector<Break> breaks_{};
  bool events_hold_ = true;
};

/// The digest over the heads of many cases, in the order of their ids.
class HeadsDigest {
 public:
  void add(const Head& head);
  std::string take() const;

 private:
  std::string digest_{};
};

}  // namespace birthcase::store
