#include "case/spelling.hpp"

#include <fmt/format.h>

#include <charconv>
#include <utility>

namespace birthcase::cli::cases {
namespace {

Error misspelt(std::string_view what, std::size_t place, std::string message, ErrorKind kind = ErrorKind::syntax) {
  return {.kind = kind, .message = std::move(message), .document = fmt::format("{} {}", what, place + 1)};
}

Result<NamedFact> fact_from(const std::string& written, std::size_t place) {
  const auto sign = written.find('=');
  if (sign == std::string::npos || sign == 0) {
    return misspelt("fact", place, "a fact is written NAME=VALUE, as in newborns[0].weight_g=3250");
  }
  const std::string value = written.substr(sign + 1);
  if (value.empty()) {
    return misspelt("fact", place,
                    "no value: write NAME=null where there is none; what is not known (any more) is not written "
                    "as a fact");
  }
  return NamedFact{written.substr(0, sign), value == "null" ? Value::null() : Value::text(value)};
}

Error in_list(const Error& error, std::string_view what, std::size_t place) {
  return misspelt(what, place, error.message, error.kind);
}

}  // namespace

Result<std::vector<NamedFact>> facts_from(const std::vector<std::string>& written) {
  std::vector<NamedFact> facts;
  for (std::size_t i = 0; i < written.size(); ++i) {
    auto fact = fact_from(written[i], i);
    if (!fact) return fact.error();
    facts.push_back(std::move(*fact));
  }
  return facts;
}

std::vector<NamedFact> unknown_facts(const std::vector<std::string>& names) {
  std::vector<NamedFact> facts;
  for (const std::string& name : names) facts.push_back({name, Value()});
  return facts;
}

Result<std::uint16_t> newborn_from(std::string_view written) {
  std::uint16_t number = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), number);
  if (read.ec == std::errc::invalid_argument || read.ptr != written.data() + written.size()) {
    return Error{.kind = ErrorKind::syntax, .message = "a newborn is a number, counted from 1"};
  }
  if (read.ec != std::errc() || number < 1 || number > Application::max_newborns) {
    return Error{.kind = ErrorKind::out_of_range,
                 .message = fmt::format("newborns are counted from 1 to {}", Application::max_newborns)};
  }
  return static_cast<std::uint16_t>(number - 1);
}

Result<NamedDocument> document_from(std::string_view written, HandedInAs as) {
  NamedDocument document{.as = as};
  if (const auto mark = written.find('#'); mark != std::string_view::npos) {
    const auto newborn = newborn_from(written.substr(mark + 1));
    if (!newborn) return newborn.error();
    document.newborn = *newborn;
    written = written.substr(0, mark);
  }
  const auto slash = written.find('/');
  document.type = written.substr(0, slash);
  if (slash != std::string_view::npos) document.holder = written.substr(slash + 1);
  const bool holder_left_out = slash != std::string_view::npos && document.holder.empty();
  if (!document.type.empty() && !holder_left_out) return document;
  return Error{.kind = ErrorKind::syntax,
               .message = "a document is written TYPE, TYPE/HOLDER or TYPE/HOLDER#NEWBORN, as in id-card/mother"};
}

Result<std::vector<NamedDocument>> documents_from(const std::vector<std::string>& written, HandedInAs as) {
  std::vector<NamedDocument> documents;
  for (std::size_t i = 0; i < written.size(); ++i) {
    auto document = document_from(written[i], as);
    if (!document) return in_list(document.error(), "document", i);
    documents.push_back(std::move(*document));
  }
  return documents;
}

Result<std::vector<DeferredDocument>> deferrals_from(const std::vector<std::string>& written) {
  std::vector<DeferredDocument> deferrals;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string_view text = written[i];
    const auto sign = text.find('=');
    if (sign == std::string_view::npos) {
      return misspelt("--defer", i, "a deferral says until when: TYPE/HOLDER=DATE, as in id-card/mother=2019-05-10");
    }
    auto document = document_from(text.substr(0, sign));
    if (!document) return in_list(document.error(), "--defer", i);
    const auto until = parse_date(text.substr(sign + 1));
    if (!until) return in_list(until.error(), "--defer", i);
    deferrals.push_back({.type = std::move(document->type),
                         .holder = std::move(document->holder),
                         .newborn = document->newborn,
                         .until = *until});
  }
  return deferrals;
}

HandedInAs handed_in_as(std::string_view word) noexcept {
  if (word == "scan") return HandedInAs::scan;
  return word == "copy" ? HandedInAs::copy : HandedInAs::original;
}

}  // namespace birthcase::cli::cases
