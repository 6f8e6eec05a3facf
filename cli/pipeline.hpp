/// Many lines in, many lines out, in order, by several threads and in bounded memory.
#pragma once

#include "lines.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace birthcase::cli {

/// What one line is answered with.
struct Answer {
  std::string text;  ///< without a line feed
  bool failed = false;
};

struct PipelineCounts {
  std::size_t lines = 0;
  std::size_t failed = 0;
};

/// Answers every line of `input` with `answer`, which is called by several threads at once, and writes the answers to
/// the standard output in the order of the lines. Lines are taken in jobs and only so many jobs are open at a time;
/// a writer who waits after one line gets its answer at once. `progress` is called now and then by one thread.
/// An exception of `answer` is answered in the line's place.
PipelineCounts run_pipeline(LineReader& input, unsigned threads, const std::function<Answer(const Line&)>& answer,
                            const std::function<void(const PipelineCounts&)>& progress);

}  // namespace birthcase::cli
