/// A note of the heads of all chains. Keep it elsewhere: when it is compared with the store later, it proves that no
/// events were cut off and that no old file was put back.
///
///     birthcase-anchor 1
///     at 2026-11-30T18:00
///     case wl-2019-0001 7 5f2c…            the id, the number of its events, the hash of the last one
///     cases 1
///     digest 9a41…                         of the heads above: the same as `Verification::digest`
///     signature MEUCIQ…                    only in a signed note: Ed25519, in Base64
///
/// The cases are in the order of their ids, by bytes. Each line of a case is true for the moment when the case was
/// read; events that other programs add meanwhile may be in it or not. The signature is over the lines
/// `birthcase-anchor`, `at`, `cases` and `digest`, each with its end of line (LF). So it protects all heads. A note has
/// no personal data.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/store.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// Writes a note piece by piece, for any number of cases. Belongs to the thread of its store.
class AnchorWriter {
 public:
  /// `private_key` is an Ed25519 key in PEM without a password, as `openssl genpkey -algorithm ed25519` makes it;
  /// empty: the note is not signed. The store must outlive the writer. Errors: `syntax` with the path `/private_key`
  /// for another kind of key; `missing` if there is no moment.
  static Result<AnchorWriter> begin(Store& store, const DateTime& now, std::string_view private_key = {});

  /// The next piece of the note, in whole lines; empty after the last piece. If the row of a case cannot be read, the
  /// note does not have the case, and `Store::take_damaged` names it. Errors: those of `Store::heads`; after an error
  /// the caller must throw away the pieces so far.
  Result<std::string> next();

  AnchorWriter(AnchorWriter&& other) noexcept;
  AnchorWriter& operator=(AnchorWriter&& other) noexcept;
  ~AnchorWriter();

 private:
  struct State;
  explicit AnchorWriter(std::unique_ptr<State> state) noexcept;

  std::unique_ptr<State> state_;
};

/// The result of checking a note's signature.
enum class NoteSignature : std::uint8_t {
  none,       ///< the note has none
  unchecked,  ///< the note has one, and no key was given
  valid,      ///< the signature belongs to the given key
};
/// `none`, `unchecked`, `valid`
std::string_view name_of(NoteSignature signature) noexcept;

/// The result of comparing a note with a store.
struct AnchorComparison {
  DateTime at;              ///< when the note was taken
  std::uint64_t cases = 0;  ///< in the note
  NoteSignature signature = NoteSignature::none;
  /// Cases that are gone, that have fewer events than noted, or that have another hash at the last noted event.
  /// `sequence` is the noted number of events.
  std::vector<Break> breaks;
};

/// Compares a note with a store, piece by piece. Also call `verify`, which checks the chains up to their heads: only
/// both together prove that nothing was lost or changed. Belongs to the thread of its store.
class AnchorReader {
 public:
  /// If there is a `public_key` in PEM (`openssl pkey -pubout`), the note must be signed with its private key. The
  /// store must outlive the reader. Errors: `syntax` with the path `/public_key` if it is not a public Ed25519 key.
  static Result<AnchorReader> begin(Store& store, std::string_view public_key = {});

  /// Takes the next bytes of the note; a piece may end anywhere. Errors: `syntax` and `out_of_range` (a note of a newer
  /// library), with the line; those of the store. After an error the reader takes no more.
  Result<void> take(std::string_view piece);

  /// Call it after the last piece. Errors: those of `take`; `syntax` if the end of the note is missing; `contradiction`
  /// if the cases do not match the note's count and digest, or if the signature does not belong to the key; `missing`
  /// if a key was given and the note has no signature.
  Result<AnchorComparison> finish();

  AnchorReader(AnchorReader&& other) noexcept;
  AnchorReader& operator=(AnchorReader&& other) noexcept;
  ~AnchorReader();

 private:
  struct State;
  explicit AnchorReader(std::unique_ptr<State> state) noexcept;

  std::unique_ptr<State> state_;
};

/// A whole note; see `AnchorWriter`.
Result<std::string> anchor(Store& store, const DateTime& now, std::string_view private_key = {});

/// Compares a whole note with a store; see `AnchorReader`.
Result<AnchorComparison> verify_against(Store& store, std::string_view note, std::string_view public_key = {});

}  // namespace birthcase::store
