#include "coverage/skeleton.hpp"

#include <birthcase/plan_json.hpp>

#include "coverage/expectations.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace birthcase::coverage {
namespace {

namespace js = boost::json;

constexpr std::size_t line_length = 118;

js::object facts_of(const Application& application) {
  js::object facts = js::parse(to_json(application)).get_object();
  facts.erase("profile");  // the document and its cases name the profile
  return facts;
}

bool is_list_of_objects(const js::value& value) {
  const js::array* items = value.if_array();
  return items != nullptr && !items->empty() &&
         std::all_of(items->begin(), items->end(), [](const js::value& item) { return item.is_object(); });
}

js::object difference(const js::object& from, const js::object& to);

js::value changed(const js::value& from, const js::value& to) {
  if (from.is_object() && to.is_object()) return difference(from.get_object(), to.get_object());
  if (!is_list_of_objects(from) || !is_list_of_objects(to)) return to;
  js::array items;
  for (std::size_t i = 0; i < to.get_array().size(); ++i) {
    const js::value& item = to.get_array()[i];
    items.push_back(i < from.get_array().size() ? changed(from.get_array()[i], item) : item);
  }
  return items;
}

// What must be laid over one application so that it becomes the other.
js::object difference(const js::object& from, const js::object& to) {
  js::object given;
  for (const auto& member : to) {
    const js::value* before = from.if_contains(member.key());
    if (before == nullptr) {
      given[member.key()] = member.value();
    } else if (*before != member.value()) {
      given[member.key()] = changed(*before, member.value());
    }
  }
  for (const auto& member : from) {
    if (!to.contains(member.key())) given[member.key()] = js::object{{"unknown", true}};
  }
  return given;
}

// On one line with blanks where people put them.
void write_flat(std::string& text, const js::value& value) {
  const char* separator = "";
  if (const js::object* object = value.if_object()) {
    text += '{';
    for (const auto& member : *object) {
      text += separator + js::serialize(member.key()) + ": ";
      write_flat(text, member.value());
      separator = ", ";
    }
    text += '}';
  } else if (const js::array* array = value.if_array()) {
    text += '[';
    for (const js::value& item : *array) {
      text += separator;
      write_flat(text, item);
      separator = ", ";
    }
    text += ']';
  } else {
    text += js::serialize(value);
  }
}

void write_indented(std::string& text, const js::value& value, std::size_t indent, std::size_t open_levels) {
  std::string flat;
  write_flat(flat, value);
  const bool fits = indent + flat.size() <= line_length;
  const js::object* object = value.if_object();
  const js::array* array = value.if_array();
  const bool empty = (object == nullptr || object->empty()) && (array == nullptr || array->empty());
  if (empty || (fits && open_levels == 0)) {
    text += flat;
    return;
  }
  const std::size_t inner = open_levels == 0 ? 0 : open_levels - 1;
  const std::string blanks(indent + 2, ' ');
  text += object != nullptr ? '{' : '[';
  const char* separator = "\n";
  if (object != nullptr) {
    for (const auto& member : *object) {
      text += separator + blanks + js::serialize(member.key()) + ": ";
      write_indented(text, member.value(), indent + 2, inner);
      separator = ",\n";
    }
  } else {
    for (const js::value& item : *array) {
      text += separator + blanks;
      write_indented(text, item, indent + 2, inner);
      separator = ",\n";
    }
  }
  text += '\n' + std::string(indent, ' ') + (object != nullptr ? '}' : ']');
}

// `CONFIRM: RULE applying; RULE undetermined (3 more)`
std::string name_of(const SuggestedCase& suggested, std::span<const Obligation> obligations, std::size_t number) {
  constexpr std::size_t most_named = 3;
  std::string name = fmt::format("CONFIRM: {}", number);
  for (std::size_t i = 0; i < std::min(most_named, suggested.shows.size()); ++i) {
    const Obligation& obligation = obligations[suggested.shows[i].place];
    name += fmt::format("{} {}: {}", i == 0 ? "." : ";", obligation.rule, obligation.what);
  }
  if (suggested.shows.size() > most_named) {
    name += fmt::format("; and {} more", suggested.shows.size() - most_named);
  }
  return name;
}

js::array what_it_shows(const SuggestedCase& suggested, std::span<const Obligation> obligations) {
  js::array lines;
  lines.emplace_back("Suggested: compare what is expected with the source, then give the case a name and a source.");
  for (const Target& target : suggested.shows) {
    const Obligation& obligation = obligations[target.place];
    lines.emplace_back(fmt::format("{} {}: {}", obligation.table, obligation.rule, obligation.what));
  }
  return lines;
}

}  // namespace

std::string write_skeleton(const std::vector<SuggestedCase>& cases, std::span<const Obligation> obligations,
                           const std::map<std::string, std::string, std::less<>>& names) {
  if (cases.empty()) return {};
  const Search& first = *cases.front().search;
  const auto named = [&names](const Search& search) {
    const std::string& id = search.watched().profile.id();
    const auto name = names.find(id);
    return name == names.end() ? id : name->second;
  };
  const js::object base = facts_of(first.family().ordinary());
  js::array list;
  for (const SuggestedCase& suggested : cases) {
    js::object entry;
    entry["//"] = what_it_shows(suggested, obligations);
    entry["name"] = name_of(suggested, obligations, list.size() + 1);
    const std::string profile = named(*suggested.search);
    if (profile != named(first)) entry["profile"] = profile;
    if (suggested.trial.as_of != first.ordinary().as_of) entry["as_of"] = to_string(suggested.trial.as_of);
    js::object given = difference(base, facts_of(suggested.search->family().of(suggested.trial)));
    if (!given.empty()) entry["given"] = std::move(given);
    entry["expect"] = expectations(suggested.search->plan_of(suggested.trial), suggested.shows);
    list.push_back(std::move(entry));
  }
  const js::object document{
      {"//",
       {"A skeleton, made by a search. Every case expects what the library answers now, which may be wrong.",
        "A person must read each test case, compare it with the source and remove CONFIRM from its name."}},
      {"profile", named(first)},
      {"as_of", to_string(first.ordinary().as_of)},
      {"base", base},
      {"cases", std::move(list)}};
  std::string text;
  write_indented(text, document, 0, 3);
  return text + '\n';
}

}  // namespace birthcase::coverage
