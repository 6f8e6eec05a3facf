/// A note of the heads of all chains, kept elsewhere: compared with the store later, it proves that no tail was cut and
/// that no old file was put back.
///
///     birthcase-anchor 1
///     at 2026-11-30T18:00
///     case wl-2019-0001 7 5f2c…            the id, the number of its events, the hash of the last one
///     cases 1
///     digest 9a41…                         of the heads above: what `Verification::digest` says of them
///     signature MEUCIQ…                    in a signed note: Ed25519, in Base64
///
/// The cases stand in the order of their ids, by bytes. Each line of a case is true of the moment when it was read;
/// what others keep meanwhile may be in it or not. A signature is over the lines `birthcase-anchor`, `at`, `cases` and
/// `digest`, each with its end of line (LF), and so over all heads. A note tells about nobody.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/store.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// Writes a note piece by piece, however many cases there are. Belongs to the thread of its store.
class AnchorWriter {
 public:
  /// `private_key` is an Ed25519 key in PEM without a password, as `openssl genpkey -algorithm ed25519` makes it;
  /// empty: the note is not signed. The store must outlive this. Errors: `syntax` with the path `/private_key` for
  /// another key; `missing` for no moment.
  static Result<AnchorWriter> begin(Store& store, const DateTime& now, std::string_view private_key = {});

  /// The next piece of the note, whole lines; empty after the last. A case whose row cannot be read is left out and
  /// named by `Store::take_damaged`. Errors: those of `Store::heads`; what was written by then is no whole note.
  Result<std::string> next();

  AnchorWriter(AnchorWriter&& other) noexcept;
  AnchorWriter& operator=(AnchorWriter&& other) noexcept;
  ~AnchorWriter();

 private:
  struct State;
  explicit AnchorWriter(std::unique_ptr<State> state) noexcept;

  std::unique_ptr<State> state_;
};

/// Whether a note's signature was looked at.
enum class NoteSignature : std::uint8_t {
  none,       ///< the note has none
  unchecked,  ///< it has one, and no key was given
  valid,      ///< it is that of the given key
};
/// `none`, `unchecked`, `valid`
std::string_view name_of(NoteSignature signature) noexcept;

/// The result of comparing a note with a store.
struct AnchorComparison {
  DateTime at;              ///< when the note was taken
  std::uint64_t cases = 0;  ///< in the note
  NoteSignature signature = NoteSignature::none;
  /// Cases that are gone, have fewer events than noted or another hash at the noted one; `sequence` is the noted number
  /// of events.
  std::vector<Break> breaks;
};

/// Compares a note with a store, piece by piece. Whether the chains hold up to their heads is what `verify` says: only
/// both together prove that nothing was lost or changed. Belongs to the thread of its store.
class AnchorReader {
 public:
  /// With a `public_key` in PEM (`openssl pkey -pubout`) the note must be signed with its other half. The store must
  /// outlive this. Errors: `syntax` with the path `/public_key` for what is no public Ed25519 key.
  static Result<AnchorReader> begin(Store& store, std::string_view public_key = {});

  /// Takes the next bytes of the note, cut anywhere. Errors: `syntax` and `out_of_range` (a note of a newer library),
  /// with the line; those of the store. After an error nothing more can be taken.
  Result<void> take(std::string_view piece);

  /// After the last piece. Errors: as `take`; `syntax` for a note without its end; `contradiction` for one whose cases
  /// are not those that it counts and digests, or whose signature is not the key's; `missing` for one without a
  /// signature where a key was given.
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
