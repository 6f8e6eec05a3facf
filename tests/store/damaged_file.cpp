#include "damaged_file.hpp"

#include <birthcase/anchor.hpp>
#include <birthcase/store_json.hpp>

#include "families.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <utility>

namespace birthcase::tests {
namespace {

constexpr std::size_t header = 100;

// Pages of trees, and not those that go on with a long text: they begin with the number of another page.
std::vector<std::size_t> tree_pages(std::string_view bytes) {
  std::vector<std::size_t> pages{0};
  for (std::size_t place = 1; place < bytes.size() / sample_page; ++place) {
    if (bytes[place * sample_page] != 0) pages.push_back(place);
  }
  return pages;
}

// The beginning of some page, mostly of one in a tree.
std::size_t some_page(std::string_view bytes, Choices& choices) {
  if (choices.below(8) == 0) return choices.below(bytes.size() / sample_page) * sample_page;
  return choices.one_of(tree_pages(bytes)) * sample_page;
}

std::string flip_a_bit(std::string& bytes, const Sample&, Choices& choices) {
  const std::size_t place = some_page(bytes, choices) + choices.below(sample_page);
  bytes[place] = static_cast<char>(bytes[place] ^ (1 << choices.below(8)));
  return "a bit";
}

std::string change_bytes(std::string& bytes, const Sample&, Choices& choices) {
  const std::size_t page = some_page(bytes, choices);
  const std::size_t from = choices.below(sample_page);
  const std::size_t length = std::min(1 + choices.below(32), sample_page - from);
  for (std::size_t place = 0; place < length; ++place)
    bytes[page + from + place] = static_cast<char>(choices.below(256));
  return "some bytes";
}

// Where a page says what is where in it.
std::string change_page_head(std::string& bytes, const Sample&, Choices& choices) {
  constexpr std::array<int, 8> odd{0, 1, 2, 5, 10, 13, 127, 255};
  const std::size_t page = some_page(bytes, choices);
  const std::size_t place = page + (page == 0 ? header : 0) + choices.below(40);
  bytes[place] = static_cast<char>(choices.one_of(odd));
  return "the head of a page";
}

std::string change_file_head(std::string& bytes, const Sample&, Choices& choices) {
  constexpr std::array<int, 8> odd{0, 1, 2, 3, 4, 16, 128, 255};
  bytes[choices.below(header)] = static_cast<char>(choices.one_of(odd));
  return "the head of the file";
}

std::string fill_page(std::string& bytes, const Sample&, Choices& choices) {
  const std::size_t page = some_page(bytes, choices);
  const bool zero = choices.below(2) == 0;
  for (std::size_t place = 0; place < sample_page; ++place) {
    bytes[page + place] = zero ? '\0' : static_cast<char>(choices.below(256));
  }
  return zero ? "a page of zeros" : "a page of anything";
}

std::string swap_pages(std::string& bytes, const Sample&, Choices& choices) {
  const std::size_t one = some_page(bytes, choices);
  const std::size_t other = some_page(bytes, choices);
  const auto at = [&bytes](std::size_t place) { return bytes.begin() + static_cast<std::ptrdiff_t>(place); };
  if (one != other) std::swap_ranges(at(one), at(one + sample_page), at(other));
  return "two pages in each other's place";
}

std::string copy_page(std::string& bytes, const Sample&, Choices& choices) {
  const std::size_t from = some_page(bytes, choices);
  bytes.replace(some_page(bytes, choices), sample_page, bytes.substr(from, sample_page));
  return "a page twice";
}

// As when a disk says that it has written, and has not.
std::string lose_a_write(std::string& bytes, const Sample& sample, Choices& choices) {
  const std::size_t page = some_page(sample.earlier, choices);
  if (page < bytes.size()) bytes.replace(page, sample_page, sample.earlier.substr(page, sample_page));
  return "a page as it was before";
}

std::string truncate(std::string& bytes, const Sample&, Choices& choices) {
  const bool whole_pages = choices.below(2) == 0;
  bytes.resize(whole_pages ? choices.below(bytes.size() / sample_page) * sample_page : choices.below(bytes.size()));
  return "cut off";
}

std::string lengthen(std::string& bytes, const Sample&, Choices& choices) {
  const std::size_t more = 1 + choices.below(2 * sample_page);
  for (std::size_t count = 0; count < more; ++count) bytes += static_cast<char>(choices.below(256));
  return "more at the end";
}

// A sector of a disk.
std::string lose_a_sector(std::string& bytes, const Sample&, Choices& choices) {
  constexpr std::size_t sector = 512;
  const std::size_t place = some_page(bytes, choices) + choices.below(sample_page / sector) * sector;
  bytes.replace(place, sector, std::string(sector, choices.below(2) == 0 ? '\0' : '\xff'));
  return "a lost sector";
}

// What a caller does with a file, and what is said to be wrong.
class Use {
 public:
  explicit Use(const Sample& sample) : sample_(sample) {}

  std::string fault{};

  template <class T>
  bool fine(const Result<T>& result) {
    if (!result) judge(result.error());
    return result.has_value();
  }

  void fine(const store::Executed& executed) {
    if (!executed) judge(executed.error().to_error());
  }

  // All that changes nothing, and then all that does.
  void everything(store::Store& store, store::Desk& desk) {
    for (const std::string& id : sample_cases()) use_case(store, desk, id);
    fine(store.cases("", 1000));
    fine(store.waiting("", 1000));
    fine(store.due(Due(Date(2030, 1, 1)), 1000));
    fine(store.births(at("2019-01-01T00:00"), at("2020-01-01T00:00")));
    fine(store.births_of(mother_of(2), at("2019-01-01T00:00"), at("2020-01-01T00:00")));
    fine(store.without_look_ups("", 100));
    const auto anchored = store::anchor(store, after_sample());
    if (fine(anchored)) tells_nobody(*anchored);
    change(store, desk);
    for (const store::Damaged& row : store.take_damaged()) tells_nobody(row.case_id + row.table);
    const auto repaired = desk.repair("", after_sample());
    if (fine(repaired)) tells_nobody(to_json(*repaired));
    note(desk.verify());
  }

  // Whether it is whole.
  bool note(const Result<store::Verification>& verified) {
    if (!fine(verified)) return false;
    tells_nobody(to_json(*verified));
    return verified->breaks.empty();
  }

 private:
  void use_case(store::Store& store, store::Desk& desk, const std::string& id) {
    fine(desk.load(id));
    const auto exported = store.export_case(id);
    if (fine(exported)) fine(desk.import_case(*exported));
    fine(store.verify(id));
  }

  void change(store::Store& store, store::Desk& desk) {
    const DateTime now = after_sample();
    const auto waiting = store.waiting("", 1000);
    if (fine(waiting)) {
      for (const store::Waiting& each : *waiting) fine(store.retry(each.message_id));
    }
    const auto leased = store.lease({.connector = "connector-2", .now = now});
    if (fine(leased)) {
      for (const store::Leased& each : *leased) {
        fine(store.renew(each.message_id, "connector-2", now, 30));
        fine(store.failed({each.message_id, "connector-2", now, "no-line", {.most_failures = 1}}));
        fine(store.ack(each.message_id, "connector-2"));
      }
    }
    fine(desk.refill_look_ups(now));
    fine(desk.open("yw-9", Profile::built_in("yiwu").value(), {"window-1", commands::Open{family(9, now)}}, now));
    fine(desk.execute("yw-9", {"window-1", commands::Accept{}}, now));
    for (const char* id : {"yw-1", "yw-2", "yw-3"}) {
      fine(desk.execute(id, {"window-1", commands::Withdraw{.reason = "x"}}, now));
    }
    for (const std::string& id : sample_cases()) fine(desk.execute(id, {"window-1", commands::Erase{}}, now));
  }

  // What a damaged text can be taken for is open, but it is an error with words, and tells of nobody.
  void judge(const Error& error) {
    if (error.message.empty()) fault = "an error without words";
    tells_nobody(error.message + error.path + error.document);
  }

  void tells_nobody(std::string_view said) {
    for (const std::string& secret : sample_.secrets) {
      if (said.find(secret) != std::string_view::npos) fault = "somebody's data in: " + std::string(said);
    }
  }

  const Sample& sample_;
};

void remove(const std::string& file) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(file + ending);
}

// What there is to notice; nothing where nobody can read it.
std::optional<Noticed> difference(const std::string& file, const Sample& sample) {
  try {
    if (contents_of(file) == sample.contents) return Noticed::equal;
    if (firm_contents_of(file) == sample.firm) return Noticed::loose;
    return Noticed::not_at_all;
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

Noticed noticed(const Result<store::Verification>& verified, const std::optional<Noticed>& there, bool emptied,
                const Sample& sample) {
  if (!verified || !verified->breaks.empty()) return Noticed::told;
  if (emptied && verified->digest != sample.digest) return Noticed::by_digest;
  return there.value_or(Noticed::not_at_all);
}

void use(const std::string& file, const Sample& sample, const std::optional<Noticed>& there, bool emptied,
         FileTrial& trial) {
  Use use(sample);
  auto store = store::open_sqlite(file);
  trial.noticed = Noticed::told;
  if (use.fine(store)) {
    store::Desk desk(**store);
    const auto verified = desk.verify();
    use.note(verified);
    trial.noticed = noticed(verified, there, emptied, sample);
    use.everything(**store, desk);
  }
  trial.fault = use.fault;
}

}  // namespace

std::string damage(std::string& bytes, const Sample& sample, Choices& choices) {
  using Damage = std::string (*)(std::string&, const Sample&, Choices&);
  constexpr std::array<Damage, 14> all{flip_a_bit,   flip_a_bit,       change_bytes,     change_bytes, change_page_head,
                                       fill_page,    change_page_head, change_file_head, swap_pages,   copy_page,
                                       lose_a_write, lose_a_sector,    truncate,         lengthen};
  return choices.one_of(all)(bytes, sample, choices);
}

FileTrial try_damaged_file(const std::string& file, const Sample& sample, Choices& choices) {
  FileTrial trial;
  std::string bytes = sample.bytes;
  trial.damage = damage(bytes, sample, choices);
  const auto more = choices.below(4) == 0 ? 1 + choices.below(4) : 0;
  for (std::size_t count = 0; count < more && bytes.size() > 2 * sample_page; ++count) {
    trial.damage += ", " + damage(bytes, sample, choices);
  }
  write_bytes(file, bytes);
  const auto there = difference(file, sample);
  remove(file);
  write_bytes(file, bytes);
  try {
    use(file, sample, there, bytes.empty(), trial);
  } catch (const std::exception& thrown) {
    trial.fault = std::string("an exception: ") + thrown.what();
  }
  if (trial.fault.empty() && trial.noticed == Noticed::not_at_all) trial.fault = "damage that nobody noticed";
  if (trial.fault.empty()) {
    remove(file);
  } else {
    remove(file);
    write_bytes(file + ".fault", bytes);
  }
  return trial;
}

}  // namespace birthcase::tests
