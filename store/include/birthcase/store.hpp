/// Keeps cases for good: their events, the messages that wait to be carried, and the look-ups that find a case again.
///
/// `Store` is what a database must be able to do. `open` opens one: in a file of SQLite, for any number of processes
/// of one machine, or on a server of PostgreSQL, for any number of machines. `desk.hpp` works with either: it decides
/// commands, keeps what follows, and is what most callers want.
///
/// Every call is whole or nothing, also where power fails in the middle: what a call has answered is kept. Errors of
/// all calls: `storage`, naming what the disk or database said and what to do; `refused` for one that is read-only.
/// A store belongs to one thread at a time; several threads or processes open the same one each for themselves.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/deadlines.hpp>
#include <birthcase/duplicates.hpp>
#include <birthcase/replayed.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// What a command changed, to be kept in one go.
struct Change {
  std::string_view case_id;
  std::uint64_t expected_version = 0;     ///< the version that was decided on; 0 for a new case
  std::span<const Event> events;          ///< numbered from `expected_version + 1` on
  std::span<const Message> messages;      ///< for the outbox
  std::string_view profile;               ///< the id of its rules
  std::span<const ProfileText> layers;    ///< the texts of the rules, kept once for each digest; none before acceptance
  CaseStatus status = CaseStatus::draft;  ///< after the events, as are the following
  std::span<const BirthKey> births;       ///< replace those of the case
  std::span<const Deadline> deadlines;    ///< replace those of the case; settled ones are left out
  bool sole_births = false;               ///< a `conflict` if another case has one of these births exactly
  std::span<const BirthKey> sole = {};    ///< the same of these alone, which are among `births`
};

/// What finds a case again, as it follows from the events up to a version.
struct LookUps {
  std::string_view case_id;
  std::uint64_t version = 0;
  std::span<const BirthKey> births;
  std::span<const Deadline> deadlines;
};

struct Summary {
  std::string case_id;
  std::string profile;
  CaseStatus status = CaseStatus::draft;
  std::uint64_t version = 0;
  DateTime changed_at;
};

/// A message that a connector has taken to carry.
struct Leased {
  std::string message_id;
  std::string case_id;
  std::string organisation;
  std::string body;       ///< the message's JSON
  std::uint32_t attempt;  ///< 1 for the first
};

struct LeaseRequest {
  std::string_view connector;     ///< who carries; a lease can be renewed and ended by the same one only
  std::string_view organisation;  ///< messages to this one only; empty: to all
  DateTime now{};
  int seconds = 60;  ///< how long the connector has; after that anybody may take the message again
  int limit = 16;
};

/// How long carrying a message is tried: 1, 2, 4 … minutes lie between the first failures, an hour between the later
/// ones, and after the tenth the message is a dead letter.
struct Patience {
  int first_pause = 60;      ///< seconds after the first failure, 1 to 86 400; each further one doubles it
  int longest_pause = 3600;  ///< but to no more than this, 1 to 86 400
  int most_failures = 10;    ///< with this one the message is dead, 1 to 1000
};

/// That a message could not be carried.
struct Failure {
  std::string_view message_id;
  std::string_view connector;  ///< the one that has it
  DateTime now{};
  std::string_view reason;  ///< a code: 1 to 40 lower-case letters, digits and `-`, a letter first; nobody's number
  Patience patience{};
};

/// A message that waits in the outbox.
struct Waiting {
  std::string message_id;
  std::string case_id;
  std::string organisation;
  std::uint32_t attempts = 0;  ///< how often it was handed out
  std::uint32_t failures = 0;  ///< how often in a row that failed
  std::string reason;          ///< of the last failure; empty where there was none
  bool dead = false;           ///< handed to nobody until `retry`
  bool behind_dead = false;    ///< a message before it in its step is dead
  std::string until;           ///< when a lease or a pause ends; empty where there is none
};

/// What the row of a case says about its events.
struct Head {
  std::string case_id{};
  std::uint64_t version = 0;  ///< how many there are
  std::string hash{};         ///< of the last one
};

/// A place in the list of due things, over all cases: behind its last row so far. A new one is before the first.
struct DuePlace {
  std::string ends{};
  std::string case_id{};
  std::string id{};
  std::int64_t place = -1;
};

/// Something in the store that is not as it was kept.
struct Break {
  std::string case_id;         ///< empty: the store as such
  std::uint64_t sequence = 0;  ///< the event that does not fit; 0: the case as a whole
  std::string what;            ///< in English; never what a row says about people
  std::string where = {};      ///< the table and, where one is meant, its column: `outbox.organisation`
};

struct Verification {
  std::uint64_t cases = 0;
  std::uint64_t events = 0;
  std::vector<Break> breaks;
  std::uint64_t not_replayed = 0;  ///< drafts whose profile is not known here: of them only the chain was checked
  std::uint64_t unfinished_erasures = 0;  ///< cases whose texts may still stand in the write-ahead file or in old rows
  std::string digest;  ///< of the heads of all chains: to be noted elsewhere, so that a missing tail shows
};

/// The erasure of a case that cannot be read.
struct UnreadErasure {
  std::string_view case_id;
  std::string_view by;                              ///< who does it
  DateTime now{};                                   ///< when
  std::optional<std::uint64_t> expected_version{};  ///< a `conflict` if its row says another one
};

/// What `Store::repair` did.
struct Repair {
  std::uint64_t cases = 0;
  std::vector<Break> mended;  ///< what was wrong and is not any more
  std::vector<Break> left;    ///< what is wrong still: nothing of these cases was touched, or it cannot be rebuilt
};

/// A row that cannot be read, and was left out.
struct Damaged {
  std::string case_id;  ///< empty where the row does not say
  std::string table;

  friend bool operator==(const Damaged&, const Damaged&) = default;
};

/// What a database must do.
///
/// One damaged row stops nobody: `cases`, `lease`, `due`, `births`, `births_of` and `without_look_ups` leave out a row
/// that cannot be read, or a message that is not the one that its event made, and go on. `take_damaged` names them.
class Store {
 public:
  virtual ~Store() = default;

  /// Keeps a change. Errors: `conflict` if the case has another version by now; nothing is kept then.
  /// `unknown_name` for a later version of no case; `contradiction` for events that do not follow on each other or on
  /// those that are there, are another case's, or have other messages than they speak of.
  virtual Result<void> append(const Change& change) = 0;

  /// Errors: `unknown_name` if there is no such case.
  virtual Result<Stored> load(std::string_view case_id) = 0;

  /// The cases after this id, in the order of their ids.
  virtual Result<std::vector<Summary>> cases(std::string_view after, int limit) = 0;

  /// Hands out the oldest messages that nobody carries. Those of one step of a case go in their order, the next one
  /// when the last has been acknowledged; steps do not wait for each other, so that what cannot be carried for one
  /// newborn or to one department holds up nobody else. A message is handed out again when its lease is over; the
  /// receiver must know it by its id. A request that was cancelled before it was handed out is not handed out
  /// any more, and neither is its cancellation; once it was, the cancellation goes after it. Should the clock have
  /// jumped back, a lease from the future counts as over. Errors: `missing` without a connector or a moment;
  /// `out_of_range` for a limit outside 1–1000 or seconds outside 1–86 400.
  virtual Result<std::vector<Leased>> lease(const LeaseRequest& request) = 0;

  /// Prolongs a lease so that it ends this many seconds after `now`; 0 gives the message back at once. Errors:
  /// `unknown_name`; `conflict` if it was acknowledged or another connector has it by now; `missing`; `out_of_range`.
  virtual Result<void> renew(std::string_view message_id, std::string_view connector, const DateTime& now,
                             int seconds) = 0;

  /// The message has arrived. A second acknowledgement changes nothing. Errors: `unknown_name`; `conflict` if another
  /// connector has it by now, or none ever had.
  virtual Result<void> ack(std::string_view message_id, std::string_view connector) = 0;

  /// A connector could not carry a message that it has. It is handed to nobody until a pause is over, which doubles
  /// with every failure; after the last that is allowed it is a dead letter, until somebody says `retry`. Later
  /// messages of its step wait, all others pass. A second note changes nothing. Answers with the message. Errors:
  /// as `renew`; `out_of_range` for a reason that is not a code, and for limits that are out of bounds.
  virtual Result<Waiting> failed(const Failure& failure);

  /// Forgets that carrying a message has failed: dead or not, it is handed out again at once, its failures counted
  /// from 0. Errors: `unknown_name`; `conflict` if it has arrived.
  virtual Result<void> retry(std::string_view message_id);

  /// Messages that wait, the oldest first, after this one's id (empty: from the first), 1 to 1000 at once; dead letters
  /// alone, or all. Damaged rows are left out. Errors: `unknown_name` for an id of no message.
  virtual Result<std::vector<Waiting>> waiting(std::string_view after, int limit, bool dead_only = false);

  /// What is not settled and due up to a moment, over all cases, the first first; with its standing as last written.
  /// A day without a time ends with the day.
  virtual Result<std::vector<Deadline>> due(const Due& until, int limit) = 0;

  /// The same, page by page: what comes behind `after`, which is then behind the last one. None when there is no more.
  virtual Result<std::vector<Deadline>> due_after(DuePlace& after, const Due& until, int limit);

  /// The births known between two moments, both included.
  virtual Result<std::vector<BirthKey>> births(const DateTime& from, const DateTime& until) = 0;

  /// The births of one mother between two moments, both included. A store that has no index of mothers looks through
  /// all births between them.
  virtual Result<std::vector<BirthKey>> births_of(std::string_view mother_id_number, const DateTime& from,
                                                  const DateTime& until);

  /// Cases after this id whose look-ups do not speak of their last event: those of a file of an older library, and
  /// those that were imported. `Desk::refill_look_ups` sees to them.
  virtual Result<std::vector<Summary>> without_look_ups(std::string_view after, int limit) = 0;

  /// Keeps the look-ups of a case, unless it has another version by now: then nothing happens.
  virtual Result<void> keep_look_ups(const LookUps& look_ups) = 0;

  /// Checks the chains of hashes: of one case, or of all; then also the file as such: pages, tables, and rows that
  /// belong to nothing. Errors: `unknown_name`.
  virtual Result<Verification> verify(std::string_view case_id = {}) = 0;

  /// As `verify`, and whether every other row about each case is what a replay of its events gives; see `Desk::verify`.
  virtual Result<Verification> verify_replayed(std::string_view case_id, const Replay& replay);

  /// Rebuilds what a replay of the events gives: status and head of the case, its births and deadlines, rows of the
  /// outbox; of all cases also rows that belong to nothing. Touches no event, and nothing of a case whose events do not
  /// hold. A transaction for each case. See `Desk::repair`. Errors: `unknown_name`.
  virtual Result<Repair> repair(std::string_view case_id, const Replay& replay);

  /// The heads of the chains after this case's id, in the order of the ids, 1 to 10 000 at once. A head that can be
  /// none is left out. See `anchor.hpp`.
  virtual Result<std::vector<Head>> heads(std::string_view after, int limit);

  /// Lists the noted heads that are no longer in the chains: the case is gone, has fewer events or another hash there.
  /// Each break has the noted version as its `sequence`.
  virtual Result<std::vector<Break>> breaks_against(std::span<const Head> noted);

  /// A case as one JSON text, with its chain and its messages in the outbox.
  virtual Result<std::string> export_case(std::string_view case_id) = 0;

  /// Takes in what `export_case` wrote, and says which case it is. Messages under way are carried again; its look-ups
  /// come with `Desk::refill_look_ups`. It is replayed first, a draft under a built-in profile (`Desk::import_case`
  /// knows others): nothing comes in that says otherwise than its events. Errors: `conflict` if the case is there;
  /// `contradiction` for a chain that does not hold, for events that cannot follow on each other under the case's
  /// rules, and for a status, rules or messages that are not those which the events give; `unknown_name` for a draft
  /// whose profile is not known; those of `event_body_from`.
  virtual Result<std::string> import_case(std::string_view json) = 0;

  /// As `import_case`, under other profiles than the built-in ones.
  virtual Result<std::string> import_replayed(std::string_view json, const Replay& replay);

  /// Appends the `Erased` event and forgets everything personal of the case: in its events, in the outbox and among the
  /// births, also in the free pages of a file, and on a server in rows that were overwritten. The chain stays
  /// verifiable. Should somebody be reading all the while, the write-ahead file is emptied (the rows are removed)
  /// later, when the store is next opened for writing or another case is erased: `Verification::unfinished_erasures`
  /// counts those. Copies, backups and a server's archives are the caller's. Errors: as `append`; `refused` while
  /// messages wait to be carried, which must be acknowledged first.
  virtual Result<void> erase(const Change& change) = 0;

  /// Forgets everything personal of a case whose events or rules cannot be read, also free texts in the `data` of its
  /// events. Appends `Withdrawn`, if the case is not over, and `Erased`; the case is then over. Damage stays, and
  /// `verify` still reports it. Returns the new events; none if everything was forgotten already. Errors: those of
  /// `erase`; `conflict`; `unknown_name` if the store has nothing of such a case. A store that cannot do this refuses.
  virtual Result<std::vector<Event>> erase_unread(const UnreadErasure& erasure);

  /// Whether texts of an erased case may still stand somewhere, since somebody keeps reading old pages or rows.
  virtual Result<bool> is_erasure_unfinished(std::string_view case_id);

  /// Removes what is left of erasures that could not be finished, as far as nobody is reading it any more.
  virtual Result<void> finish_erasures();

  /// Whether an erased case lacks texts, since rows of it are damaged or gone, while the store has texts that belong to
  /// nothing and may be its: then its erasure stays unfinished.
  virtual Result<bool> lacks_texts(std::string_view case_id);

  /// The rows that calls have left out since this was last asked, each once.
  virtual std::vector<Damaged> take_damaged();

  /// Notes a row that was left out.
  virtual void leave_out(Damaged row);

 private:
  std::vector<Damaged> damaged_;
};

enum class Mode : std::uint8_t {
  read_write,  ///< makes the file if there is none
  read_only,
};

/// A store wherever `location` says: `postgresql://user@host:port/database` (or `postgres://`) on a server, as libpq
/// takes it, with everything else that it takes; any other text is the file of `open_sqlite`. No part of a location but
/// host, port and database shows in an error. On a server the tables are made in the schema `birthcase` if there are
/// none; it is asked for names, passwords and certificates as libpq does, so the environment and files of the user
/// count
/// (`PGPASSFILE`, `PGSSLMODE`, …). Errors: those of `open_sqlite`; `syntax` for a malformed connection string;
/// `storage` for a server that cannot be reached, and where this library was built without PostgreSQL.
Result<std::unique_ptr<Store>> open(const std::string& location, Mode mode = Mode::read_write);

/// Whether a location is one on a server: then no file of that name is meant.
bool is_on_server(std::string_view location) noexcept;

/// A store in a file of SQLite, on a local disk. Older files are brought to the present schema; newer ones are refused.
/// `file` may be a URI of SQLite: `file:/mnt/backup/births.db?immutable=1` reads what nobody can write to.
/// Errors: `storage`, also if the file is not a store; `out_of_range` for a file of a newer library; `refused` for an
/// older one that may only be read.
Result<std::unique_ptr<Store>> open_sqlite(const std::string& file, Mode mode = Mode::read_write);

}  // namespace birthcase::store
