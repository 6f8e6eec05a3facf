// Notes of heads, written.
#include <birthcase/anchor.hpp>

#include "anchor/note.hpp"
#include "anchor/signature.hpp"
#include "chain.hpp"

#include <utility>

namespace birthcase::store {
namespace {

constexpr int heads_in_a_piece = 1024;

}  // namespace

struct AnchorWriter::State {
  Store& store;
  notes::Summary note;
  SigningKey key{};
  HeadsDigest digest{};
  std::string last{};  // the case that was written last
  bool begun = false;
  bool ended = false;

  std::string end();
};

std::string AnchorWriter::State::end() {
  ended = true;
  note.digest = digest.take();
  std::string text = notes::end_of(note);
  if (key) text += "signature " + signature_of(notes::signed_text_of(note), *key) + '\n';
  return text;
}

AnchorWriter::AnchorWriter(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
AnchorWriter::AnchorWriter(AnchorWriter&& other) noexcept = default;
AnchorWriter& AnchorWriter::operator=(AnchorWriter&& other) noexcept = default;
AnchorWriter::~AnchorWriter() = default;

Result<AnchorWriter> AnchorWriter::begin(Store& store, const DateTime& now, std::string_view private_key) {
  if (now.is_special()) {
    return Error{.kind = ErrorKind::missing, .message = "a note is taken at a moment", .path = "/now"};
  }
  auto state = std::make_unique<State>(State{.store = store, .note = {.at = now}});
  if (!private_key.empty()) {
    auto key = private_key_in(private_key);
    if (!key) return key.error();
    state->key = std::move(*key);
  }
  return AnchorWriter(std::move(state));
}

Result<std::string> AnchorWriter::next() {
  State& state = *state_;
  if (!std::exchange(state.begun, true)) return notes::beginning_of(state.note);
  if (state.ended) return std::string();
  const auto heads = state.store.heads(state.last, heads_in_a_piece);
  if (!heads) return heads.error();
  if (heads->empty()) return state.end();
  std::string text;
  for (const Head& head : *heads) {
    text += notes::line_of(head);
    state.digest.add(head);
    ++state.note.cases;
  }
  state.last = heads->back().case_id;
  return text;
}

Result<std::string> anchor(Store& store, const DateTime& now, std::string_view private_key) {
  auto writer = AnchorWriter::begin(store, now, private_key);
  if (!writer) return writer.error();
  std::string note;
  for (;;) {
    const auto piece = writer->next();
    if (!piece) return piece.error();
    if (piece->empty()) return note;
    note += *piece;
  }
}

}  // namespace birthcase::store
