package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attribute of each item is the one that the plan's JSON tells. */
class PlanListsTest {
  static List<String> examples() throws IOException {
    return Examples.names();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void listsAndJsonTellTheSame(String name) {
    try (Profile profile = Examples.profile(name);
        Application application = Application.parse(profile, Examples.json(name));
        Plan plan = Plan.of(profile, application)) {
      JsonObject json = JsonParser.parseString(plan.json()).getAsJsonObject();
      each(plan.services(), json.getAsJsonArray("services"), PlanListsTest::service);
      each(plan.fields(), json.getAsJsonObject("form").getAsJsonArray("fields"), PlanListsTest::field);
      each(plan.evidence(), json.getAsJsonArray("evidence"), PlanListsTest::evidence);
      each(plan.route(), json.getAsJsonArray("route"), PlanListsTest::step);
      each(plan.undetermined(), json.getAsJsonArray("undetermined"), PlanListsTest::undetermined);
      each(plan.findings(), json.getAsJsonArray("findings"), PlanListsTest::finding);
      acceptance(plan, json.getAsJsonObject("acceptable"));
      counts(plan, json.getAsJsonObject("form").getAsJsonObject("counts"));
      assertEquals(text(json, "due"), plan.due().map(Due::toString).orElse(""));
      rules(plan, json.getAsJsonObject("rules"));
    }
  }

  private static void rules(Plan plan, JsonObject json) {
    assertEquals(text(json, "profile"), plan.rulesVersion());
    assertEquals(text(json, "codes"), plan.codesVersion());
    assertEquals(text(json, "calendar"), plan.calendarVersion());
    assertEquals(text(json, "counted_until"), plan.countedUntil().map(LocalDate::toString).orElse(""));
  }

  private static void service(JsonObject json, ServiceLane service) {
    assertEquals(text(json, "id"), service.id());
    assertEquals(text(json, "label"), service.label());
    assertEquals(newborn(json), service.newborn());
    assertEquals(text(json, "lane"), service.lane().id());
    assertEquals(text(inner(json, "go_to"), "organisation"), service.organisation());
    assertEquals(text(inner(json, "go_to"), "channel"), service.channel());
    assertEquals(json.has("already_done"), service.isAlreadyDone());
    assertEquals(text(json, "follows"), service.follows());
    why(json, service.rule(), service.reason(), service.source());
  }

  private static void field(JsonObject json, FormField field) {
    assertEquals(text(json, "id"), field.id());
    assertEquals(text(json, "label"), field.label());
    assertEquals(newborn(json), field.newborn());
    assertEquals(text(json, "source"), field.source().id());
    assertEquals(text(json, "from"), field.from());
    assertEquals(texts(json, "needed_by"), field.neededBy());
    assertEquals(text(json, "owner"), field.owner().id());
    assertEquals(json.get("required").getAsBoolean(), field.isRequired());
    boolean none = json.has("value") && json.get("value").isJsonNull();
    Fact.State known = json.has("value") ? Fact.State.KNOWN : Fact.State.UNKNOWN;
    assertEquals(none ? Fact.State.NONE : known, field.state(), field.id());
    assertEquals(json.has("value") ? String.join(",", texts(json, "value")) : "", field.value());
  }

  private static void evidence(JsonObject json, Evidence evidence) {
    assertEquals(text(json, "type"), evidence.type());
    assertEquals(text(json, "label"), evidence.label());
    assertEquals(newborn(json), evidence.newborn());
    assertEquals(text(json, "holder"), evidence.holder());
    assertEquals(evidence.holder().isEmpty(), evidence.holderLabel().isEmpty());
    assertEquals(text(json, "status"), evidence.status().id());
    assertEquals(number(json, "original"), evidence.originals());
    assertEquals(number(json, "copies"), evidence.copies());
    assertEquals(text(json, "instead_of"), evidence.insteadOf());
    assertEquals(text(json, "tolerance"), evidence.tolerance());
    assertEquals(texts(json, "needed_by"), evidence.neededBy());
    assertEquals(text(json, "from"), evidence.from());
    why(json, evidence.rule(), evidence.reason(), evidence.source());
  }

  private static void step(JsonObject json, Step step) {
    assertEquals(text(json, "step"), step.id());
    assertEquals(text(json, "label"), step.label());
    assertEquals(newborn(json), step.newborn());
    assertEquals(text(json, "service"), step.service());
    assertEquals(text(json, "organisation"), step.organisation());
    assertEquals(text(json, "operator"), step.operator());
    assertEquals(texts(json, "after"), step.after());
    assertEquals(text(json, "due"), step.due().map(Due::toString).orElse(""));
    assertEquals(text(json, "promise"), step.promise());
    assertEquals(text(json, "delivery"), step.delivery());
    assertEquals(texts(inner(json, "payload"), "fields"), step.payloadFields());
    assertEquals(inner(json, "payload").getAsJsonArray("evidence").size(), step.payloadEvidence().size());
  }

  private static void undetermined(JsonObject json, Undetermined question) {
    assertEquals(text(json, "fact"), question.fact());
    assertEquals(texts(json, "decides"), question.decides());
  }

  private static void finding(JsonObject json, Finding finding) {
    assertEquals(text(json, "severity"), finding.severity().id());
    assertEquals(text(json, "code"), finding.code());
    assertEquals(text(json, "path"), finding.path());
    assertEquals(text(json, "message"), finding.message());
  }

  private static void acceptance(Plan plan, JsonObject json) {
    assertEquals(json.get("now").getAsBoolean(), plan.isAcceptable());
    each(plan.missing(), json.getAsJsonArray("missing"), (member, item) -> {
      assertEquals(member.has("field"), item.isField());
      assertEquals(text(member, item.isField() ? "field" : "evidence"), item.id());
      assertEquals(text(member, "holder"), item.holder());
    });
    each(plan.deferrable(), json.getAsJsonArray("deferrable"), (member, item) -> {
      assertEquals(text(member, "evidence"), item.type());
      assertEquals(text(member, "holder"), item.holder());
    });
  }

  private static void counts(Plan plan, JsonObject json) {
    assertEquals(number(json, "department_fields"), plan.departmentFields());
    assertEquals(number(json, "unified_fields"), plan.unifiedFields());
    assertEquals(number(json, "asked"), plan.askedFields());
  }

  private static void why(JsonObject json, String rule, String reason, String source) {
    assertEquals(text(inner(json, "why"), "rule"), rule);
    assertEquals(text(inner(json, "why"), "text"), reason);
    assertEquals(text(inner(json, "why"), "source"), source);
  }

  private static <T> void each(List<T> items, JsonArray array, BiConsumer<JsonObject, T> check) {
    assertEquals(array.size(), items.size());
    for (int index = 0; index < items.size(); index++) {
      check.accept(array.get(index).getAsJsonObject(), items.get(index));
    }
  }

  private static JsonObject inner(JsonObject json, String name) {
    return json.has(name) && json.get(name).isJsonObject() ? json.getAsJsonObject(name) : new JsonObject();
  }

  private static String text(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name)).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString)
        .orElse("");
  }

  private static int newborn(JsonObject json) {
    return json.has("newborn") ? json.get("newborn").getAsInt() : Birthcase.FAMILY;
  }

  private static int number(JsonObject json, String name) {
    return json.has(name) ? json.get(name).getAsInt() : 0;
  }

  private static List<String> texts(JsonObject json, String name) {
    List<String> texts = new ArrayList<>();
    JsonElement value = json.get(name);
    if (value == null || value.isJsonNull()) {
      return texts;
    }
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(item -> texts.add(item.getAsString()));
    } else {
      texts.add(value.getAsString());
    }
    return texts;
  }
}
