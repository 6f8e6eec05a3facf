// A small profile for the tests of applications: one field of every kind, and nothing that a place might change.
#pragma once

#include <birthcase/profile.hpp>

#include <string>
#include <string_view>

namespace birthcase::tests {

inline constexpr std::string_view small_profile_text = R"json({
  "id": "small", "title": {"zh": "小", "en": "small"}, "sources": {"T": "test"},
  "organisations": [{"id": "office", "label": {"zh": "科", "en": "office"}}],
  "fields": [
    {"id": "services", "label": {"zh": "事项", "en": "services"}, "type": "list", "source": "T"},
    {"id": "mother.name", "label": {"zh": "母亲姓名", "en": "mother's name"}, "type": "text", "format": "name", "max_length": 10, "source": "T"},
    {"id": "mother.id_number", "label": {"zh": "号码", "en": "ID"}, "type": "text", "format": "citizen-id", "source": "T"},
    {"id": "mother.passport", "label": {"zh": "护照", "en": "passport"}, "type": "text", "format": "identifier", "source": "T"},
    {"id": "mother.phone", "label": {"zh": "电话", "en": "phone"}, "type": "text", "format": "phone", "source": "T"},
    {"id": "mother.hukou.division", "label": {"zh": "户籍地", "en": "division"}, "type": "code", "codes": "gbt-2260", "source": "T"},
    {"id": "mother.hukou.address", "label": {"zh": "住址", "en": "address"}, "type": "text", "source": "T"},
    {"id": "father.name", "label": {"zh": "父亲姓名", "en": "father's name"}, "type": "text", "format": "name", "source": "T"},
    {"id": "father.birth_date", "label": {"zh": "父亲生日", "en": "father's birth date"}, "type": "date", "source": "T"},
    {"id": "father.hukou.division", "label": {"zh": "父亲户籍地", "en": "father's division"}, "type": "code", "codes": "gbt-2260", "source": "T"},
    {"id": "settlement.with", "label": {"zh": "随谁", "en": "with"}, "type": "code", "codes": {"mother": {"zh": "母", "en": "mother"}, "father": {"zh": "父", "en": "father"}}, "source": "T"},
    {"id": "birth.licensed", "label": {"zh": "有资质", "en": "licensed"}, "type": "boolean", "source": "T"},
    {"id": "newborn.name", "label": {"zh": "新生儿姓名", "en": "newborn's name"}, "type": "text", "format": "name", "max_length": 50, "source": "T"},
    {"id": "newborn.born_at", "label": {"zh": "出生时间", "en": "born at"}, "type": "date_time", "source": "T"},
    {"id": "newborn.length_cm", "label": {"zh": "身长", "en": "length"}, "type": "number", "min": 10, "max": 100, "source": "T"},
    {"id": "newborn.card.number", "label": {"zh": "卡号", "en": "card"}, "type": "text", "source": "T"}
  ],
  "holders": [{"id": "mother", "label": {"zh": "母亲", "en": "mother"}}, {"id": "father", "label": {"zh": "父亲", "en": "father"}}],
  "evidence": [
    {"id": "id-card", "label": {"zh": "身份证", "en": "ID card"}},
    {"id": "birth-certificate", "label": {"zh": "出生医学证明", "en": "birth certificate"}, "per": "newborn"}
  ],
  "services": [
    {"id": "certificate", "label": {"zh": "发证", "en": "certificate"}, "organisation": "office", "per": "newborn", "source": "T",
     "form": [{"field": "newborn.name", "label": "姓名", "required": true, "max_length": 6}]},
    {"id": "benefit", "label": {"zh": "待遇", "en": "benefit"}, "organisation": "office", "per": "family", "optional": true, "source": "T"}
  ]
})json";

/// The text of the small profile with one part of it replaced.
inline std::string small_profile_with(std::string_view part, std::string_view other) {
  std::string text(small_profile_text);
  return text.replace(text.find(part), part.size(), other);
}

inline Profile small_profile() { return Profile::parse(small_profile_text).value(); }

}  // namespace birthcase::tests
