package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationTest {
  private final Profile yiwu = Profile.builtIn("yiwu", Language.ENGLISH);
  private final Application birth = Application.of(yiwu);

  @AfterEach
  void close() {
    birth.close();
    yiwu.close();
  }

  @Test
  void aFactIsUnknownThenKnownThenNoneThenUnknownAgain() {
    assertEquals(Fact.State.UNKNOWN, birth.get("father.name").state());
    birth.put("father.name", "王建国");
    assertEquals(Fact.State.KNOWN, birth.get("father.name").state());
    assertEquals("王建国", birth.get("father.name").text());
    birth.putNone("father");
    assertEquals(Fact.State.NONE, birth.get("father.name").state());
    assertEquals("", birth.get("father.name").text());
    birth.clear("father");
    assertEquals(Fact.State.UNKNOWN, birth.get("father.name").state());
  }

  @Test
  void valuesOfJavasTypesArePutAsWhatTheyAre() {
    birth.put("birth.institution.licensed", true);
    birth.put("birth.parity", 2);
    birth.put("applied_at", LocalDateTime.of(2019, 6, 3, 9, 30));
    birth.put("services", Arrays.asList("birth-certificate", "hukou-registration"));
    assertEquals("true", birth.get("birth.institution.licensed").text());
    assertEquals("2", birth.get("birth.parity").text());
    assertEquals(LocalDateTime.of(2019, 6, 3, 9, 30), LocalDateTime.parse(birth.get("applied_at").text()));
    assertEquals("birth-certificate,hukou-registration", birth.get("services").text());
  }

  @Test
  void valuesOfANewbornsFactsArePutByTheNewbornsPlace() {
    birth.put("newborn.name", 0, "王子涵");
    birth.put("newborn.weight_g", 0, 2530);
    birth.put("newborn.length_cm", 0, new BigDecimal("47.50"));
    birth.put("newborn.born_at", 0, LocalDateTime.of(2019, 6, 8, 14, 20));
    birth.put("newborn.hepatitis_b.given_on", 0, LocalDate.of(2019, 6, 8));
    birth.put("newborn.name", 1, "王子萱");
    assertEquals(2, birth.newbornCount());
    assertEquals("王子涵", birth.get("newborn.name", 0).text());
    assertEquals("王子萱", birth.get("newborn.name", 1).text());
    assertEquals("2530", birth.get("newborn.weight_g", 0).text());
    assertEquals(0, new BigDecimal("47.5").compareTo(new BigDecimal(birth.get("newborn.length_cm", 0).text())));
    assertEquals("2019-06-08", birth.get("newborn.hepatitis_b.given_on", 0).text());
    assertEquals(Fact.State.NONE, birth.putNone("newborn.former_name", 1).get("newborn.former_name", 1).state());
    assertEquals(Fact.State.UNKNOWN, birth.clear("newborn.name", 1).get("newborn.name", 1).state());
  }

  @Test
  void whatWasGotCanBePutAgain() {
    try (Application full = Application.parse(yiwu, Examples.json("yiwu-twins"))) {
      String before = full.json();
      full.put("applied_at", full.get("applied_at").text());
      full.put("newborn.born_at", 1, full.get("newborn.born_at", 1).text());
      full.put("mother.hukou.address", full.get("mother.hukou.address").text());
      assertEquals(before, full.json());
    }
  }

  @Test
  void noFactIsPutWhereTheValueIsNull() {
    NullPointerException error =
        assertThrows(NullPointerException.class, () -> birth.put("mother.name", (String) null));
    assertTrue(error.getMessage().contains("putNone"), error.getMessage());
    assertThrows(NullPointerException.class, () -> birth.put("birth.date", (LocalDate) null));
    assertEquals(Fact.State.UNKNOWN, birth.get("mother.name").state());
  }

  @Test
  void anItemOfAListCannotSmuggleInAnother() {
    assertThrows(IllegalArgumentException.class, () -> birth.put("services", Arrays.asList("a,b")));
  }

  @Test
  void aRefusedPutChangesNothing() {
    birth.put("mother.name", "李晓梅");
    String before = birth.json();
    assertThrows(UnknownNameException.class, () -> birth.put("mother.nmae", "x"));
    assertThrows(OutOfRangeException.class, () -> birth.put("newborn.name", 1, "x"));
    assertEquals(before, birth.json());
  }

  @Test
  void findingsTellWhatAFormatRefusesWithoutQuotingIt() {
    birth.put("mother.phone", "12");
    List<Finding> findings = birth.findings();
    assertEquals(1, findings.size());
    assertEquals("bad-format", findings.get(0).code());
    assertEquals("/mother/phone", findings.get(0).path());
    assertEquals(Severity.ERROR, findings.get(0).severity());
    assertFalse(findings.get(0).message().contains("12"));
    assertEquals("12", birth.get("mother.phone").text());
  }

  @Test
  void aTextThatIsNoTruthIsAFindingToo() {
    birth.put("birth.institution.licensed", "heavy");
    Finding finding = birth.findings().get(0);
    assertEquals("bad-format", finding.code());
    assertEquals("/birth/institution/licensed", finding.path());
    assertFalse(finding.message().contains("heavy"));
  }

  @Test
  void aDocumentIsHandedInOnce() {
    birth.handIn("id-card", "mother");
    String once = birth.json();
    birth.handIn("id-card", "mother", HandedInAs.ORIGINAL, Birthcase.FAMILY);
    assertEquals(once, birth.json());
    birth.handIn("id-card", "father", HandedInAs.SCAN, Birthcase.FAMILY);
    assertNotEquals(once, birth.json());
    assertThrows(UnknownNameException.class, () -> birth.handIn("id-cart", "mother"));
  }

  @Test
  void aCopyGoesItsOwnWayAndOutlivesWhatItWasMadeFrom() {
    birth.put("mother.name", "李晓梅");
    try (Application copy = birth.copy()) {
      birth.put("mother.name", "张三");
      birth.close();
      yiwu.close();
      assertEquals("李晓梅", copy.get("mother.name").text());
    }
  }

  @Test
  void whatIsReadFromJsonIsWrittenSoThatItReadsBack() {
    String json = Examples.json("yiwu-twins");
    try (Application first = Application.parse(yiwu, json.getBytes(StandardCharsets.UTF_8));
        Application second = Application.parse(yiwu, first.json())) {
      assertEquals(first.json(), second.json());
      assertEquals(2, second.newbornCount());
    }
  }

  @Test
  void theProfileThatAnApplicationNamesIsToldBeforeItIsRead() {
    assertEquals(Optional.of("wenling"), Application.profileNamedIn(Examples.json("wenling-hospital")));
    assertEquals(Optional.empty(), Application.profileNamedIn("{}"));
    assertThrows(SyntaxException.class, () -> Application.profileNamedIn("{"));
  }

  @Test
  void puttingCanBeChained() {
    birth.put("channel", "hospital").put("applicant.role", "mother").putNone("father").clear("father");
    assertEquals("hospital", birth.get("channel").text());
    assertEquals("mother", birth.get("applicant.role").text());
  }
}
