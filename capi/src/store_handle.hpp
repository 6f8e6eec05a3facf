// What stands behind a handle of birthcase_store.h.
#pragma once

#include <birthcase/desk.hpp>
#include <birthcase/store.hpp>

#include "birthcase_store.h"
#include "cases.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace birthcase::capi {

/// A file that was just opened.
struct OpenedFile {
  std::unique_ptr<store::Store> store;
  bool read_only = false;
  ProfileData data;
};

}  // namespace birthcase::capi

struct birthcase_store : birthcase::capi::Tagged<0x7374'6f72'6500'0006> {
  explicit birthcase_store(birthcase::capi::OpenedFile file)
      : kept(std::move(file.store)), read_only(file.read_only), data(std::move(file.data)), desk(new_desk()) {}

  /// Makes a profile known to the desk. Nothing is changed where memory runs out.
  void add(const birthcase::Profile& profile);

  const std::unique_ptr<birthcase::store::Store> kept;
  const bool read_only;
  const birthcase::ProfileData data;                                ///< of profiles that nobody has given
  std::map<std::string, birthcase::Profile, std::less<>> profiles;  ///< given or asked for, by id
  std::unique_ptr<birthcase::store::Desk> desk;

 private:
  std::unique_ptr<birthcase::store::Desk> new_desk();
  birthcase::Result<birthcase::Profile> profile(std::string_view id);
};
