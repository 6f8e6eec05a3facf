// The members of events, commands and messages, told to the compiler once: writing, reading and their errors follow
// from this list.
#pragma once

#include <birthcase/case.hpp>

#include <boost/describe/class.hpp>

#include <string>
#include <vector>

namespace birthcase {

BOOST_DESCRIBE_STRUCT(NamedDocument, (), (type, holder, newborn, as))
BOOST_DESCRIBE_STRUCT(EvidenceReference, (), (type, holder, newborn, status, as))
BOOST_DESCRIBE_STRUCT(DeferredDocument, (), (type, holder, newborn, until))
BOOST_DESCRIBE_STRUCT(RulesVersion, (), (profile, codes, calendar))
BOOST_DESCRIBE_STRUCT(PlannedStep, (),
                      (step, service, newborn, organisation, operated_by, after, due, promise, clock_stops,
                       until_delivery, delivery))
BOOST_DESCRIBE_STRUCT(StoppedStep, (), (step, because))
BOOST_DESCRIBE_STRUCT(RedactedEvent, (), (sequence, digest))
BOOST_DESCRIBE_STRUCT(LookUpReference, (), (id, newborn, organisation, state, at, reference))
BOOST_DESCRIBE_STRUCT(FactOrigin, (), (fact, origin, organisation, at, reference))
BOOST_DESCRIBE_STRUCT(Message, (),
                      (id, kind, case_id, step, service, newborn, organisation, operated_by, at, replaces, fields,
                       evidence, outputs, answer_by, look_up, provenance, look_ups, digest))

namespace events {

BOOST_DESCRIBE_STRUCT(Opened, (), (case_id, profile, application))
BOOST_DESCRIBE_STRUCT(FactsSet, (), (facts))
BOOST_DESCRIBE_STRUCT(EvidenceHandedIn, (), (evidence))
BOOST_DESCRIBE_STRUCT(Accepted, (), (rules, deferred, done_before, steps))
BOOST_DESCRIBE_STRUCT(Replanned, (), (added, changed, stopped, revived))
BOOST_DESCRIBE_STRUCT(StepReadied, (), (step, due))
BOOST_DESCRIBE_STRUCT(StepHeld, (), (step))
BOOST_DESCRIBE_STRUCT(StepDispatched, (), (step, message, replaces, answer_by, payload))
BOOST_DESCRIBE_STRUCT(StepAcknowledged, (), (step, message, late))
BOOST_DESCRIBE_STRUCT(StepCompleted, (), (step, message, late, outputs))
BOOST_DESCRIBE_STRUCT(StepReturned, (), (step, message, late, wanted_facts, wanted_evidence, reason))
BOOST_DESCRIBE_STRUCT(StepFailed, (), (step, message, late, reason))
BOOST_DESCRIBE_STRUCT(StepRetried, (), (step))
BOOST_DESCRIBE_STRUCT(Supplemented, (), (evidence, facts))
BOOST_DESCRIBE_STRUCT(StepResumed, (), (step, due))
BOOST_DESCRIBE_STRUCT(DeferralSettled, (), (type, holder, newborn))
BOOST_DESCRIBE_STRUCT(Corrected, (), (document, authority, facts, reason))
BOOST_DESCRIBE_STRUCT(StepRecalled, (), (step, message))
BOOST_DESCRIBE_STRUCT(NoticeSent, (), (step, message, kind, answer_by, payload))
BOOST_DESCRIBE_STRUCT(StepDelivered, (), (step, method, reference))
BOOST_DESCRIBE_STRUCT(StepWithdrawn, (), (step, reason))
BOOST_DESCRIBE_STRUCT(NewbornDied, (), (newborn))
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (reason))
BOOST_DESCRIBE_STRUCT(Closed, (), ())
BOOST_DESCRIBE_STRUCT(Erased, (), (redacted))
BOOST_DESCRIBE_STRUCT(LookUpAsked, (), (look_up, newborn, message, organisation, payload))
BOOST_DESCRIBE_STRUCT(LookUpAnswered, (), (look_up, newborn, message, result, answered_at, reference, facts))
BOOST_DESCRIBE_STRUCT(LookUpVoided, (), (look_up, newborn, message, cancellation))
BOOST_DESCRIBE_STRUCT(DueMoved, (), (step, due, because))
BOOST_DESCRIBE_STRUCT(FamilyAsked, (), (step, wanted_facts, wanted_evidence))
BOOST_DESCRIBE_STRUCT(DeferralLapsed, (), (type, holder, newborn))
BOOST_DESCRIBE_STRUCT(DeferralReinstated, (), (type, holder, newborn))
BOOST_DESCRIBE_STRUCT(ClockRepaired, (), (was, to, since, reason))
BOOST_DESCRIBE_STRUCT(DeferralGranted, (), (type, holder, newborn, until))

}  // namespace events

namespace commands {

BOOST_DESCRIBE_STRUCT(Open, (), (application))
BOOST_DESCRIBE_STRUCT(SetFacts, (), (facts))
BOOST_DESCRIBE_STRUCT(HandIn, (), (evidence))
BOOST_DESCRIBE_STRUCT(Accept, (), (deferred))
BOOST_DESCRIBE_STRUCT(Dispatch, (), (step))
BOOST_DESCRIBE_STRUCT(Answer, (), (message, step, result, outputs, wanted_facts, wanted_evidence, reason))
BOOST_DESCRIBE_STRUCT(Retry, (), (step))
BOOST_DESCRIBE_STRUCT(Supplement, (), (step, facts, evidence))
BOOST_DESCRIBE_STRUCT(Correct, (), (facts, reason, document, authority))
BOOST_DESCRIBE_STRUCT(Deliver, (), (step, reference))
BOOST_DESCRIBE_STRUCT(Withdraw, (), (step, reason))
BOOST_DESCRIBE_STRUCT(RecordDeath, (), (newborn))
BOOST_DESCRIBE_STRUCT(Close, (), ())
BOOST_DESCRIBE_STRUCT(Erase, (), ())
BOOST_DESCRIBE_STRUCT(AskLookUp, (), (look_up, newborn))
BOOST_DESCRIBE_STRUCT(AnswerLookUp, (), (message, result, at, reference, facts))
BOOST_DESCRIBE_STRUCT(NoteLookUp, (), (look_up, newborn, result, at, reference, facts))
BOOST_DESCRIBE_STRUCT(RepairClock, (), (to, since, reason))
BOOST_DESCRIBE_STRUCT(Defer, (), (deferred))

}  // namespace commands
}  // namespace birthcase
