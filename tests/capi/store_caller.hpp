// A caller of birthcase_store.h: a store in a file of its own, and calls that answer with their text.
#pragma once

#include "birthcase_store.h"
#include "story.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace caller {

using Store = Owned<birthcase_store, birthcase_store_free>;

/// A folder that goes when the test does.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

Store open_store(birthcase_session* session, const std::string& file, std::int32_t mode = BIRTHCASE_READ_WRITE);

/// What opening gives where it may fail.
birthcase_status try_open(birthcase_session* session, std::string_view file, std::int32_t mode, Store& store);

Answer open_in(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile,
               std::string_view id = "wl-2019-0001", std::string_view application = "wenling-hospital");

Answer do_in(birthcase_session* session, birthcase_store* store, std::string_view command, std::string_view now,
             std::int64_t expected_version = BIRTHCASE_ANY_VERSION, std::string_view id = "wl-2019-0001");

/// Opens the case of the story in a store and does so many of its commands.
void tell_in(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile,
             std::size_t commands);

Answer load_events(birthcase_session* session, birthcase_store* store, std::string_view id = "wl-2019-0001");

Answer lease(birthcase_session* session, birthcase_store* store, std::string_view connector, std::string_view now,
             std::string_view organisation = "", std::int32_t seconds = 60, std::int32_t limit = 16);

birthcase_status ack(birthcase_session* session, birthcase_store* store, std::string_view message,
                     std::string_view connector);

}  // namespace caller
