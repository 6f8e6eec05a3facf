/// birthcase: China's 出生“一件事” (birth, handled as one thing) as a library. Start reading here.
///
/// What is known about one birth goes in; out come the one form, the documents to bring with the reasons, and the route
/// through the departments with its deadlines:
///
/// \code
/// #include <birthcase/birthcase.hpp>
/// #include <iostream>
///
/// int main() {
///   const auto yiwu = birthcase::Profile::built_in("yiwu").value();
///   birthcase::Application application(yiwu);
///   application.put("applicant.role", birthcase::Value::text("mother")).value();
///   application.put("mother.hukou.division", birthcase::Value::text("330108")).value();
///   application.put("marriage.status", birthcase::Value::text("20")).value();
///   const auto plan = birthcase::plan(yiwu, application, birthcase::Date(2019, 6, 10));
///   for (const auto& item : plan.evidence) {
///     if (item.status != birthcase::EvidenceStatus::bring) continue;
///     std::cout << item.type->label.zh << '\n';
///   }
/// }
/// \endcode
///
/// A `Case` follows an application through acceptance and the departments' answers until everything is delivered:
/// `decide` turns a command into events, `apply` turns an event into state (`case.hpp`).
///
/// Papers print both: the application form, the notice, the receipt and more (`documents.hpp`).
///
/// Authors of rules use the library `birthcase::authoring`: `testing.hpp`, `coverage.hpp`, `mutation.hpp`, `lint.hpp`.
/// The language of conditions is a library too, `birthcase::feel`: `condition.hpp`.
///
/// A `Profile` is loaded once and shared by all threads. An `Application` belongs to one thread at a time. A `Plan` is
/// a value. Nothing here reads a clock, a file, a socket or the environment. Errors of the input come back as a
/// `Result`; the only exceptions are those of exhausted memory and of a `Result` that was used unchecked.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/batch.hpp>
#include <birthcase/calendar.hpp>
#include <birthcase/case.hpp>
#include <birthcase/case_json.hpp>
#include <birthcase/codes.hpp>
#include <birthcase/compare.hpp>
#include <birthcase/condition.hpp>
#include <birthcase/date.hpp>
#include <birthcase/deadlines.hpp>
#include <birthcase/documents.hpp>
#include <birthcase/duplicates.hpp>
#include <birthcase/field.hpp>
#include <birthcase/institutions.hpp>
#include <birthcase/names.hpp>
#include <birthcase/numbers.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/plan_contents.hpp>
#include <birthcase/plan_json.hpp>
#include <birthcase/profile.hpp>
#include <birthcase/profile_data.hpp>
#include <birthcase/result.hpp>
#include <birthcase/text.hpp>
#include <birthcase/value.hpp>
