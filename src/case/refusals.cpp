#include "case/refusals.hpp"

#include <birthcase/plan_json.hpp>

#include "case/labels.hpp"
#include "case/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace birthcase {
namespace {

struct Words {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

// Sorted by code.
constexpr Words words_by_code[] = {
    {"accepted-already", "办件已受理；请用补正或更正", "the case is accepted; supplement or correct it"},
    {"answer-differs", "该消息已有不同的答复", "the message has been answered otherwise"},
    {"answer-for-another-step", "答复所指步骤与消息不符", "the message is about another step"},
    {"answer-out-of-order", "该消息已办结，不能再签收", "the message has been answered; it cannot be acknowledged now"},
    {"bad-actor", "须注明经办人编号：1至64个英文字母、数字、“-”“_”“.”“@”，不得使用姓名、身份证号码或电话号码",
     "say who acts: an operator's id of 1 to 64 letters, digits, '-', '_', '.' and '@', without a number of 11 or more "
     "digits; nobody's name, ID number or telephone number"},
    {"bad-case-id", "办件编号须为1至64个字母、数字、点、下划线或连字符，不得使用身份证号码或手机号码",
     "a case's id is 1 to 64 letters, digits, '.', '_' and '-'; nobody's ID number or mobile number"},
    {"bad-look-up-result", "查询结果只能是查到、未查到、无法查询或已看到", "this is no result of a look-up"},
    {"bad-value", "所填内容未通过校验", "a value does not pass its check"},
    {"case-exists", "办件编号已存在", "there is a case of this id already"},
    {"case-moved-on", "办件已有更新，请重新读取后再办", "the case has moved on; read it again, then decide again"},
    {"case-not-open", "办件尚未建立", "the case has not been opened"},
    {"case-over", "办件已终结", "the case is over"},
    {"clock-is-right", "上一记录不晚于当前时间，无须修正",
     "the last event is not later than now; there is nothing to repair"},
    {"clock-went-back",
     "当前时间早于上一记录：请先核对本机时钟；本机时钟无误的，是上一记录的时钟快了，请修正办件时间（repair-clock）",
     "it is earlier than the last event: check this clock; if it is right, the one that wrote the event was ahead, and "
     "repair-clock puts the case right"},
    {"contradicts", "办理后将出现矛盾，未予办理", "this would contradict what is known; nothing was done"},
    {"correction-incomplete", "更正须写明内容、理由和依据材料", "a correction says what, why and on which document"},
    {"deferral-in-the-past", "容缺期限早于今日", "the day until which a document is deferred is past"},
    {"deferral-missing", "仅有扫描件的材料须逐项容缺并写明期限",
     "what is here as a scan only has to be deferred by name, with a day"},
    {"deferral-too-long", "容缺期限超过本地规定的最长期限", "a document cannot be deferred for so long"},
    {"deferred-already", "该材料已容缺受理，尚待补交", "the document is deferred already"},
    {"duplicate-birth", "同一新生儿已在另一办件受理", "another case is about the same birth"},
    {"field-locked", "该栏目已随证件签发锁定，只能由签发部门更正",
     "a department has issued on this; only that department can order a correction"},
    {"holder-missing", "须写明是谁的材料", "say whose document it is"},
    {"issued-by-department", "该栏目由部门办结时产生", "a department yields this when it completes its step"},
    {"look-up-asked", "该查询已发出，尚未答复", "this look-up is under way already"},
    {"look-up-in-the-future", "查询时间晚于当前时间", "the look-up is said to have happened later than now"},
    {"look-up-keys-missing", "缺少查询条件，不能查询", "what the organisation is asked by is not known"},
    {"look-up-not-by-hand", "该查询须由系统答复，不能人工登记", "this look-up cannot be noted by hand"},
    {"message-superseded", "该消息已作废，答复未采用", "the message is void; the answer was not taken"},
    {"newborn-dead", "已登记死亡", "the death is recorded already"},
    {"no-answer-wanted", "该消息无需答复", "the message wants no answer"},
    {"no-moment", "须给出当前时间", "say what time it is"},
    {"not-acceptable", "尚不符合受理条件", "the application cannot be accepted yet"},
    {"not-accepted", "办件尚未受理", "the case has not been accepted"},
    {"not-an-output", "该事项不产生此栏目", "the service does not yield this"},
    {"not-deferrable", "该材料不能容缺", "this document cannot be deferred"},
    {"not-settled", "尚有事项未了结", "not everything is settled"},
    {"nothing-ready", "没有可派送的步骤", "no step is ready"},
    {"nothing-to-change", "没有要变更的内容", "there is nothing to change"},
    {"nothing-to-deliver", "没有待送达的结果", "there is nothing to deliver"},
    {"nothing-to-look-up", "没有可发出的查询", "there is nothing that can be looked up now"},
    {"number-of-another-newborn", "该号码已属于另一新生儿", "the number is another newborn's"},
    {"output-missing", "缺少后续步骤所需的办理结果", "a result is missing that other steps wait for"},
    {"payload-incomplete", "该事项必填内容不全，不能派送", "what the service requires is not complete"},
    {"profile-knows-no-death", "该方案没有存活状态栏目", "the profile has no fact for a newborn's death"},
    {"reason-missing", "须写明理由", "say why"},
    {"rules-differ", "规则与受理时的版本不同", "these are not the rules that the case was accepted under"},
    {"step-done", "该步骤已办结", "the step is done"},
    {"step-not-completed", "该步骤尚未办结", "the step is not completed"},
    {"step-not-failed", "该步骤没有失败", "the step has not failed"},
    {"step-not-ready", "该步骤还不能派送", "the step is not ready"},
    {"step-not-returned", "该步骤没有退回", "the step was not returned"},
    {"step-over", "该步骤已终止", "the step was given up"},
    {"unknown-document", "依据材料须为本方案的材料", "this is no document of the profile"},
    {"unknown-look-up", "没有这项查询", "there is no such look-up"},
    {"unknown-message", "没有这条消息", "there is no such message"},
    {"unknown-newborn", "没有这名新生儿", "there is no such newborn"},
    {"unknown-organisation", "须为本方案的部门或机构", "this is no organisation of the profile"},
    {"unknown-step", "没有这个步骤", "there is no such step"},
    {"use-correction", "该栏目已填，须用更正", "this is known already; correct it"},
    {"value-needed", "该栏目办理时必填，不能答“无”", "a service cannot do without this; \"none\" is no answer"},
};

constexpr auto codes = [] {
  std::array<std::string_view, std::size(words_by_code)> all{};
  std::transform(std::begin(words_by_code), std::end(words_by_code), all.begin(),
                 [](const Words& words) { return words.code; });
  return all;
}();
static_assert(std::is_sorted(codes.begin(), codes.end()));

Label joined(const Label& what, std::string_view zh, std::string_view en) {
  return {fmt::format("{}：{}", what.zh, zh), fmt::format("{}: {}", what.en, en)};
}

}  // namespace

std::span<const std::string_view> refusal_codes() noexcept { return codes; }

Error Refusal::to_error() const {
  Error error;
  error.kind = kind;
  error.message = message.en;
  error.path = path;
  std::string_view separator = " (";
  for (const Finding& finding : findings) {
    error.message += separator;
    error.message += finding.code;
    if (!finding.path.empty()) error.message += " at " + finding.path;
    separator = ", ";
  }
  if (!findings.empty()) error.message += ')';
  return error;
}

void throw_exception_from_error(const Refusal& refusal, const boost::source_location& /*where*/) {
  throw BadResult(refusal.to_error());
}

namespace cases {

Refusal refuse(std::string_view code, std::string path, std::vector<Finding> findings) {
  const auto* at = std::lower_bound(std::begin(words_by_code), std::end(words_by_code), code,
                                    [](const Words& words, std::string_view wanted) { return words.code < wanted; });
  return {.code = std::string(at->code),
          .message = {std::string(at->zh), std::string(at->en)},
          .path = std::move(path),
          .findings = std::move(findings)};
}

Refusal refuse(std::string_view code, const std::string& path, Label why) {
  return refuse(code, path, {{Severity::error, std::string(code), path, std::move(why)}});
}

Refusal refuse(const Error& error, std::string_view under) {
  return {.kind = error.kind,
          .code = std::string(to_string(error.kind)),
          .message = {error.message, error.message},
          .path = std::string(under) + error.path};
}

std::vector<Finding> errors_of(const Plan& plan) {
  std::vector<Finding> errors;
  for (const Finding& finding : plan.findings) {
    if (finding.severity == Severity::error) errors.push_back(finding);
  }
  return errors;
}

Finding finding_about(const Profile& profile, FactRef fact, std::string code, const Label& what) {
  return {Severity::error, std::move(code), fact_path(profile, fact),
          joined(what, fact_label(profile, fact, Language::zh), fact_label(profile, fact, Language::en))};
}

Finding finding_about(const Plan& plan, const EvidenceItem& item, std::string code, const Label& what) {
  const Rules& rules = plan.profile().rules();
  const Label words = document_words(rules, named(rules, item), plan.newborns() > 1);
  return {Severity::error, std::move(code), "/evidence", joined(what, words.zh, words.en)};
}

Finding finding_about(const CaseStep& step, std::string code, Label message, Severity severity) {
  return {severity, std::move(code), "/steps/" + step.planned.step, std::move(message)};
}

}  // namespace cases
}  // namespace birthcase
