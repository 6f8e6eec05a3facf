#include "unsteady_store.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

namespace city {
namespace {

namespace fs = std::filesystem;

constexpr auto overwrite = fs::copy_options::overwrite_existing;

}  // namespace

std::uintmax_t UnsteadyStore::log_size() const {
  std::error_code none;
  const auto size = fs::file_size(file_ + "-wal", none);
  return none ? 0 : size;
}

void UnsteadyStore::copy_file() const { fs::copy_file(file_, left_behind(file_), overwrite); }

void UnsteadyStore::copy_log(std::optional<std::uintmax_t> bytes) const {
  fs::remove(left_behind(file_) + "-wal");
  if (!fs::exists(file_ + "-wal")) return;
  fs::copy_file(file_ + "-wal", left_behind(file_) + "-wal", overwrite);
  if (bytes) fs::resize_file(left_behind(file_) + "-wal", *bytes);
}

// The file is copied before the change and the log after it. Where the change made the log longer, its end is the end
// of the change: without it, nothing of it is kept.
template <class Work>
std::invoke_result_t<Work> UnsteadyStore::through(Work work) {
  if (!due_) return work();
  const Cut cut = *std::exchange(due_, std::nullopt);
  copy_file();
  if (cut == Cut::before) {
    copy_log(std::nullopt);
    throw PowerCut{false};
  }
  const auto before = log_size();
  auto done = work();
  const auto after = log_size();
  const bool within = cut == Cut::within && after > before;
  copy_log(within ? std::optional(before + (after - before) * 2 / 3) : std::nullopt);
  if (!within) copy_file();
  throw PowerCut{!within && done.has_value()};
}

birthcase::Result<void> UnsteadyStore::append(const store::Change& change) {
  return through([&] { return inner_->append(change); });
}

birthcase::Result<void> UnsteadyStore::ack(std::string_view message_id, std::string_view connector) {
  return through([&] { return inner_->ack(message_id, connector); });
}

birthcase::Result<std::vector<store::Leased>> UnsteadyStore::lease(const store::LeaseRequest& request) {
  return through([&] { return inner_->lease(request); });
}

// An erasure empties the log when it is done, so that its middle cannot be told from outside.
birthcase::Result<void> UnsteadyStore::erase(const store::Change& change) {
  if (due_ == Cut::within) due_ = Cut::before;
  return through([&] { return inner_->erase(change); });
}

}  // namespace city
