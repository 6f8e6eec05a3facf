// Ordinary applications are read in one pass over their bytes; all others, and all errors, event by event. Both ways
// read the same.
#include "application/reading.hpp"
#include "applications.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

using namespace birthcase;
using birthcase::tests::built_in;
using birthcase::tests::Example;
using birthcase::tests::same_facts;
using birthcase::tests::source_file;

namespace {

FactStore nothing_known(const Rules& rules) {
  FactStore facts;
  facts.family.resize(rules.schema.family_slots());
  return facts;
}

// Whether it is ordinary. If so, it has been read alike both ways.
bool is_ordinary(const Profile& profile, std::string_view json) {
  FactStore facts = nothing_known(profile.rules());
  if (!application::read_at_once(profile.rules(), json, facts)) return false;
  FactStore wanted = nothing_known(profile.rules());
  const auto error = application::read_by_events(profile.rules(), json, wanted);
  CAPTURE(json);
  CHECK_MESSAGE(!error, (error ? describe(*error) : std::string()));
  CHECK(same_facts(facts, wanted));
  return true;
}

bool is_ordinary(std::string_view json) { return is_ordinary(built_in("yiwu"), json); }

const Profile& profile_named_in(const Example& example) {
  return built_in(std::string_view(example.document().at("profile").as_string()));
}

// A text with a few bytes changed, left out, or put in: bytes that JSON and applications have.
class Spoiler {
 public:
  explicit Spoiler(unsigned seed) : random_(seed) {}

  std::string spoilt(std::string text) {
    for (std::size_t count = 1 + any(3); count > 0; --count) spoil(text);
    return text;
  }

 private:
  std::size_t any(std::size_t count) { return random_() % count; }

  void spoil(std::string& text) {
    static const std::array<std::string, 40> pieces{"\"",
                                                    "\\",
                                                    "\\u674e",
                                                    "{",
                                                    "}",
                                                    "[",
                                                    "]",
                                                    ",",
                                                    ":",
                                                    " ",
                                                    "\n",
                                                    "\t",
                                                    "\x01",
                                                    "\x7f",
                                                    "0",
                                                    "9",
                                                    "-",
                                                    ".5",
                                                    "e3",
                                                    "X",
                                                    "a",
                                                    "_",
                                                    "true",
                                                    "null",
                                                    "01",
                                                    "330782",
                                                    "王",
                                                    "李四之女",
                                                    "\u3000",
                                                    "\u00b7",
                                                    "\xe7",
                                                    "\xe7\x8e",
                                                    "\xef\xbf\xbf",
                                                    "\xf0\xa0\xae\xb7",
                                                    "\xed\xa0\x80",
                                                    "\uff08",
                                                    "\ue000",
                                                    "2019-02-29",
                                                    "+8613800000001",
                                                    ""};
    const std::size_t at = any(text.size());
    switch (any(5)) {
      case 0:
        text.erase(at, 1 + any(3));
        break;
      case 1:
        text[at] = static_cast<char>(random_());
        break;
      case 2:
        text.insert(at, text.substr(any(text.size()), any(40)));
        break;
      default:
        text.insert(at, pieces[any(pieces.size())]);
    }
  }

  std::mt19937 random_;
};

// One of the texts between the quotes of a value changed: what is wrong is then only what it says.
std::string with_another_value(const std::string& json, std::mt19937& random) {
  static const std::array<std::string_view, 24> values{"",
                                                       " ",
                                                       "　",
                                                       "王",
                                                       " 王芳 ",
                                                       "王 芳",
                                                       "阿依古丽·买买提",
                                                       "待定",
                                                       "张三之子",
                                                       "Müller",
                                                       "01",
                                                       "330782",
                                                       "110101199003070011",
                                                       "13800000001",
                                                       "0579-85551234",
                                                       "2019-05-06",
                                                       "2019-13-01",
                                                       "2100-02-29",
                                                       "2019-05-06T24:00",
                                                       "2019-05-06T14:30:59+08:00",
                                                       "3.50",
                                                       "1e400",
                                                       "\x7f",
                                                       "xx"};
  std::vector<std::size_t> starts;
  for (std::size_t at = json.find("\": \""); at != std::string::npos; at = json.find("\": \"", at + 1))
    starts.push_back(at + 4);
  if (starts.empty()) return json;
  const std::size_t at = starts[random() % starts.size()];
  std::string changed = json;
  return changed.replace(at, json.find('"', at) - at, values[random() % values.size()]);
}

}  // namespace

TEST_CASE("every example is ordinary, however it is laid out") {
  for (const std::string& name : Example::names()) {
    CAPTURE(name);
    const Example example = Example::named(name);
    CHECK(is_ordinary(profile_named_in(example), source_file("examples/applications/" + name + ".json")));
    CHECK(is_ordinary(profile_named_in(example), boost::json::serialize(example.document())));
  }
}

TEST_CASE("what is not ordinary is left to the reader of events") {
  CHECK(is_ordinary(R"({})"));
  CHECK(is_ordinary(R"( { "mother" : { } , "newborns" : [ ] } )"));
  CHECK(is_ordinary(R"({"father": null, "birth": {"parity": "2"}})"));
  CHECK(is_ordinary(R"({"evidence": [{"type": "id-card", "holder": "mother", "newborn": null, "as": "copy"}]})"));
  CHECK_FALSE(is_ordinary(""));
  CHECK_FALSE(is_ordinary("[]"));
  CHECK_FALSE(is_ordinary(R"({"mother": {"name": "王芳"}})"
                          "x"));
  CHECK_FALSE(is_ordinary(R"({"mother": {"name": "王\u82b3"}})"));
  CHECK_FALSE(is_ordinary(R"({"mother": {"name": "王芳", "name": "王芳"}})"));
  CHECK_FALSE(is_ordinary(R"({"father": null, "father": {}})"));
  CHECK_FALSE(is_ordinary(R"({"mother": {"nmae": "王芳"}})"));
  CHECK_FALSE(is_ordinary(R"({"mother": {"name": 1}})"));
  CHECK_FALSE(is_ordinary(R"({"mother": []})"));
  CHECK_FALSE(is_ordinary(R"({"birth": {"parity": 01}})"));
  CHECK_FALSE(is_ordinary(R"({"birth": {"parity": 1e0}})"));
  CHECK_FALSE(is_ordinary(R"({"evidence": [{"holder": "mother"}]})"));
  CHECK_FALSE(is_ordinary(R"({"look_ups": []})"));
  CHECK_FALSE(is_ordinary(R"({"mother": {"name": "王芳"},})"));
  CHECK_FALSE(is_ordinary("\xEF\xBB\xBF{}"));
  CHECK_FALSE(is_ordinary("{\"mother\": {\"name\": \"\xE7\x8E\"}}"));
  CHECK_FALSE(is_ordinary("{}" + std::string(Application::max_text_bytes, ' ')));
}

TEST_CASE("spoilt applications are read alike both ways, or event by event") {
  Spoiler spoiler(20190506);
  int ordinary = 0;
  for (const std::string& name : Example::names()) {
    const Profile& profile = profile_named_in(Example::named(name));
    const std::string json = source_file("examples/applications/" + name + ".json");
    for (int i = 0; i < 400; ++i) ordinary += is_ordinary(profile, spoiler.spoilt(json)) ? 1 : 0;
  }
  CHECK(ordinary > 300);
}

TEST_CASE("values of every kind are read alike both ways") {
  std::mt19937 random(20190610);
  int ordinary = 0;
  for (const std::string& name : Example::names()) {
    const Profile& profile = profile_named_in(Example::named(name));
    std::string json = source_file("examples/applications/" + name + ".json");
    for (int i = 0; i < 400; ++i) {
      if (i % 20 == 0) json = source_file("examples/applications/" + name + ".json");
      json = with_another_value(json, random);
      ordinary += is_ordinary(profile, json) ? 1 : 0;
    }
  }
  CHECK(ordinary > 2000);
}
