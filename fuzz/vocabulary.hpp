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

}  // namespace fuzz
