#include <birthcase/lint.hpp>

#include "json/document.hpp"
#include "json/places.hpp"
#include "lint/subject.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace birthcase {
namespace {

ProfileTexts with_built_in_profiles(const ProfileTexts& texts) {
  return [&texts](std::string_view id) {
    const auto given = texts(id);
    return given ? given : Profile::built_in_text(id);
  };
}

void put_in_order(std::vector<LintRemark>& remarks) {
  std::stable_sort(remarks.begin(), remarks.end(), [](const LintRemark& a, const LintRemark& b) {
    return std::tie(a.document, a.line, a.column, a.code) < std::tie(b.document, b.line, b.column, b.code);
  });
}

// The profile that a text extends, merged with those below it; nothing if it extends none.
std::optional<profile::Layers> layers_below(const boost::json::object& own, const ProfileTexts& texts) {
  const auto text = texts(linting::text_of(own, "extends"));
  if (linting::text_of(own, "extends").empty() || !text) return std::nullopt;
  return profile::Layers::load(*text, texts).value();
}

}  // namespace

Result<std::vector<LintRemark>> lint(std::string_view json) {
  return lint(json, [](std::string_view) { return std::optional<std::string_view>(); });
}

Result<std::vector<LintRemark>> lint(std::string_view json, const ProfileTexts& texts, const ProfileData& data) {
  const auto loaded = Profile::parse(json, texts, data);
  if (!loaded) return loaded.error();
  const ProfileTexts all_texts = with_built_in_profiles(texts);
  const auto layers = profile::Layers::load(json, all_texts).value();
  linting::Subject subject(layers, loaded->rules());
  for (const auto look :
       {linting::look_for_unused, linting::look_for_missing_suppliers, linting::look_for_answers_to_nothing,
        linting::look_for_shadowed_rules, linting::look_for_periods, linting::look_for_texts, linting::look_for_sources,
        linting::look_for_look_ups, linting::look_for_members_without_effect, linting::look_for_dues_before_inputs}) {
    look(subject);
  }
  auto remarks = subject.take();
  const auto own = json::parse_document(json).value();
  if (const auto below = layers_below(own.get_object(), all_texts)) {
    linting::look_for_idle_overrides(own.get_object(), below->merged(), loaded->id(), remarks);
  }
  place(remarks, json, texts);
  return remarks;
}

void place(std::vector<LintRemark>& remarks, std::string_view json, const ProfileTexts& texts) {
  const ProfileTexts all_texts = with_built_in_profiles(texts);
  std::map<std::string, json::Places, std::less<>> documents;
  for (std::optional<std::string_view> text = json; text && documents.size() < profile::Layers::max_layers;) {
    const auto document = json::parse_document(*text).value();
    const boost::json::object& top = document.get_object();
    documents.emplace(linting::text_of(top, "id"), *text);
    const auto below = linting::text_of(top, "extends");
    text = below.empty() ? std::nullopt : all_texts(below);
  }
  for (LintRemark& remark : remarks) {
    const auto document = documents.find(remark.document);
    if (remark.line != 0 || document == documents.end()) continue;
    const json::Position at = document->second.at(remark.path);
    remark.line = at.line;
    remark.column = at.column;
  }
  put_in_order(remarks);
}

}  // namespace birthcase
