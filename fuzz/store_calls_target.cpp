// Calls on a store in any order, with arguments right and wrong: a failed call changes nothing and tells nothing, a
// file that is sound never fails, and in the end `verify` finds nothing wrong.
//
// Input: a byte for the encoding and language, then calls: a byte for which, bytes for its arguments.
#include "arguments.hpp"
#include "birthcase_store.h"
#include "documented.hpp"
#include "secret.hpp"
#include "store_folder.hpp"
#include "target.hpp"
#include "vocabulary.hpp"

#include <filesystem>

namespace fuzz {
namespace {

using Store = Owned<birthcase_store, birthcase_store_free>;
using Birth = Owned<birthcase_case, birthcase_case_free>;

constexpr std::size_t most_calls = 40;
constexpr std::array<std::string_view, 6> case_ids{"wl-1", "wl-1", "wl-1", "wl-2", "no-such-case", ""};
constexpr std::array<std::string_view, 4> connectors{"connector-1", "connector-1", "connector-2", ""};
constexpr std::array<std::string_view, 4> organisations{"", "", "public-security", "no-such-organisation"};
constexpr std::array<std::string_view, 5> messages{"wl-1:birth-certificate#1:1", "wl-1:birth-certificate#1:1",
                                                   "wl-1:hukou-registration#1:1", "no-such-message", ""};
constexpr std::array<std::string_view, 4> reasons{"no-line", "http-503", "No Line", ""};
constexpr std::array<std::int32_t, 6> numbers{1, 60, 1000, 0, -1, 2'000'000'000};

const StoreFolder& folder() {
  static const StoreFolder made;
  return made;
}

std::string fresh_file() {
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(folder().file("calls.db") + ending);
  return folder().file("calls.db");
}

class Windows {
 public:
  explicit Windows(Bytes& input);

  void run();

 private:
  using Given = Handle<birthcase_store>;

  void call();
  void reopen();
  void add_profile();
  void open_case();
  void perform();
  void load();
  void list();
  void lease();
  void renew();
  void ack();
  void fail();
  void retry();
  void list_waiting();
  void due();
  void verify();
  void repair();
  void export_case();
  void import_case();

  Given handle() { return handle_from<birthcase_store>(input_, store_, static_cast<birthcase_session*>(watcher_)); }
  template <class Usual>
  Text text(const Usual& usual) {
    return text_from(input_, caller_, usual);
  }
  template <class Call>
  std::optional<std::string> ask(const Given& of, Statuses allowed, bool impossible, Call&& call);
  void judge(const Given& of, birthcase_status status, Statuses allowed, bool impossible);
  std::string cases();
  void must_be_whole(const std::string& verified);

  Bytes& input_;
  Caller caller_;
  Caller watcher_;  // looks at the same file through a handle of its own
  std::string file_ = fresh_file();
  Store store_;
  Store watched_;
  std::string exported_ = "{}";
};

Windows::Windows(Bytes& input)
    : input_(input),
      caller_(static_cast<std::int32_t>(input.below(4)), static_cast<std::int32_t>(input.below(2))),
      watcher_(BIRTHCASE_UTF8, BIRTHCASE_ENGLISH) {
  for (Store* each : {&store_, &watched_}) {
    watcher_.check(birthcase_store_open(watcher_, file_.data(), length_of(file_), BIRTHCASE_READ_WRITE, each->out()),
                   only_ok);
  }
}

void Windows::run() {
  for (std::size_t calls = 0; calls < most_calls && !input_.empty(); ++calls) call();
  must_be_whole(watcher_.get([&](auto... out) { return birthcase_store_verify(watcher_, watched_, "", 0, out...); }));
}

void Windows::call() {
  using Call = void (Windows::*)();
  constexpr std::array<Call, 24> calls{
      &Windows::perform, &Windows::perform,     &Windows::perform,      &Windows::perform,     &Windows::open_case,
      &Windows::perform, &Windows::open_case,   &Windows::lease,        &Windows::lease,       &Windows::ack,
      &Windows::renew,   &Windows::due,         &Windows::list,         &Windows::load,        &Windows::verify,
      &Windows::repair,  &Windows::export_case, &Windows::import_case,  &Windows::add_profile, &Windows::reopen,
      &Windows::fail,    &Windows::retry,       &Windows::list_waiting, &Windows::lease};
  (this->*input_.one_of(calls))();
}

template <class Call>
std::optional<std::string> Windows::ask(const Given& of, Statuses allowed, bool impossible, Call&& call) {
  const std::string before = cases();
  auto got = caller_.ask(of.wrong ? Statuses{BIRTHCASE_BAD_HANDLE} : allowed.less(BIRTHCASE_STORAGE), call);
  must(!got || !impossible, "an argument that cannot be is refused");
  if (got) return got;
  must_not_tell(caller_.error() + caller_.error_line());
  must_equal(cases(), before, "a failed call changes nothing");
  return got;
}

void Windows::judge(const Given& of, birthcase_status status, Statuses allowed, bool impossible) {
  must(!impossible || status != BIRTHCASE_OK, "an argument that cannot be is refused");
  caller_.check(status, of.wrong ? Statuses{BIRTHCASE_BAD_HANDLE} : allowed.less(BIRTHCASE_STORAGE));
  if (status != BIRTHCASE_OK) must_not_tell(caller_.error() + caller_.error_line());
}

std::string Windows::cases() {
  return watcher_.get([&](auto... out) { return birthcase_store_cases(watcher_, watched_, "", 0, 1000, out...); });
}

void Windows::must_be_whole(const std::string& verified) {
  must(read_json(verified).at("breaks").get_array().empty(), "whatever is called, the store stays whole", verified);
}

// The file again, for reading or writing; or something that is none.
void Windows::reopen() {
  const std::array<std::string, 5> places{file_, file_, file_, folder().name(), ""};
  const std::string& place = input_.one_of(places);
  const std::array<std::int32_t, 5> modes{BIRTHCASE_READ_WRITE, BIRTHCASE_READ_WRITE, BIRTHCASE_READ_ONLY, 2, -1};
  Store opened;
  const auto status = birthcase_store_open(caller_, place.data(), length_of(place), input_.one_of(modes), opened.out());
  caller_.check(status, documented::store_open);
  must((status == BIRTHCASE_OK) == (opened != nullptr), "a handle is there if and only if the call succeeded");
  must(status != BIRTHCASE_OK || place == file_, "what is no file of cases cannot be opened");
  if (input_.byte() % 4 != 0 && opened != nullptr) store_ = std::move(opened);
}

void Windows::add_profile() {
  const auto given = handle();
  judge(given, birthcase_store_add_profile(caller_, given.given, built_in("wenling")), only_ok, false);
}

void Windows::open_case() {
  const auto given = handle();
  const Text id = text(case_ids);
  const Text command = input_.byte() % 8 == 0 ? text(case_commands) : meaning(caller_, case_commands[input_.below(2)]);
  const Text now = text(moments);
  ask(given, documented::store_open_case, id.impossible || command.impossible || now.impossible, [&](auto... out) {
    return birthcase_store_open_case(caller_, given.given, built_in("wenling"), id.data(), id.length, command.data(),
                                     command.length, now.data(), now.length, out...);
  });
}

void Windows::perform() {
  const auto given = handle();
  const Text id = text(case_ids);
  const Text command = text(case_commands);
  const Text now = text(moments);
  const std::int64_t version =
      input_.byte() % 4 == 0 ? static_cast<std::int64_t>(input_.byte()) - 4 : BIRTHCASE_ANY_VERSION;
  ask(given, documented::store_do, id.impossible || command.impossible || now.impossible, [&](auto... out) {
    return birthcase_store_do(caller_, given.given, id.data(), id.length, command.data(), command.length, now.data(),
                              now.length, version, out...);
  });
}

void Windows::load() {
  const auto given = handle();
  const Text id = text(case_ids);
  Birth loaded;
  const auto status = birthcase_store_load(caller_, given.given, id.data(), id.length, loaded.out());
  judge(given, status, documented::store_load, id.impossible);
  must((status == BIRTHCASE_OK) == (loaded != nullptr), "a handle is there if and only if the call succeeded");
}

void Windows::list() {
  const auto given = handle();
  const Text after = text(case_ids);
  const std::int32_t limit = input_.one_of(numbers);
  const auto listed = ask(given, documented::store_cases, after.impossible, [&](auto... out) {
    return birthcase_store_cases(caller_, given.given, after.data(), after.length, limit, out...);
  });
  must(!listed || (limit >= 1 && limit <= 1000), "a limit that cannot be is refused");
  if (listed) must(read_json(caller_.utf8(*listed)).is_array(), "a list is a list");
}

void Windows::lease() {
  const auto given = handle();
  const Text connector = text(connectors);
  const Text organisation = text(organisations);
  const Text now = text(moments);
  const std::int32_t seconds = input_.one_of(numbers);
  const std::int32_t limit = input_.one_of(numbers);
  const bool impossible = connector.impossible || organisation.impossible || now.impossible;
  ask(given, documented::store_lease, impossible, [&](auto... out) {
    return birthcase_store_lease(caller_, given.given, connector.data(), connector.length, organisation.data(),
                                 organisation.length, now.data(), now.length, seconds, limit, out...);
  });
}

void Windows::renew() {
  const auto given = handle();
  const Text message = text(messages);
  const Text connector = text(connectors);
  const Text now = text(moments);
  const auto status = birthcase_store_renew(caller_, given.given, message.data(), message.length, connector.data(),
                                            connector.length, now.data(), now.length, input_.one_of(numbers));
  judge(given, status, documented::store_renew, message.impossible || connector.impossible || now.impossible);
}

void Windows::ack() {
  const auto given = handle();
  const Text message = text(messages);
  const Text connector = text(connectors);
  const auto status =
      birthcase_store_ack(caller_, given.given, message.data(), message.length, connector.data(), connector.length);
  judge(given, status, documented::store_ack, message.impossible || connector.impossible);
}

// Failed at a moment and seldom with usual numbers: a message may be dead at once.
void Windows::fail() {
  const auto given = handle();
  const Text message = text(messages);
  const Text connector = text(connectors);
  const Text now = text(moments);
  const Text reason = text(reasons);
  const std::array<std::int32_t, 3> patience{input_.one_of(numbers), input_.one_of(numbers), input_.one_of(numbers)};
  const bool impossible = message.impossible || connector.impossible || now.impossible || reason.impossible;
  const auto failed = ask(given, documented::store_failed, impossible, [&](auto... out) {
    return birthcase_store_failed(caller_, given.given, message.data(), message.length, connector.data(),
                                  connector.length, now.data(), now.length, reason.data(), reason.length, patience[0],
                                  patience[1], patience[2], out...);
  });
  if (failed) must(read_json(caller_.utf8(*failed)).at("failures").to_number<int>() > 0, "what failed, has", *failed);
}

void Windows::retry() {
  const auto given = handle();
  const Text message = text(messages);
  const auto status = birthcase_store_retry(caller_, given.given, message.data(), message.length);
  judge(given, status, documented::store_retry, message.impossible);
}

void Windows::list_waiting() {
  const auto given = handle();
  const Text after = text(messages);
  const std::int32_t limit = input_.one_of(numbers);
  const auto listed = ask(given, documented::store_waiting, after.impossible, [&](auto... out) {
    return birthcase_store_waiting(caller_, given.given, after.data(), after.length, limit, input_.byte() % 2, out...);
  });
  must(!listed || (limit >= 1 && limit <= 1000), "a limit that cannot be is refused");
}

void Windows::due() {
  const auto given = handle();
  const Text until = input_.byte() % 2 == 0 ? text(days) : text(moments);
  const Text now = text(moments);
  const std::int32_t limit = input_.one_of(numbers);
  ask(given, documented::store_due, until.impossible || now.impossible, [&](auto... out) {
    return birthcase_store_due(caller_, given.given, until.data(), until.length, now.data(), now.length, limit, out...);
  });
}

void Windows::verify() {
  const auto given = handle();
  const Text id = text(case_ids);
  const auto verified = ask(given, documented::store_verify, id.impossible, [&](auto... out) {
    return birthcase_store_verify(caller_, given.given, id.data(), id.length, out...);
  });
  if (verified) must_be_whole(caller_.utf8(*verified));
}

void Windows::repair() {
  const auto given = handle();
  const Text id = text(case_ids);
  const Text now = text(moments);
  const auto repaired = ask(given, documented::store_repair, id.impossible || now.impossible, [&](auto... out) {
    return birthcase_store_repair(caller_, given.given, id.data(), id.length, now.data(), now.length, out...);
  });
  if (!repaired) return;
  const auto said = read_json(caller_.utf8(*repaired));
  must(said.at("left").get_array().empty(), "nothing is left of what is whole", *repaired);
  must(said.at("mended").get_array().empty(), "nothing is mended of what is whole", *repaired);
}

void Windows::export_case() {
  const auto given = handle();
  const Text id = text(case_ids);
  const auto exported = ask(given, documented::store_export, id.impossible, [&](auto... out) {
    return birthcase_store_export(caller_, given.given, id.data(), id.length, out...);
  });
  if (exported) exported_ = caller_.utf8(*exported);
}

// The same file has the case, so nothing comes in.
void Windows::import_case() {
  const auto given = handle();
  const std::array<std::string_view, 3> documents{exported_, exported_, "[]"};
  const Text document = text(documents);
  const auto taken = ask(given, documented::store_import, document.impossible, [&](auto... out) {
    return birthcase_store_import(caller_, given.given, document.data(), document.length, out...);
  });
  must(!taken, "a case that is there is not taken in");
}

}  // namespace
}  // namespace fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes input(data, size);
  fuzz::Windows(input).run();
  return 0;
}
