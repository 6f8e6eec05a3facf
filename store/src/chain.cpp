#include "chain.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/digest.hpp>
#include <birthcase/event.hpp>

#include "case/redaction.hpp"

#include <algorithm>
#include <exception>
#include <random>
#include <utility>

namespace birthcase::store {
namespace {

constexpr std::size_t salt_bytes = 16;

constexpr std::string_view was_changed =
    "the event was changed or moved: its hash does not match it and the event before it";

void add_part(std::string& text, std::string_view part) {
  text += std::to_string(part.size());
  text += ':';
  text += part;
}

}  // namespace

Result<std::string> random_salt() try {
  thread_local std::random_device device;  // to set one up takes longer than to ask it
  std::string salt(salt_bytes, '\0');
  std::uint32_t bits = 0;
  for (std::size_t place = 0; place < salt_bytes; ++place, bits >>= 8) {
    if (place % sizeof bits == 0) bits = device();
    salt[place] = static_cast<char>(bits & 0xff);
  }
  return salt;
} catch (const std::bad_alloc&) {
  throw;
} catch (const std::exception&) {
  return Error{.kind = ErrorKind::storage,
               .message = "this machine gives no random numbers: see to it that programs may read /dev/urandom"};
}

std::string digest_of(const PersonalText& personal) {
  std::string bytes;
  bytes.reserve(personal.salt.size() + personal.text.size());
  return sha256(bytes.append(personal.salt).append(personal.text));
}

std::string hash_of(std::string_view case_id, std::string_view previous, const KeptEvent& event) {
  std::string text;
  text.reserve(event.data.size() + 512);
  add_part(text, previous);
  add_part(text, case_id);
  add_part(text, std::to_string(event.sequence));
  add_part(text, event.at);
  add_part(text, event.by);
  add_part(text, event.type);
  add_part(text, event.data);
  add_part(text, event.personal_digest);
  add_part(text, event.message_digest);
  return sha256(text);
}

void ChainCheck::broken(std::uint64_t sequence, std::string_view where, std::string_view what) {
  breaks_.push_back({head_.case_id, sequence, std::string(what), std::string(where)});
}

void ChainCheck::broken_event(std::uint64_t sequence, std::string_view where, std::string_view what) {
  broken(sequence, where, what);
  events_hold_ = false;
}

void ChainCheck::event(const KeptEvent& event, const std::optional<KeptMessage>& message) {
  if (event.sequence != expected_) broken_event(expected_, "events", "the event is missing");
  expected_ = event.sequence + 1;
  ++events_;
  const bool fits = event.hash == hash_of(head_.case_id, previous_, event);
  if (!fits) {
    broken(event.sequence, "events.hash", was_changed);
    changed_.push_back(
        {event.sequence, cases::public_digest(event.sequence, event.at, event.by, event.type, event.data)});
  }
  if (event.type == kind_of(events::Erased{})) check_erasure();
  check_personal(event);
  check_message(event, message);
  if (fits && event.type == kind_of(events::Erased{})) explain_redacted(event);
  previous_ = event.hash;
}

// An erasure names the older events from which it took free texts, with the digest of the rest of each.
void ChainCheck::explain_redacted(const KeptEvent& event) {
  const auto body = event_body_from(event.type, event.data, {});
  if (!body) return;
  for (const RedactedEvent& redacted : std::get<events::Erased>(*body).redacted) {
    if (std::erase(changed_, redacted) == 0) continue;
    std::erase_if(breaks_, [&redacted](const Break& each) {
      return each.sequence == redacted.sequence && each.what == was_changed;
    });
  }
}

// What came before an erasure is gone, and rightly so.
void ChainCheck::check_erasure() {
  forgotten_.clear();
  for (const auto sequence : kept_) {
    broken_event(sequence, "personal_texts.text", "its personal text is there, though the case was erased after it");
  }
  kept_.clear();
}

void ChainCheck::check_personal(const KeptEvent& event) {
  if (event.personal.erased) {
    forgotten_.push_back(event.sequence);
    return;
  }
  if (event.personal.text != nothing_personal) kept_.push_back(event.sequence);
  if (digest_of(event.personal) == event.personal_digest) return;
  broken_event(event.sequence, "personal_texts.text", "its personal text was changed");
}

void ChainCheck::check_message(const KeptEvent& event, const std::optional<KeptMessage>& message) {
  if (message && event.message_digest.empty()) {
    broken(event.sequence, "outbox", "the outbox has a message that the event did not make");
  } else if (!message && !event.message_digest.empty()) {
    broken(event.sequence, "outbox", "the message that the event made is missing from the outbox");
  } else if (message && message->body.erased) {
    forgotten_.push_back(event.sequence);
  } else if (message) {
    kept_.push_back(event.sequence);
    if (digest_of(message->body) == event.message_digest) return;
    broken(event.sequence, "outbox.body", "the message that the event made was changed in the outbox");
  }
}

// A version that is too high with the right hash is a number that was changed; with another hash a tail is missing.
void ChainCheck::check_head() {
  if (previous_ == head_.hash && events_ == head_.version) return;
  if (previous_ == head_.hash) {
    broken(0, "cases.version", "the row of the case names another last event");
  } else if (expected_ <= head_.version) {
    broken_event(expected_, "events", "the event is missing");
  } else {
    broken(0, "cases.head", "the row of the case names another last event");
  }
}

std::vector<Break> ChainCheck::finish() && {
  std::sort(forgotten_.begin(), forgotten_.end());
  forgotten_.erase(std::unique(forgotten_.begin(), forgotten_.end()), forgotten_.end());
  for (const auto sequence : forgotten_) {
    broken_event(sequence, "personal_texts.erased", "its personal text is gone, and no erasure came after it");
  }
  if (!changed_.empty()) events_hold_ = false;
  check_head();
  std::stable_sort(breaks_.begin(), breaks_.end(),
                   [](const Break& a, const Break& b) { return a.sequence < b.sequence; });
  return std::move(breaks_);
}

void HeadsDigest::add(const Head& head) {
  std::string text;
  add_part(text, digest_);
  add_part(text, head.case_id);
  add_part(text, std::to_string(head.version));
  add_part(text, head.hash);
  digest_ = sha256(text);
}

std::string HeadsDigest::take() const { return digest_.empty() ? sha256({}) : digest_; }

}  // namespace birthcase::store
