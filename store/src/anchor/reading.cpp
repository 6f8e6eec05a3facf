// Notes of heads, compared with a store.
#include <birthcase/anchor.hpp>

#include "anchor/note.hpp"
#include "anchor/signature.hpp"
#include "chain.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace birthcase::store {
namespace {

constexpr std::size_t heads_at_once = 256;
constexpr std::size_t longest_line = 256;

Error not_a_note(std::size_t line, std::string_view expected) {
  return {.kind = ErrorKind::syntax, .message = "expected " + std::string(expected), .line = line};
}

Error contradiction_at(std::string message, std::size_t line) {
  return {.kind = ErrorKind::contradiction, .message = std::move(message), .line = line};
}

}  // namespace

std::string_view name_of(NoteSignature signature) noexcept {
  switch (signature) {
    case NoteSignature::none:
      return "none";
    case NoteSignature::unchecked:
      return "unchecked";
    case NoteSignature::valid:
      return "valid";
  }
  return {};
}

struct AnchorReader::State {
  enum class Expected : std::uint8_t { first_line, moment, cases, digest, signature, end };

  Store& store;
  SigningKey key{};
  Expected expected = Expected::first_line;
  std::size_t lines = 0;
  std::string rest{};             // of a line whose end has not come yet
  std::optional<Error> failed{};  // what was wrong; then nothing more is taken
  std::vector<Head> noted{};      // heads that were not looked up yet
  std::string last{};             // the case that was read last
  std::uint64_t cases = 0;        // read so far
  HeadsDigest digest{};           // of these
  notes::Summary note{};          // what the note says
  std::optional<std::string> signature{};
  std::vector<Break> breaks{};

  Result<void> line(std::string_view text);
  Result<void> first(std::string_view text);
  Result<void> moment(std::string_view text);
  Result<void> a_case(std::string_view text);
  Result<void> count(std::string_view text);
  Result<void> whole(std::string_view text);
  Result<void> signed_by(std::string_view text);
  Result<void> look_up();
  Result<NoteSignature> check_signature() const;
};

Result<void> AnchorReader::State::line(std::string_view text) {
  ++lines;
  if (text.ends_with('\r')) text.remove_suffix(1);
  switch (expected) {
    case Expected::first_line:
      return first(text);
    case Expected::moment:
      return moment(text);
    case Expected::cases:
      return text.starts_with("case ") ? a_case(text) : count(text);
    case Expected::digest:
      return whole(text);
    case Expected::signature:
      return signed_by(text);
    case Expected::end:
      break;
  }
  return not_a_note(lines, "nothing after the signature");
}

Result<void> AnchorReader::State::first(std::string_view text) {
  expected = Expected::moment;
  if (text == notes::first_line) return {};
  const auto version = notes::after_word(text, "birthcase-anchor");
  if (version && notes::number_in(*version).value_or(0) > 1) {
    return Error{
        .kind = ErrorKind::out_of_range, .message = "a newer library wrote this note: use that library", .line = lines};
  }
  return not_a_note(lines, "`birthcase-anchor 1`: this is not a note of heads");
}

Result<void> AnchorReader::State::moment(std::string_view text) {
  const auto written = notes::after_word(text, "at");
  const auto at = written ? parse_date_time(*written) : Result<DateTime>(Error{});
  if (!at || to_string(*at) != *written) return not_a_note(lines, "`at` with the moment of the note");
  note.at = *at;
  expected = Expected::cases;
  return {};
}

Result<void> AnchorReader::State::a_case(std::string_view text) {
  auto head = notes::head_in(*notes::after_word(text, "case"));
  if (!head) return not_a_note(lines, "`case` with its id, the number of its events and the hash of the last one");
  if (cases > 0 && head->case_id <= last) return not_a_note(lines, "the cases in the order of their ids, each once");
  ++cases;
  last = head->case_id;
  digest.add(*head);
  noted.push_back(std::move(*head));
  return noted.size() < heads_at_once ? Result<void>() : look_up();
}

Result<void> AnchorReader::State::count(std::string_view text) {
  const auto written = notes::after_word(text, "cases");
  const auto number = written ? notes::number_in(*written) : std::nullopt;
  if (!number) return not_a_note(lines, "`case` or, after the last one, `cases` with their number");
  if (*number != cases)
    return contradiction_at("the number of cases in the note is wrong: the note was changed", lines);
  note.cases = *number;
  expected = Expected::digest;
  return look_up();
}

Result<void> AnchorReader::State::whole(std::string_view text) {
  const auto written = notes::after_word(text, "digest");
  if (!written || !notes::is_digest(*written)) return not_a_note(lines, "`digest` with the digest of the heads");
  if (*written != digest.take())
    return contradiction_at("the digest of the note does not match its heads: the note was changed", lines);
  note.digest = *written;
  expected = Expected::signature;
  return {};
}

Result<void> AnchorReader::State::signed_by(std::string_view text) {
  const auto written = notes::after_word(text, "signature");
  if (!written) return not_a_note(lines, "nothing after the digest but `signature`");
  signature = *written;
  expected = Expected::end;
  return {};
}

Result<void> AnchorReader::State::look_up() {
  auto found = store.breaks_against(noted);
  if (!found) return found.error();
  noted.clear();
  breaks.insert(breaks.end(), std::make_move_iterator(found->begin()), std::make_move_iterator(found->end()));
  return {};
}

Result<NoteSignature> AnchorReader::State::check_signature() const {
  if (!key) return signature ? NoteSignature::unchecked : NoteSignature::none;
  if (!signature) {
    return Error{.kind = ErrorKind::missing, .message = "the note is not signed, so the key cannot check it"};
  }
  if (is_signature_of(notes::signed_text_of(note), *signature, *key)) return NoteSignature::valid;
  return contradiction_at("the signature does not belong to this key, or the note was changed", lines);
}

AnchorReader::AnchorReader(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
AnchorReader::AnchorReader(AnchorReader&& other) noexcept = default;
AnchorReader& AnchorReader::operator=(AnchorReader&& other) noexcept = default;
AnchorReader::~AnchorReader() = default;

Result<AnchorReader> AnchorReader::begin(Store& store, std::string_view public_key) {
  auto state = std::make_unique<State>(State{.store = store});
  if (!public_key.empty()) {
    auto key = public_key_in(public_key);
    if (!key) return key.error();
    state->key = std::move(*key);
  }
  return AnchorReader(std::move(state));
}

Result<void> AnchorReader::take(std::string_view piece) {
  State& state = *state_;
  if (state.failed) return *state.failed;
  while (!piece.empty()) {
    const auto end = piece.find('\n');
    state.rest += piece.substr(0, std::min(end, longest_line + 1));
    if (state.rest.size() > longest_line) {
      state.failed = not_a_note(state.lines + 1, "a shorter line: this is not a note of heads");
      return *state.failed;
    }
    if (end == std::string_view::npos) break;
    const std::string line = std::exchange(state.rest, {});
    if (auto done = state.line(line); !done) {
      state.failed = done.error();
      return done;
    }
    piece.remove_prefix(end + 1);
  }
  return {};
}

Result<AnchorComparison> AnchorReader::finish() {
  State& state = *state_;
  if (auto done = take(state.rest.empty() ? "" : "\n"); !done) return done.error();
  if (state.expected != State::Expected::signature && state.expected != State::Expected::end) {
    return not_a_note(state.lines + 1, "more: the note was cut off");
  }
  const auto signature = state.check_signature();
  if (!signature) return signature.error();
  return AnchorComparison{state.note.at, state.note.cases, *signature, std::move(state.breaks)};
}

Result<AnchorComparison> verify_against(Store& store, std::string_view note, std::string_view public_key) {
  auto reader = AnchorReader::begin(store, public_key);
  if (!reader) return reader.error();
  if (auto done = reader->take(note); !done) return done.error();
  return reader->finish();
}

}  // namespace birthcase::store
