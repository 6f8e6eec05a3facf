// The store on the stack that is promised.
#include "stack.hpp"
#include "store_caller.hpp"

#include <doctest/doctest.h>

using namespace caller;

TEST_CASE("a store of cases fits on the stack that is promised") {
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  const Folder folder;
  Store store;
  fits("opening", [&] {
    store = Store();
    try_open(session, folder.file("births.db"), BIRTHCASE_READ_WRITE, store);
  });
  const Folder others;
  int count = 0;
  fits("a case", [&] {
    const Store fresh = open_store(session, others.file("births-" + std::to_string(++count) + ".db"));
    tell_in(session, fresh, wenling, story().size());
  });
}
