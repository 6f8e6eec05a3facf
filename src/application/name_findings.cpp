// What is said about the characters of a name.
#include "application/findings.hpp"

#include <fmt/format.h>

namespace birthcase::application {
namespace {

/// Words with a place for the position.
struct Words {
  const char* code;
  const char* zh;
  const char* en;
};

Words words_for(NameFault fault, bool doubtful) noexcept {
  switch (fault) {
    case NameFault::control:
      return {"control-character", "姓名第{}个字符是看不见的字符（控制符、零宽字符或异体字选择符），请删去后重填",
              "character {} of the name is invisible (a control, a zero-width character or a variation selector); "
              "remove it"};
    case NameFault::lost:
      return {
          "lost-character", "姓名第{}个字符是缺字符号，原字可能在转码或抄录时丢失，请对照证件重新录入",
          "character {} of the name is a mark for a character that was lost; enter the name again from the document"};
    case NameFault::digit:
      return {"bad-format", "姓名第{}个字符是数字，姓名中没有数字，请核对",
              "character {} is a digit, which no name has; check the name"};
    case NameFault::full_width:
      return {"full-width-character", "姓名第{}个字符是全角字母，请改用半角字母",
              "character {} of the name is a full-width letter; write it as a plain one"};
    case NameFault::symbol:
      return {"symbol-in-name", "姓名第{}个字符是符号或表情，姓名中没有这种符号，请对照证件更正",
              "character {} of the name is a symbol or sign that no name has; correct it from the document"};
    case NameFault::look_alike:
      return {"look-alike-character", "姓名第{}个字符是部首、笔画或数码符号，不是汉字，请改用字形相同的汉字",
              "character {} of the name is a radical, a stroke or a numeral and only looks like a Chinese character; "
              "enter the character itself"};
    case NameFault::mark:
      return doubtful ? Words{"combining-mark", "姓名第{}个字符是附加符号，有的系统不能显示，请对照证件核对",
                              "character {} of the name is a combining mark, which some systems cannot show; check it"}
                      : Words{"combining-mark", "姓名第{}个字符是附加符号，不能用在这里，请删去后重填",
                              "character {} of the name is a combining mark that has no place there; remove it"};
    case NameFault::private_use:
      return {"private-use-character",
              "姓名第{}个字符是自造字（专用区编码），在别的系统里可能显示不出；如有国家标准编码请改用",
              "character {} of the name is a private-use character, which other systems may not show; use its standard "
              "code if it has one"};
    case NameFault::script:
      return {"mixed-scripts", "姓名第{}个字符与其余文字不是同一种文字，或既不是汉字也不是拉丁字母，请对照证件核对",
              "character {} of the name is of another script than the rest, or neither Chinese nor Latin; check it "
              "against the document"};
    case NameFault::spacing:
      return {"name-spacing", "姓名第{}个字符是多余的空格，请对照证件核对",
              "character {} of the name is a blank that hardly belongs there; check it against the document"};
    case NameFault::punctuation:
      return {"name-punctuation", "姓名第{}个字符是标点，用在这里不常见，请对照证件核对；少数民族姓名的间隔号请用“·”",
              "character {} of the name is a sign that is unusual there; check it against the document"};
    case NameFault::placeholder:
      return doubtful ? Words{"placeholder-name", "姓名像是代称（如“宝宝”“测试”），不是登记用的姓名，请核对",
                              "the name looks like a stand-in, not like a name; check it"}
                      : Words{"placeholder-name", "填的是代称（如“待定”“某某”“某某之子”），不是姓名，请更正",
                              "this is what is written where a name is not known, and no name; correct it"};
    case NameFault::no_letter:
      return {"symbol-in-name", "姓名中没有文字（从第{}个字符起都是符号），请对照证件填写",
              "the name has no letter (only signs from character {} on); write it as in the document"};
  }
  return {"symbol-in-name", "姓名第{}个字符有误，请核对", "character {} of the name is wrong; check it"};
}

}  // namespace

Finding finding_about_name(const Field& field, const NameRemark& remark, std::string path) {
  const Words words = words_for(remark.fault, remark.doubtful);
  Finding finding{
      remark.doubtful ? Severity::warning : Severity::error,
      words.code,
      std::move(path),
      {fmt::format(fmt::runtime(words.zh), remark.position), fmt::format(fmt::runtime(words.en), remark.position)}};
  if (remark.fault == NameFault::placeholder) {
    static const Label leave_out{"还不知道的请不要填", "leave it out while it is not known"};
    const bool own = !field.not_yet.zh.empty();
    finding.message.zh += "；" + (own ? field.not_yet : leave_out).zh;
    finding.message.en += "; " + (own ? field.not_yet : leave_out).en;
  }
  return finding;
}

}  // namespace birthcase::application
