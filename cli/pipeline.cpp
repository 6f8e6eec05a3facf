#include "pipeline.hpp"

#include "output.hpp"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

constexpr std::size_t lines_of_a_job = 32;
constexpr std::size_t bytes_of_a_job = std::size_t{256} * 1024;
constexpr std::size_t jobs_of_a_thread = 4;

struct Job {
  std::vector<Line> lines;
  std::string answers;
  std::size_t failed = 0;
  bool answered = false;
};

class Pipeline {
 public:
  Pipeline(unsigned threads, const std::function<Answer(const Line&)>& answer,
           const std::function<void(const PipelineCounts&)>& progress)
      : answer_(answer), progress_(progress), window_(threads * jobs_of_a_thread) {
    for (unsigned i = 0; i < threads; ++i) workers_.emplace_back([this] { work(); });
    writer_ = std::thread([this] { write_answers(); });
  }

  PipelineCounts run(LineReader& input) {
    while (auto job = next_job(input)) hand_out(std::move(job));
    {
      const std::scoped_lock lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
    writer_.join();
    return counts_;
  }

 private:
  static std::shared_ptr<Job> next_job(LineReader& input);
  void hand_out(std::shared_ptr<Job> job);
  void work();
  void answer(Job& job) const;
  Answer answer_safely(const Line& line) const;
  void write_answers();

  const std::function<Answer(const Line&)>& answer_;
  const std::function<void(const PipelineCounts&)>& progress_;
  const std::size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;           // guards and announces what follows
  std::deque<std::shared_ptr<Job>> open_;     // not written yet, in order
  std::deque<std::shared_ptr<Job>> waiting_;  // not taken by a worker yet
  bool closed_ = false;
  PipelineCounts counts_;  // the writer's until it has ended
  std::vector<std::thread> workers_;
  std::thread writer_;
};

// As many lines as there are without waiting, at least one, not more than a job takes.
std::shared_ptr<Job> Pipeline::next_job(LineReader& input) {
  auto job = std::make_shared<Job>();
  std::size_t bytes = 0;
  Line line;
  while (job->lines.size() < lines_of_a_job && bytes < bytes_of_a_job && (job->lines.empty() || input.ready()) &&
         input.next(line)) {
    bytes += line.text.size();
    job->lines.push_back(std::move(line));
  }
  return job->lines.empty() ? nullptr : job;
}

void Pipeline::hand_out(std::shared_ptr<Job> job) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return open_.size() < window_; });
    open_.push_back(job);
    waiting_.push_back(std::move(job));
  }
  changed_.notify_all();
}

void Pipeline::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const auto job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    answer(*job);
    lock.lock();
    job->answered = true;
    changed_.notify_all();
  }
}

void Pipeline::answer(Job& job) const {
  for (const Line& line : job.lines) {
    const Answer answered = answer_safely(line);
    job.answers += answered.text;
    job.answers += '\n';
    job.failed += answered.failed ? 1 : 0;
  }
}

Answer Pipeline::answer_safely(const Line& line) const {
  try {
    return answer_(line);
  } catch (const std::exception&) {
    return {R"({"line":)" + std::to_string(line.number) +
                R"(,"error":{"kind":"out-of-range","message":"this line needs more than there is"}})",
            true};
  }
}

void Pipeline::write_answers() {
  std::unique_lock lock(mutex_);
  for (;;) {
    const auto next_is_answered = [this] { return !open_.empty() && open_.front()->answered; };
    if (!next_is_answered()) {
      if (closed_ && open_.empty()) return;
      lock.unlock();
      flush();
      lock.lock();
      changed_.wait(lock, [&] { return next_is_answered() || (closed_ && open_.empty()); });
      continue;
    }
    const auto job = std::move(open_.front());
    open_.pop_front();
    changed_.notify_all();
    lock.unlock();
    write_json(job->answers);
    counts_.lines += job->lines.size();
    counts_.failed += job->failed;
    progress_(counts_);
    lock.lock();
  }
}

}  // namespace

PipelineCounts run_pipeline(LineReader& input, unsigned threads, const std::function<Answer(const Line&)>& answer,
                            const std::function<void(const PipelineCounts&)>& progress) {
  return Pipeline(threads, answer, progress).run(input);
}

}  // namespace birthcase::cli
