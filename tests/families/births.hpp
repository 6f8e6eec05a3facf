// Births as columns, and each of them as an application.
#pragma once

#include <birthcase/batch.hpp>

#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <vector>

namespace birthcase::families {

/// One birth by the names of its facts, as `fact_named` takes them.
struct Birth {
  std::map<std::string, Value> facts{};
  std::vector<BatchDocument> documents{};
};

/// The birth that an application tells, but for what columns do not: a group of which nothing is told, look-ups.
Birth birth_of(const boost::json::object& application);

/// Tells a fact, or that there is none of it; a group that was null is not any more, and one that is has nothing in it.
void tell(Birth& birth, const std::string& fact, const Value& value);

/// The same fact by fact and document by document; an error where a column would give one.
Result<Application> application_of(const Profile& profile, const Birth& birth);

/// So many births in columns.
class BirthTable {
 public:
  void add(const Birth& birth);
  std::size_t size() const noexcept { return size_; }
  Births births() const;

 private:
  struct Column {
    std::vector<Value> values{};
    std::map<std::string, std::uint32_t> places{};
    std::vector<std::uint32_t> codes{};
  };
  std::size_t size_ = 0;
  std::map<std::string, Column> columns_;
  std::vector<std::vector<BatchDocument>> lists_;
  std::vector<std::uint32_t> list_codes_;
};

/// The answers about documents as text: of a plan, and of a batch.
std::string said_by(const Plan& plan);
std::string said_by(const Profile& profile, const EvidenceAnswer& answer);

}  // namespace birthcase::families
