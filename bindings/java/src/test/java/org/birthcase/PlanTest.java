package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static Plan planOf(String example) {
    try (Profile profile = Examples.profile(example);
        Application application = Application.parse(profile, Examples.json(example))) {
      return Plan.of(profile, application);
    }
  }

  @Test
  void aHalfFilledRecordTellsWhatToAskAndWhatHangsOnIt() {
    try (Plan plan = planOf("yiwu-half-filled")) {
      assertFalse(plan.isAcceptable());
      Undetermined hukou = questionOf(plan, "mother.hukou.division");
      assertEquals("母亲户籍地行政区划", hukou.label());
      assertEquals(Birthcase.FAMILY, hukou.newborn());
      assertTrue(hukou.decides().toString().contains("marriage-certificate"), hukou.decides().toString());
    }
  }

  @Test
  void answeringWhatIsAskedDecidesIt() {
    try (Profile yiwu = Profile.builtIn("yiwu");
        Application birth = Application.parse(yiwu, Examples.json("yiwu-half-filled"));
        Plan before = Plan.of(yiwu, birth)) {
      Undetermined question = questionOf(before, "mother.hukou.division");
      birth.put(question.field(), question.newborn(), "330108");
      try (Plan after = Plan.of(yiwu, birth)) {
        assertFalse(after.undetermined().contains(question));
        assertEquals(Optional.of(EvidenceStatus.UNDETERMINED), statusOf(before, "marriage-certificate"));
        assertEquals(Optional.of(EvidenceStatus.BRING), statusOf(after, "marriage-certificate"));
      }
    }
  }

  @Test
  void aPlanTellsItsLookUps() {
    try (Plan plan = planOf("yiwu-local")) {
      LookUp marriage = plan.lookUps().stream()
          .filter(each -> each.id().equals("yiwu/marriage-shared")).findFirst().get();
      assertEquals("civil-affairs", marriage.organisation());
      assertEquals("open", marriage.state());
      assertEquals("[marriage-certificate]", marriage.evidence().toString());
      assertEquals(6, marriage.keys().size());
      assertTrue(plan.fields().stream().anyMatch(field -> field.origin().equals("told")));
    }
  }

  private static Undetermined questionOf(Plan plan, String field) {
    return plan.undetermined().stream().filter(each -> each.field().equals(field)).findFirst().get();
  }

  private static Optional<EvidenceStatus> statusOf(Plan plan, String type) {
    return plan.evidence().stream().filter(item -> item.type().equals(type)).map(Evidence::status).findFirst();
  }

  @Test
  void aReasonNamesItsRuleAndSource() {
    try (Plan plan = planOf("yiwu-non-local-applicant")) {
      Evidence marriage = plan.evidence().stream()
          .filter(item -> item.type().equals("marriage-certificate")).findFirst().get();
      assertEquals(EvidenceStatus.BRING, marriage.status());
      assertEquals(1, marriage.originals());
      assertEquals("结婚证", marriage.label());
      assertTrue(marriage.rule().startsWith("yiwu/"), marriage.rule());
      assertFalse(marriage.reason().isEmpty());
      assertFalse(marriage.source().isEmpty());
      assertEquals("marriage-certificate BRING", marriage.toString());
    }
  }

  @Test
  void theRouteIsDueOnDaysOrAtMoments() {
    try (Plan days = planOf("wenling-hospital"); Plan moments = planOf("wenling-service-centre")) {
      assertEquals(LocalDate.of(2019, 5, 6), days.due().get().day());
      assertEquals(Optional.empty(), days.due().get().moment());
      Due moment = moments.route().get(0).due().get();
      assertEquals(LocalDateTime.parse(moment.toString()), moment.moment().get());
      assertEquals(moment.moment().get().toLocalDate(), moment.day());
    }
  }

  @Test
  void stepsFollowTheStepsWhoseProductsTheyNeed() {
    try (Plan plan = planOf("yiwu-local")) {
      List<String> ids = plan.route().stream().map(Step::id).collect(Collectors.toList());
      for (Step step : plan.route()) {
        for (String before : step.after()) {
          assertTrue(ids.indexOf(before) >= 0 && ids.indexOf(before) < ids.indexOf(step.id()), step + " " + before);
        }
      }
      assertTrue(plan.route().stream().anyMatch(step -> !step.after().isEmpty()));
    }
  }

  @Test
  void twinsHaveTwoOfWhatBelongsToANewborn() {
    try (Plan plan = planOf("yiwu-twins")) {
      List<Integer> newborns = plan.route().stream().filter(step -> step.service().equals("hukou-registration"))
          .map(Step::newborn).collect(Collectors.toList());
      assertEquals(Arrays.asList(0, 1), newborns);
    }
  }

  @Test
  void whatIsMissingNamesDocumentsAndFields() {
    try (Plan plan = planOf("yiwu-half-filled")) {
      assertTrue(plan.missing().stream().anyMatch(item -> !item.isField() && item.toString().equals("id-card/mother")));
      assertTrue(plan.missing().stream().anyMatch(item -> item.isField() && item.id().equals("mother.phone")));
    }
  }

  @Test
  void whatMayComeLaterNamesDocuments() {
    try (Plan plan = planOf("wenling-mobile-too-early")) {
      Deferrable first = plan.deferrable().get(0);
      assertEquals("id-card/mother", first.toString());
      assertEquals("居民身份证", first.label());
      assertEquals(Birthcase.FAMILY, first.newborn());
    }
  }

  @Test
  void theOneFormHasFewerFieldsThanTheDepartmentsFormsAndAsksFewerStill() {
    try (Plan plan = planOf("yiwu-local")) {
      assertTrue(plan.departmentFields() > plan.unifiedFields());
      assertTrue(plan.unifiedFields() > plan.askedFields());
      assertEquals(plan.unifiedFields(), plan.fields().size());
    }
  }

  @Test
  void itemsStayGoodAndEqualWhenThePlanIsClosed() {
    List<Evidence> first;
    List<Evidence> again;
    try (Plan plan = planOf("yiwu-local")) {
      first = plan.evidence();
      again = plan.evidence();
    }
    assertEquals(first, again);
    assertEquals(first.hashCode(), again.hashCode());
    assertNotEquals(first.get(0), first.get(1));
    assertThrows(UnsupportedOperationException.class, () -> first.remove(0));
  }

  @Test
  void labelsAreInTheLanguageOfTheProfile() {
    try (Profile english = Profile.builtIn("yiwu", Language.ENGLISH);
        Application birth = Application.parse(english, Examples.json("yiwu-local"));
        Plan plan = Plan.of(english, birth)) {
      assertTrue(plan.evidence().stream().anyMatch(item -> item.label().equals("ID card")),
          () -> plan.evidence().get(0).label());
    }
  }

  @Test
  void noTextForALogShowsWhatAPersonTyped() {
    try (Plan plan = planOf("yiwu-local"); Profile yiwu = Profile.builtIn("yiwu");
        Application birth = Application.parse(yiwu, Examples.json("yiwu-local"))) {
      FormField name = plan.fields().stream().filter(field -> field.id().equals("mother.name")).findFirst().get();
      assertEquals("李晓梅", name.value());
      assertFalse(plan.fields().toString().contains("李晓梅"));
      assertFalse(birth.get("mother.name").toString().contains("李晓梅"));
      assertFalse((birth + " " + plan).contains("李晓梅"));
    }
  }

  @Test
  void aPlanKnowsItsProfileAndDay() {
    try (Plan plan = planOf("yiwu-local")) {
      assertEquals("yiwu", plan.profile());
      assertEquals(LocalDate.of(2019, 6, 10), plan.asOf());
    }
  }

  @Test
  void anApplicationMayBePlannedUnderAnotherCitysRules() {
    try (Profile yiwu = Profile.builtIn("yiwu"); Profile ruian = Profile.builtIn("ruian");
        Application birth = Application.parse(yiwu, Examples.json("yiwu-local"));
        Application there = birth.under(ruian);
        Plan one = Plan.of(ruian, birth); Plan other = Plan.of(ruian, there)) {
      assertEquals("ruian", one.profile());
      assertEquals(one.evidence(), other.evidence());
    }
  }

  @Test
  void documentsThatPlansHaveInCommonAreThoseOfEachPlan() throws IOException {
    try (Profile yiwu = Profile.builtIn("yiwu"); Profile english = yiwu.in(Language.ENGLISH)) {
      for (String name : Examples.names()) {
        for (Profile profile : Arrays.asList(yiwu, english, yiwu)) {
          try (Application application = Application.parse(profile, Examples.json(name));
              Profile fresh = Profile.builtIn("yiwu", profile.language());
              Plan plan = Plan.of(profile, application);
              Plan readAnew = Plan.of(fresh, application)) {
            assertEquals(readAnew.evidence(), plan.evidence(), name);
          }
        }
      }
    }
  }

  @Test
  void aDocumentOfBytesIsThatOfTheText() {
    String json = Examples.json("yiwu-twins");
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      byte[] bytes = Birthcase.planDocument(yiwu, json.getBytes(StandardCharsets.UTF_8));
      assertEquals(Birthcase.planDocument(yiwu, json), new String(bytes, StandardCharsets.UTF_8));
      LocalDate day = LocalDate.of(2019, 6, 11);
      bytes = Birthcase.planDocument(yiwu, json.getBytes(StandardCharsets.UTF_8), day);
      assertEquals(Birthcase.planDocument(yiwu, json, day), new String(bytes, StandardCharsets.UTF_8));
      byte[] broken = {'{', (byte) 0xff};
      assertThrows(EncodingException.class, () -> Birthcase.planDocument(yiwu, broken));
    }
  }

  @Test
  void aDocumentHasWhatIsWantedOfIt() {
    String json = Examples.json("yiwu-twins");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    LocalDate day = LocalDate.of(2019, 6, 10);
    PlanContents due = PlanContents.of(PlanPart.DUE, PlanPart.AS_OF);
    PlanContents bare = PlanContents.of(PlanPart.EVIDENCE).withoutLabels().withoutReasons();
    try (Profile yiwu = Profile.builtIn("yiwu"); Application application = Application.parse(yiwu, json);
        Plan plan = Plan.of(yiwu, application, day)) {
      assertEquals("{\"as_of\":\"2019-06-10\",\"due\":\"2019-06-13\"}", plan.json(due));
      assertEquals(plan.json(), plan.json(PlanContents.ALL));
      assertEquals(plan.json(), plan.json(PlanContents.of(PlanPart.values())));
      String some = plan.json(bare);
      assertTrue(some.startsWith("{\"evidence\":[{\"type\":"), some);
      assertFalse(some.contains("\"label\"") || some.contains("\"why\""), some);
      assertTrue(plan.json(PlanContents.of(PlanPart.EVIDENCE).withoutLabels()).contains("\"why\""));
      assertEquals(some, Birthcase.planDocument(yiwu, json, bare));
      assertEquals(some, Birthcase.planDocument(yiwu, json, day, bare));
      assertEquals(some, new String(Birthcase.planDocument(yiwu, bytes, bare), StandardCharsets.UTF_8));
      assertEquals(some, new String(Birthcase.planDocument(yiwu, bytes, day, bare), StandardCharsets.UTF_8));
    }
    assertThrows(IllegalArgumentException.class, PlanContents::of);
  }
}
