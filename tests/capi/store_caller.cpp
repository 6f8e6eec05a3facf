#include "store_caller.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <unistd.h>

namespace caller {

Folder::Folder() {
  static std::atomic<int> count{0};
  path_ = std::filesystem::temp_directory_path() /
          ("birthcase-c-callers-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  std::filesystem::create_directory(path_);
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

Store open_store(birthcase_session* session, const std::string& file, std::int32_t mode) {
  Store store;
  REQUIRE(try_open(session, file, mode, store) == BIRTHCASE_OK);
  return store;
}

birthcase_status try_open(birthcase_session* session, std::string_view file, std::int32_t mode, Store& store) {
  return birthcase_store_open(session, file.data(), size(file), mode, store.out());
}

Answer open_in(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile,
               std::string_view id, std::string_view application) {
  const std::string command = opening(application);
  return text_of([&](auto... out) {
    return birthcase_store_open_case(session, store, profile, id.data(), size(id), command.data(), size(command),
                                     opened_at.data(), size(opened_at), out...);
  });
}

Answer do_in(birthcase_session* session, birthcase_store* store, std::string_view command, std::string_view now,
             std::int64_t expected_version, std::string_view id) {
  return text_of([&](auto... out) {
    return birthcase_store_do(session, store, id.data(), size(id), command.data(), size(command), now.data(), size(now),
                              expected_version, out...);
  });
}

void tell_in(birthcase_session* session, birthcase_store* store, const birthcase_profile* profile,
             std::size_t commands) {
  REQUIRE(open_in(session, store, profile).status == BIRTHCASE_OK);
  for (const Told& each : story().first(commands)) {
    INFO(each.command);
    REQUIRE(do_in(session, store, each.command, each.now).status == BIRTHCASE_OK);
  }
}

Answer load_events(birthcase_session* session, birthcase_store* store, std::string_view id) {
  Case loaded;
  const auto status = birthcase_store_load(session, store, id.data(), size(id), loaded.out());
  return {status, status == BIRTHCASE_OK ? events_of(session, loaded) : std::string()};
}

Answer lease(birthcase_session* session, birthcase_store* store, std::string_view connector, std::string_view now,
             std::string_view organisation, std::int32_t seconds, std::int32_t limit) {
  return text_of([&](auto... out) {
    return birthcase_store_lease(session, store, connector.data(), size(connector), organisation.data(),
                                 size(organisation), now.data(), size(now), seconds, limit, out...);
  });
}

birthcase_status ack(birthcase_session* session, birthcase_store* store, std::string_view message,
                     std::string_view connector) {
  return birthcase_store_ack(session, store, message.data(), size(message), connector.data(), size(connector));
}

}  // namespace caller
