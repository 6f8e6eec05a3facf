// Words that mean something to the built-in profiles, and some that do not, in UTF-8.
#pragma once

#include "secret.hpp"

#include <array>
#include <string_view>

namespace fuzz {

inline constexpr std::array<std::string_view, 30> fact_names{"mother.name",
                                                             "mother.id_type",
                                                             "mother.id_number",
                                                             "mother.phone",
                                                             "mother.hukou.division",
                                                             "mother.hukou.address",
                                                             "mother.hukou",
                                                             "mother",
                                                             "father",
                                                             "father.name",
                                                             "father.hukou.division",
                                                             "marriage.status",
                                                             "applied_at",
                                                             "channel",
                                                             "services",
                                                             "birth.parity",
                                                             "birth.institution.licensed",
                                                             "settlement.with",
                                                             "newborn.name",
                                                             "newborn.born_at",
                                                             "newborn.weight_g",
                                                             "newborn.sex",
                                                             "newborn.hepatitis_b",
                                                             "newborn.hepatitis_b.given_on",
                                                             "newborn",
                                                             "newborns",
                                                             "jurisdiction.division",
                                                             "accepted_on",
                                                             "mother.nmae",
                                                             ""};

inline constexpr std::array<std::string_view, 26> fact_values{"王芳",
                                                              "\xF0\xA0\xAE\xB7",
                                                              "\xEE\x80\x80",
                                                              "true",
                                                              "false",
                                                              "2019-05-06",
                                                              "2019-02-29",
                                                              "2019-05-06T14:30",
                                                              "3.5",
                                                              "-1e400",
                                                              "330782",
                                                              "330782199103120022",
                                                              "３３０７８２",
                                                              "01",
                                                              "20",
                                                              "hospital",
                                                              "mother",
                                                              "father",
                                                              "maternity-benefit",
                                                              "maternity-benefit, birth-certificate",
                                                              "",
                                                              " ",
                                                              "a\x01",
                                                              "\xEF\xBF\xBD",
                                                              secret,
                                                              "330782-7194830265"};

inline constexpr std::array<std::string_view, 9> document_types{"id-card",
                                                                "marriage-certificate",
                                                                "hukou-booklet",
                                                                "birth-certificate",
                                                                "hepatitis-b-slip",
                                                                "passport",
                                                                "no-such-document",
                                                                secret,
                                                                ""};

inline constexpr std::array<std::string_view, 6> holders{"mother", "father", "applicant", "newborn", secret, ""};

inline constexpr std::array<std::string_view, 7> days{
    "2019-06-10", "2018-02-14", "9999-12-31", "2019-02-29", "7194830265", "10/06/2019", ""};

inline constexpr std::array<std::string_view, 8> moments{
    "2019-04-29T09:10", "2019-04-29T09:15", "2019-04-30T10:00:30", "2019-05-06T17:00+08:00",
    "2019-06-01T00:00", "2019-02-29T10:00", "7194830265",          ""};

/// Commands to a case of Wenling with the id `wl-1`.
inline constexpr std::array<std::string_view, 26> case_commands{
    R"({"do":"open","by":"window-1","application":{"profile":"wenling","channel":"hospital","applied_at":"2019-04-29T09:10","applicant":{"role":"mother"},"mother":{"name":"李晓梅","nationality":"CHN","ethnicity":"01","id_type":"01","id_number":"331081199103120029","phone":"13800000001","hukou":{"division":"331081","kind":"family","address":"浙江省台州市温岭市城西街道测试路1号"},"inpatient_number":"ZY0000123"},"father":{"name":"王建国","nationality":"CHN","ethnicity":"01","id_type":"01","id_number":"331081198907080013","phone":"13800000002","hukou":{"division":"331081","kind":"family","address":"浙江省台州市温岭市城西街道测试路1号"}},"marriage":{"status":"20"},"residence":{"province":"浙江省","city":"台州市","county":"温岭市","town":"城西街道","village":"测试路","house_number":"1号"},"settlement":{"with":"father","police_station":"城西派出所","address":"浙江省台州市温岭市城西街道测试路1号","household":{"head_name":"王建国"}},"birth":{"place_division":"331081","place_kind":"hospital","institution":{"name":"温岭市妇女儿童医院（示例）","licensed":true},"attendant_name":"陈医生","mode":"vaginal","parity":1,"complications":false},"newborns":[{"name":"王子涵","sex":"2","born_at":"2019-04-27T20:15","gestational_weeks":39,"gestational_days":2,"weight_g":3250,"length_cm":50,"health_status":"good","native_place":"331081","hepatitis_b":{"given_on":"2019-04-27","batch":"HB2019041","maker":"测试生物制品公司","institution":"温岭市妇女儿童医院（示例）","vaccinator":"林护士"},"bcg":{"given_on":"2019-04-27","batch":"BC2019021","maker":"测试生物制品公司","institution":"温岭市妇女儿童医院（示例）","vaccinator":"林护士"}}],"card":{"bank":"测试银行","branch":"城西支行","debit_account":"6228480000000000018"},"delivery":{"method":"mail"},"services":[],"evidence":[{"type":"id-card","holder":"mother","as":"original"},{"type":"id-card","holder":"father","as":"original"}]}})",
    R"({"do":"open","by":"window-1","application":{}})",
    R"({"do":"accept","by":"window-1"})",
    R"({"do":"dispatch","by":"window-1"})",
    R"({"do":"dispatch","by":"window-1","step":"hukou-registration#1"})",
    R"({"do":"answer","by":"hospital","message":"wl-1:birth-certificate#1:1","result":"acknowledged"})",
    R"({"do":"answer","by":"hospital","message":"wl-1:birth-certificate#1:1","result":"completed","outputs":{"newborns[0].birth_certificate.number":"T330000001","newborns[0].birth_certificate.issued_on":"2019-04-29","newborns[0].birth_certificate.institution":"温岭市妇女儿童医院"}})",
    R"({"do":"answer","by":"hospital","message":"wl-1:birth-certificate#1:1","result":"returned","wanted_facts":["mother.phone"],"reason":"7194830265"})",
    R"({"do":"answer","by":"hospital","message":"wl-1:birth-certificate#1:1","result":"failed","reason":"7194830265"})",
    R"({"do":"answer","by":"health","message":"wl-1:vaccination-certificate#1:1","result":"completed"})",
    R"({"do":"answer","by":"police","message":"wl-1:hukou-registration#1:1","result":"completed","outputs":{"newborns[0].id_number":"331081201904270027","settlement.hukou_nature":"resident"}})",
    R"({"do":"answer","by":"police","message":"7194830265","result":"completed"})",
    R"({"do":"retry","by":"window-1","step":"birth-certificate#1"})",
    R"({"do":"supplement","by":"window-1","facts":{"mother.phone":"13800000003"}})",
    R"({"do":"set-facts","by":"window-1","facts":{"mother.phone":"7194830265","newborns[1].name":"王𠮷"}})",
    R"({"do":"hand-in","by":"window-1","evidence":[{"type":"marriage-certificate","as":"scan"}]})",
    R"({"do":"correct","by":"window-1","facts":{"mother.phone":"13800000004"},"reason":"7194830265","document":"id-card"})",
    R"({"do":"correct","by":"window-1","facts":{"newborns[0].name":"李𠮷"},"reason":"x","document":"id-card","authority":"midwifery-institution"})",
    R"({"do":"deliver","by":"window-1","reference":"7194830265"})",
    R"({"do":"withdraw","by":"window-1","reason":"7194830265"})",
    R"({"do":"withdraw","by":"window-1","step":"social-security-card#1"})",
    R"({"do":"record-death","by":"window-1","newborn":0})",
    R"({"do":"close","by":"window-1"})",
    R"({"do":"erase","by":"archive"})",
    R"({"do":"accept","by":7})",
    R"({"do":"accept","by":"window-1","deferred":[{"type":"id-card","holder":"father","until":"2019-05-09"}]})"};

}  // namespace fuzz
