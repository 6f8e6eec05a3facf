#include "map_reader.hpp"

#include "dates.hpp"
#include "json/document.hpp"
#include "make_error.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace birthcase::exchange {

Result<MapContent> MapReader::read() {
  auto document = json::parse_document(text_);
  if (!document) return document.error();
  json::drop_comments(*document);
  read_top(Element(*document, {}, problems_));
  if (problems_.any()) return json::located(problems_.first(), text_);
  return std::move(map_);
}

void MapReader::read_top(const Element& top) {
  const bool known = top.has_only({"$schema",      "id",    "version", "title",   "format",   "encoding",
                                   "separator",    "root",  "record",  "list",    "newborns", "same_birth",
                                   "same_newborn", "only",  "asks",    "message", "sources",  "certainty",
                                   "missing",      "named", "codes",   "rows"});
  if (!known) return;
  for (const auto part :
       {&MapReader::read_head, &MapReader::read_format, &MapReader::read_places, &MapReader::read_newborns,
        &MapReader::read_only, &MapReader::read_asks, &MapReader::read_message, &MapReader::read_sources,
        &MapReader::read_named, &MapReader::read_code_lists, &MapReader::read_rows}) {
    (this->*part)(top);
    if (problems_.any()) return;
  }
}

void MapReader::read_head(const Element& top) {
  for (const std::string_view key : {"id", "version", "title", "sources", "certainty", "format", "rows"}) {
    if (!top.member(key)) return top.fail(ErrorKind::missing, fmt::format("'{}' is missing", key));
  }
  map_.id = text_at(top, "id");
  map_.version = text_at(top, "version");
  const Element title = *top.member("title");
  if (!title.has_only({"zh", "en"})) return;
  map_.title = {text_at(title, "zh"), text_at(title, "en")};
  if (map_.title.zh.empty() || map_.title.en.empty()) title.fail(ErrorKind::missing, "write the title as zh and as en");
}

void MapReader::read_format(const Element& top) {
  map_.format = word_at<Format>(top, "format",
                                {{"xml", Format::xml},
                                 {"json", Format::json},
                                 {"delimited", Format::delimited},
                                 {"hl7v2", Format::hl7v2},
                                 {"fhir", Format::fhir}},
                                Format::xml);
  map_.options.encoding =
      word_at<Encoding>(top, "encoding", {{"utf-8", Encoding::utf_8}, {"gb18030", Encoding::gb18030}}, Encoding::utf_8);
  const auto separator = top.member("separator");
  if (!separator) return;
  const auto text = separator->text();
  if (text && text->size() == 1 && std::string_view(",;|\t").find(text->front()) != std::string_view::npos) {
    map_.options.separator = text->front();
  } else {
    separator->fail(ErrorKind::out_of_range, "a separator is one of: comma, semicolon, vertical line, tab");
  }
}

void MapReader::read_places(const Element& top) {
  map_.root = text_at(top, "root");
  map_.record = path_at(top, "record");
  map_.listed = flag_at(top, "list");
  map_.missing = texts_at(top, "missing");
  if (map_.format == Format::delimited) {
    map_.root = "rows";
    map_.record = Path::parse("row").value();
  } else if (map_.format == Format::hl7v2) {
    map_.record = Path::parse("message").value();
  } else if (map_.format == Format::fhir) {
    map_.record = Path::parse("Bundle").value();
  } else if (map_.format == Format::xml && map_.root.empty() && map_.record.steps().size() != 1) {
    top.fail(ErrorKind::missing, "'root' is missing: the element at the top, if that is not the record itself");
  }
}

void MapReader::read_newborns(const Element& top) {
  map_.newborns = path_at(top, "newborns");
  map_.same_birth = paths_at(top, "same_birth");
  map_.same_newborn = paths_at(top, "same_newborn");
  if (!map_.same_newborn.empty() && map_.same_birth.empty()) {
    top.fail(ErrorKind::missing, "'same_newborn' needs 'same_birth': which records are about one birth");
  }
  if (!map_.newborns.empty() && !map_.same_birth.empty()) {
    top.fail(ErrorKind::contradiction, "'newborns' and 'same_birth' exclude each other; remove one");
  }
}

void MapReader::read_only(const Element& top) {
  const auto only = top.member("only");
  if (!only || !only->is_filled_object()) return;
  only->each_member([this, &only](std::string_view name, const Element& texts) {
    auto path = Path::parse(name);
    if (!path) return texts.fail(path.error().kind, path.error().message);
    map_.only.push_back({std::move(*path), texts_at(*only, name)});
  });
}

void MapReader::read_asks(const Element& top) {
  const auto asks = top.member("asks");
  if (!asks) return;
  asks->each_member([this](std::string_view name, const Element& because) {
    const auto field = rules_.schema.field(name);
    if (!field) {
      return because.fail(ErrorKind::unknown_name, "the profile has no such field; `birthcase fields` lists them");
    }
    if (!because.has_only({"zh", "en"})) return;
    map_.asks.push_back({std::string(name), &rules_.fields[*field], {text_at(because, "zh"), text_at(because, "en")}});
    const Label& said = map_.asks.back().because;
    if (said.zh.empty() || said.en.empty()) because.fail(ErrorKind::missing, "say why as zh and as en");
  });
}

void MapReader::read_message(const Element& top) {
  const auto message = top.member("message");
  if (!message || !message->has_only({"id", "sent_at", "date"})) return;
  map_.message_id = path_at(*message, "id");
  map_.sent_at = path_at(*message, "sent_at");
  map_.sent_at_date = text_at(*message, "date");
  if (map_.sent_at.empty()) return;
  if (map_.sent_at_date.empty())
    return message->fail(ErrorKind::missing, "'date' is missing: how 'sent_at' is written");
  if (const auto problem = problem_of_pattern(map_.sent_at_date, true)) {
    message->member("date")->fail(ErrorKind::syntax, *problem);
  }
}

void MapReader::read_sources(const Element& top) {
  map_.certainty = word_at<Certainty>(
      top, "certainty",
      {{"verified", Certainty::verified}, {"reported", Certainty::reported}, {"assumed", Certainty::assumed}},
      Certainty::assumed);
  top.member("sources")->each_member([this](std::string_view key, const Element& source) {
    if (const auto text = source.text()) map_.sources.emplace_back(key, *text);
  });
  if (map_.sources.empty()) top.member("sources")->fail(ErrorKind::missing, "say where the format is described");
}

void MapReader::read_named(const Element& top) {
  std::vector<std::string> names;
  if (const auto named = top.member("named")) {
    named->each_member([&](std::string_view name, const Element& place) {
      if (rules_.schema.find(name)) place.fail(ErrorKind::contradiction, "a fact has this name; choose another");
      if (auto path = path_of(place)) map_.named.emplace_back(name, std::move(*path));
      names.emplace_back(name);
    });
  }
  vocabulary_.emplace(rules_.schema, std::move(names));
}

void MapReader::read_code_lists(const Element& top) {
  const auto lists = top.member("codes");
  if (!lists) return;
  lists->each_member([this](std::string_view id, const Element& element) {
    map_.codes.push_back({std::string(id), {}});
    read_pairs(element, map_.codes.back());
  });
}

void MapReader::read_pairs(const Element& element, CodeList& list) const {
  if (!element.is_filled_object()) return;
  element.each_member([&list](std::string_view theirs, const Element& ours) {
    if (const auto text = ours.text()) list.pairs.emplace_back(theirs, *text);
  });
}

void MapReader::read_rows(const Element& top) {
  const auto rows = top.member("rows");
  rows->each_item([this](const Element& row) { read_row(row); });
  if (map_.rows.empty()) return rows->fail(ErrorKind::missing, "there is no row; a map has at least one");
  if (map_.rows.size() > Map::max_rows) {
    rows->fail(ErrorKind::out_of_range, fmt::format("a map has at most {} rows; split it", Map::max_rows));
  }
}

std::optional<Path> MapReader::path_of(const Element& element) const {
  const auto text = element.text();
  if (!text) return std::nullopt;
  auto path = Path::parse(*text);
  if (path) return std::move(*path);
  element.fail(path.error().kind, fmt::format("column {}: {}", path.error().column, path.error().message));
  return std::nullopt;
}

Path MapReader::path_at(const Element& object, std::string_view key) const {
  const auto member = object.member(key);
  return member ? path_of(*member).value_or(Path()) : Path();
}

std::string MapReader::text_at(const Element& object, std::string_view key) const {
  return std::string(json::text_at(object, key).value_or(std::string_view()));
}

std::vector<Path> MapReader::paths_at(const Element& object, std::string_view key) const {
  std::vector<Path> paths;
  const auto member = object.member(key);
  if (!member) return paths;
  member->each_item([this, &paths](const Element& item) {
    if (auto path = path_of(item)) paths.push_back(std::move(*path));
  });
  return paths;
}

// A text or a list of texts, which may be empty: "" means that nothing stands there.
std::vector<std::string> MapReader::texts_at(const Element& object, std::string_view key) const {
  std::vector<std::string> texts;
  const auto member = object.member(key);
  if (!member) return texts;
  const auto add = [&texts](const Element& item) {
    const auto* text = item.value().if_string();
    if (text == nullptr) return item.fail(ErrorKind::wrong_type, "a text belongs here, in quotes");
    texts.emplace_back(text->data(), text->size());
  };
  if (member->value().is_string()) {
    add(*member);
  } else {
    member->each_item(add);
  }
  return texts;
}

std::optional<Number> MapReader::number_at(const Element& object, std::string_view key) const {
  const auto member = object.member(key);
  if (!member) return std::nullopt;
  if (member->value().is_number()) {
    if (member->value().is_double()) return Number::from_double(member->value().get_double());
    return Number::parse(boost::json::serialize(member->value()));
  }
  member->fail(ErrorKind::wrong_type, "a number belongs here");
  return std::nullopt;
}

bool MapReader::flag_at(const Element& object, std::string_view key) const {
  const auto member = object.member(key);
  return member && member->flag().value_or(false);
}

}  // namespace birthcase::exchange
