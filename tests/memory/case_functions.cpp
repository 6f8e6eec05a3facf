// The functions about cases and stores, each with arguments for which it succeeds.
#include "c_function.hpp"

#include <string>

namespace birthcase::tests {
namespace {

using caller::size;

constexpr std::string_view id = "wl-2019-0001";
constexpr std::string_view now = "2019-04-29T09:20";
constexpr std::string_view after_the_lease = "2019-04-30T09:20";
constexpr std::string_view message = "wl-2019-0001:birth-certificate#1:1";
constexpr std::string_view acknowledge =
    R"({"do":"answer","by":"hospital","message":"wl-2019-0001:birth-certificate#1:1","result":"acknowledged"})";

const std::string note_of_nobody =
    "birthcase-anchor 1\nat 2019-04-29T09:20\ncase nobody 1 " + std::string(64, 'a') +
    "\ncases 1\ndigest 41a1e926295e94a0e0ebb00b80765b993d2021e93792803634ba4dd8fea3e0cc\n";

const std::vector<CFunction> cases{
    {"birthcase_case_new",
     [](World& world) {
       return birthcase_case_new(world.session, world.wenling, id.data(), size(id), world.made_case.out());
     },
     1, Needs::a_case},
    {"birthcase_case_replay",
     [](World& world) {
       return birthcase_case_replay(world.session, world.wenling, world.events.data(), size(world.events),
                                    world.made_case.out());
     },
     7, Needs::a_case},
    {"birthcase_case_free",
     [](World& world) {
       const auto status = birthcase_case_new(world.session, world.wenling, id.data(), size(id), world.made_case.out());
       return status == BIRTHCASE_OK ? birthcase_case_free(world.made_case.out()) : status;
     },
     1, Needs::a_case},
    {"birthcase_case_id",
     [](World& world) { return birthcase_case_id(world.session, world.cases->birth, &world.text, &world.length); }, 1,
     Needs::a_case},
    {"birthcase_case_version",
     [](World& world) { return birthcase_case_version(world.session, world.cases->birth, &world.number); }, 1,
     Needs::a_case},
    {"birthcase_case_profile",
     [](World& world) { return birthcase_case_profile(world.session, world.cases->birth, world.made_profile.out()); },
     1, Needs::a_case},
    {"birthcase_case_do",
     [](World& world) {
       return birthcase_case_do(world.session, world.cases->birth, acknowledge.data(), size(acknowledge), now.data(),
                                size(now), &world.text, &world.length);
     },
     1, Needs::a_case},
    {"birthcase_case_json",
     [](World& world) {
       return birthcase_case_json(world.session, world.cases->birth, now.data(), size(now), &world.text, &world.length);
     },
     1, Needs::a_case},
    {"birthcase_case_events",
     [](World& world) {
       return birthcase_case_events(world.session, world.cases->birth, 0, &world.text, &world.length);
     },
     1, Needs::a_case},
    {"birthcase_case_plan",
     [](World& world) {
       return birthcase_case_plan(world.session, world.cases->birth, now.data(), 10, world.made_plan.out());
     },
     7, Needs::a_case},
    {"birthcase_case_due",
     [](World& world) {
       return birthcase_case_due(world.session, world.cases->birth, now.data(), size(now), &world.text, &world.length);
     },
     1, Needs::a_case},
    {"birthcase_case_paper",
     [](World& world) {
       return birthcase_case_paper(world.session, world.cases->birth, "notice", 6, "", 0, now.data(), 10, "html", 4,
                                   &world.text, &world.length);
     },
     31, Needs::a_case},
};

const std::vector<CFunction> stores{
    {"birthcase_store_open",
     [](World& world) {
       const std::string& file = world.cases->file();
       return birthcase_store_open(world.session, file.data(), size(file), BIRTHCASE_READ_WRITE,
                                   world.made_store.out());
     },
     17, Needs::a_store},
    {"birthcase_store_open_with_key",  // with what every library says of a short key, whether it can encrypt or not
     [](World& world) {
       const std::string& file = world.cases->file();
       const auto status = birthcase_store_open_with_key(world.session, file.data(), size(file), BIRTHCASE_READ_ONLY,
                                                         "short", 5, world.made_store.out());
       return status == BIRTHCASE_OUT_OF_RANGE ? BIRTHCASE_OK : status;
     },
     1, Needs::a_store},
    {"birthcase_store_free",
     [](World& world) {
       const std::string& file = world.cases->file();
       const auto status =
           birthcase_store_open(world.session, file.data(), size(file), BIRTHCASE_READ_ONLY, world.made_store.out());
       return status == BIRTHCASE_OK ? birthcase_store_free(world.made_store.out()) : status;
     },
     37, Needs::a_store},
    {"birthcase_store_add_profile",
     [](World& world) { return birthcase_store_add_profile(world.session, world.cases->store, world.profile); }, 1,
     Needs::a_store},
    {"birthcase_store_open_case",
     [](World& world) {
       return birthcase_store_open_case(world.session, world.cases->store, world.wenling, "new", 3,
                                        world.command.data(), size(world.command), now.data(), size(now), &world.text,
                                        &world.length);
     },
     97, Needs::a_store},
    {"birthcase_store_do",
     [](World& world) {
       return birthcase_store_do(world.session, world.cases->store, id.data(), size(id), acknowledge.data(),
                                 size(acknowledge), now.data(), size(now), BIRTHCASE_ANY_VERSION, &world.text,
                                 &world.length);
     },
     997, Needs::a_store},
    {"birthcase_store_load",
     [](World& world) {
       return birthcase_store_load(world.session, world.cases->store, id.data(), size(id), world.made_case.out());
     },
     997, Needs::a_store},
    {"birthcase_store_cases",
     [](World& world) {
       return birthcase_store_cases(world.session, world.cases->store, "", 0, 9, &world.text, &world.length);
     },
     11, Needs::a_store},
    {"birthcase_store_lease",
     [](World& world) {
       return birthcase_store_lease(world.session, world.cases->store, "link", 4, "", 0, after_the_lease.data(),
                                    size(after_the_lease), 60, 9, &world.text, &world.length);
     },
     11, Needs::a_store},
    {"birthcase_store_renew",
     [](World& world) {
       return birthcase_store_renew(world.session, world.cases->store, message.data(), size(message), "link", 4,
                                    now.data(), size(now), 90);
     },
     11, Needs::a_store},
    {"birthcase_store_ack",
     [](World& world) {
       return birthcase_store_ack(world.session, world.cases->store, message.data(), size(message), "link", 4);
     },
     11, Needs::a_store},
    {"birthcase_store_failed",
     [](World& world) {
       return birthcase_store_failed(world.session, world.cases->store, message.data(), size(message), "link", 4,
                                     now.data(), size(now), "line", 4, 0, 0, 0, &world.text, &world.length);
     },
     11, Needs::a_store},
    {"birthcase_store_retry",
     [](World& world) {
       return birthcase_store_retry(world.session, world.cases->store, message.data(), size(message));
     },
     11, Needs::a_store},
    {"birthcase_store_waiting",
     [](World& world) {
       return birthcase_store_waiting(world.session, world.cases->store, "", 0, 9, 0, &world.text, &world.length);
     },
     11, Needs::a_store},
    {"birthcase_store_due",
     [](World& world) {
       return birthcase_store_due(world.session, world.cases->store, "2019-05-06", 10, now.data(), size(now), 9,
                                  &world.text, &world.length);
     },
     997, Needs::a_store},
    {"birthcase_store_verify",
     [](World& world) {
       return birthcase_store_verify(world.session, world.cases->store, "", 0, &world.text, &world.length);
     },
     997, Needs::a_store},
    {"birthcase_store_anchor",
     [](World& world) {
       return birthcase_store_anchor(world.session, world.cases->store, now.data(), size(now), "", 0, &world.text,
                                     &world.length);
     },
     3, Needs::a_store},
    {"birthcase_store_verify_against",
     [](World& world) {
       return birthcase_store_verify_against(world.session, world.cases->store, note_of_nobody.data(),
                                             size(note_of_nobody), "", 0, &world.text, &world.length);
     },
     3, Needs::a_store},
    {"birthcase_store_repair",
     [](World& world) {
       return birthcase_store_repair(world.session, world.cases->store, "", 0, now.data(), size(now), &world.text,
                                     &world.length);
     },
     997, Needs::a_store},
    {"birthcase_store_damaged",
     [](World& world) {
       return birthcase_store_damaged(world.session, world.cases->store, &world.text, &world.length);
     },
     1, Needs::a_store},
    {"birthcase_store_export",
     [](World& world) {
       return birthcase_store_export(world.session, world.cases->store, id.data(), size(id), &world.text,
                                     &world.length);
     },
     13, Needs::a_store},
    {"birthcase_store_import",
     [](World& world) {
       return birthcase_store_import(world.session, world.cases->store, world.document.data(), size(world.document),
                                     &world.text, &world.length);
     },
     997, Needs::a_store},
};

}  // namespace

const std::vector<CFunction>& case_functions() { return cases; }
const std::vector<CFunction>& store_functions() { return stores; }

}  // namespace birthcase::tests
