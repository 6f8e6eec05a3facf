// Keeps a case in a file, and finds it there again.
#include <birthcase/desk.hpp>

#include <iostream>

int main(int, char** arguments) {
  const auto now = birthcase::parse_date_time("2019-06-10T09:30").value();
  const std::string file = std::string(arguments[0]) + ".db";
  {
    const auto store = birthcase::store::open_sqlite(file).value();
    birthcase::store::Desk desk(*store);
    const auto yiwu = birthcase::Profile::built_in("yiwu").value();
    desk.open("yw-2019-0001", yiwu, {"window-1", birthcase::commands::Open{"{}"}}, now).value();
  }
  const auto store = birthcase::store::open_sqlite(file, birthcase::store::Mode::read_only).value();
  for (const auto& found : store->cases("", 10).value()) {
    std::cout << found.case_id << ' ' << to_string(found.status) << '\n';
  }
}
