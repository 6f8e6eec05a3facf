// A store whose power fails at a moment of our choosing, and what is on the disk then.
#pragma once

#include <birthcase/store.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace city {

namespace store = birthcase::store;

/// How far the disk got.
enum class Cut {
  before,  ///< nothing of the change was written
  within,  ///< some of its pages, not the last
  after,   ///< all of it, but nobody was told
};

/// Thrown instead of an answer. The process that had the file is as good as dead: nothing of its handles may be used.
struct PowerCut {
  bool kept = false;
};

/// Passes everything on to a store in a file. When a cut is due, the next change leaves behind, beside the file, what a
/// disk would hold at that moment: the file, and the write-ahead log as far as it got.
class UnsteadyStore final : public store::Store {
 public:
  UnsteadyStore(std::unique_ptr<store::Store> inner, std::string file)
      : inner_(std::move(inner)), file_(std::move(file)) {}

  void cut_next(Cut cut) noexcept { due_ = cut; }

  /// Where the disk of after the cut is; `-wal` is appended for its log.
  static std::string left_behind(const std::string& file) { return file + ".cut"; }

  birthcase::Result<void> append(const store::Change& change) override;
  birthcase::Result<store::Stored> load(std::string_view case_id) override { return inner_->load(case_id); }
  birthcase::Result<std::vector<store::Summary>> cases(std::string_view after, int limit) override {
    return inner_->cases(after, limit);
  }
  birthcase::Result<std::vector<store::Leased>> lease(const store::LeaseRequest& request) override;
  birthcase::Result<void> renew(std::string_view message_id, std::string_view connector, const birthcase::DateTime& now,
                                int seconds) override {
    return inner_->renew(message_id, connector, now, seconds);
  }
  birthcase::Result<void> ack(std::string_view message_id, std::string_view connector) override;
  birthcase::Result<store::Waiting> failed(const store::Failure& failure) override { return inner_->failed(failure); }
  birthcase::Result<void> retry(std::string_view message_id) override { return inner_->retry(message_id); }
  birthcase::Result<std::vector<store::Waiting>> waiting(std::string_view after, int limit, bool dead_only) override {
    return inner_->waiting(after, limit, dead_only);
  }
  birthcase::Result<std::vector<birthcase::Deadline>> due(const birthcase::Due& until, int limit) override {
    return inner_->due(until, limit);
  }
  birthcase::Result<std::vector<birthcase::Deadline>> due_after(store::DuePlace& after, const birthcase::Due& until,
                                                                int limit) override {
    return inner_->due_after(after, until, limit);
  }
  birthcase::Result<std::vector<birthcase::BirthKey>> births(const birthcase::DateTime& from,
                                                             const birthcase::DateTime& until) override {
    return inner_->births(from, until);
  }
  birthcase::Result<std::vector<store::Summary>> without_look_ups(std::string_view after, int limit) override {
    return inner_->without_look_ups(after, limit);
  }
  birthcase::Result<void> keep_look_ups(const store::LookUps& look_ups) override {
    return inner_->keep_look_ups(look_ups);
  }
  birthcase::Result<store::Verification> verify(std::string_view case_id) override { return inner_->verify(case_id); }
  birthcase::Result<store::Verification> verify_replayed(std::string_view case_id,
                                                         const store::Replay& replay) override {
    return inner_->verify_replayed(case_id, replay);
  }
  birthcase::Result<store::Repair> repair(std::string_view case_id, const store::Replay& replay) override {
    return inner_->repair(case_id, replay);
  }
  birthcase::Result<std::string> import_replayed(std::string_view json, const store::Replay& replay) override {
    return inner_->import_replayed(json, replay);
  }
  birthcase::Result<std::vector<store::Head>> heads(std::string_view after, int limit) override {
    return inner_->heads(after, limit);
  }
  birthcase::Result<std::vector<store::Break>> breaks_against(std::span<const store::Head> noted) override {
    return inner_->breaks_against(noted);
  }
  std::vector<store::Damaged> take_damaged() override { return inner_->take_damaged(); }
  void leave_out(store::Damaged row) override { inner_->leave_out(std::move(row)); }
  birthcase::Result<std::string> export_case(std::string_view case_id) override { return inner_->export_case(case_id); }
  birthcase::Result<std::string> import_case(std::string_view json) override { return inner_->import_case(json); }
  birthcase::Result<void> erase(const store::Change& change) override;
  birthcase::Result<std::vector<birthcase::Event>> erase_unread(const store::UnreadErasure& erasure) override {
    return inner_->erase_unread(erasure);
  }
  birthcase::Result<bool> is_erasure_unfinished(std::string_view case_id) override {
    return inner_->is_erasure_unfinished(case_id);
  }
  birthcase::Result<void> finish_erasures() override { return inner_->finish_erasures(); }
  birthcase::Result<bool> lacks_texts(std::string_view case_id) override { return inner_->lacks_texts(case_id); }

 private:
  template <class Work>
  std::invoke_result_t<Work> through(Work work);
  void copy_file() const;
  void copy_log(std::optional<std::uintmax_t> bytes) const;
  std::uintmax_t log_size() const;

  std::unique_ptr<store::Store> inner_;
  std::string file_;
  std::optional<Cut> due_{};
};

}  // namespace city
