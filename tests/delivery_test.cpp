// Whoever posts a result has an address: what a way of delivery needs is asked where it is chosen, and nowhere else.
#include "applications.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

// Wenling, whose results are collected or posted, with what the post needs on the rule; the packet has a number that
// stands on no department's form.
const Profile& posting() {
  static const Profile profile = Profile::parse(R"({
    "id": "posting", "extends": "wenling",
    "fields": [{"id": "delivery.box", "label": {"zh": "信箱号", "en": "box"}, "owner": "family", "source": "test"}],
    "derivations": [{"id": "delivery-address", "remove": true}],
    "deliveries": [{"id": "wenling/packet", "fields": ["delivery.addressee", "delivery.address", "delivery.phone",
      "delivery.box"]}]
  })")
                                     .value();
  return profile;
}

Example collected() { return Example::named("wenling-hospital").set("/delivery/method", "outlet"); }

const FormField* asked(const Plan& plan, std::string_view id) {
  const auto at = std::find_if(plan.form.fields.begin(), plan.form.fields.end(),
                               [id](const FormField& each) { return each.field->id == id; });
  return at == plan.form.fields.end() ? nullptr : &*at;
}

std::size_t times_in_payload(const Plan& plan, std::string_view service, std::string_view id) {
  const auto& places = plan.at(step(plan, service)->payload_fields);
  return static_cast<std::size_t>(std::count_if(
      places.begin(), places.end(), [&](std::uint16_t place) { return plan.form.fields[place].field->id == id; }));
}

std::string needed_by(const Plan& plan, const FormField& field) {
  std::vector<std::string> services;
  field.needed_by.each([&](ServiceId service) { services.push_back(plan.profile().rules().services[service].id); });
  return joined(services);
}

}  // namespace

TEST_CASE("whoever posts has addressee, address and phone, for every service whose result is posted") {
  const Plan plan = collected().set("/delivery/method", "mail").plan(posting());
  const FormField* address = asked(plan, "delivery.address");
  REQUIRE(address != nullptr);
  CHECK(address->required);
  CHECK(address->source == FieldSource::applicant);
  CHECK(needed_by(plan, *address) ==
        "birth-certificate, hukou-registration, social-security-card, vaccination-certificate");
  for (const char* service : {"birth-certificate", "hukou-registration", "social-security-card"}) {
    CHECK(times_in_payload(plan, service, "delivery.address") == 1);
    CHECK(times_in_payload(plan, service, "delivery.box") == 1);
  }
  CHECK(times_in_payload(plan, "medical-insurance-enrolment", "delivery.address") == 0);
}

TEST_CASE("they are asked whatever else made the rule apply: by telephone all results are posted") {
  Example family = collected().set("/channel", "mobile").set("/birth/place_division", "330106");
  const Plan plan = family.remove("/delivery").plan(posting(), Date(2019, 7, 10));
  const FormField* address = asked(plan, "delivery.address");
  REQUIRE(address != nullptr);
  CHECK(address->required);
}

TEST_CASE("nobody is asked for an address where results are collected") {
  const Plan plan = collected().plan(posting());
  CHECK(asked(plan, "delivery.address") == nullptr);
  CHECK(asked(plan, "delivery.box") == nullptr);
}

TEST_CASE("while it is open how results come, the address is open with it") {
  const Plan plan = collected().remove("/delivery/method").plan(posting());
  const FormField* box = asked(plan, "delivery.box");
  REQUIRE(box != nullptr);
  CHECK(box->source == FieldSource::undetermined);
  CHECK_FALSE(box->required);
  CHECK(asked_to_decide(plan, "field/delivery.box") == "delivery.method");
  CHECK(times_in_payload(plan, "hukou-registration", "delivery.box") == 0);
}

TEST_CASE("what every way of delivery needs is asked before it is known which one it is") {
  const auto both = Profile::parse(R"({"id": "both", "extends": "wenling", "deliveries": [
    {"id": "wenling/packet", "fields": ["delivery.phone"]}, {"id": "wenling/collected", "fields": ["delivery.phone"]}]})");
  const Plan plan = collected().remove("/delivery/method").plan(both.value());
  const FormField* phone = asked(plan, "delivery.phone");
  REQUIRE(phone != nullptr);
  CHECK(phone->required);
  CHECK(times_in_payload(plan, "hukou-registration", "delivery.phone") == 1);
}
