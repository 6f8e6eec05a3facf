package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final String TOP =
      "{\"id\": \"top\", \"extends\": \"middle\", \"title\": {\"zh\": \"上\", \"en\": \"Top\"}}";
  private static final String MIDDLE =
      "{\"id\": \"middle\", \"extends\": \"yiwu\", \"title\": {\"zh\": \"中\", \"en\": \"Middle\"}}";

  @Test
  void theBuiltInProfilesAreTheFourOfTheLibrary() {
    assertEquals(new HashSet<>(Arrays.asList("base", "yiwu", "ruian", "wenling")),
        new HashSet<>(Birthcase.builtInIds()));
    for (String id : Birthcase.builtInIds()) {
      try (Profile profile = Profile.builtIn(id)) {
        assertEquals(id, profile.id());
        assertEquals(id, JsonParser.parseString(Birthcase.builtInJson(id)).getAsJsonObject().get("id").getAsString());
      }
    }
  }

  @Test
  void aProfileThatIsNotThereIsAnErrorThatNamesTheNearest() {
    UnknownNameException error = assertThrows(UnknownNameException.class, () -> Profile.builtIn("yiwuu"));
    assertTrue(error.getMessage().contains("yiwu"), error.getMessage());
    assertThrows(UnknownNameException.class, () -> Birthcase.builtInJson("yiwuu"));
  }

  @Test
  void aProfileSpeaksTwoLanguages() {
    try (Profile chinese = Profile.builtIn("yiwu"); Profile english = chinese.in(Language.ENGLISH)) {
      assertEquals(Language.CHINESE, chinese.language());
      assertEquals(Language.ENGLISH, english.language());
      assertTrue(chinese.title().startsWith("义乌市"), chinese.title());
      assertTrue(english.title().startsWith("Yiwu"), english.title());
      chinese.close();
      assertEquals("yiwu", english.id());
    }
  }

  @Test
  void theFormOfAServiceIsAPartOfTheOneForm() {
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      String all = yiwu.form();
      String part = yiwu.form("birth-certificate");
      assertTrue(JsonParser.parseString(all).isJsonObject());
      assertTrue(part.length() < all.length());
      assertThrows(UnknownNameException.class, () -> yiwu.form("birth-certificat"));
    }
  }

  @Test
  void theDataDictionaryHasFieldsAndTables() {
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      JsonObject dictionary = JsonParser.parseString(yiwu.fields()).getAsJsonObject();
      assertTrue(dictionary.getAsJsonArray("fields").size() > dictionary.getAsJsonArray("tables").size());
    }
  }

  @Test
  void theSchemaOfApplicationsIsAJsonSchema() {
    try (Profile yiwu = Profile.builtIn("yiwu")) {
      String dialect = JsonParser.parseString(yiwu.applicationSchema()).getAsJsonObject().get("$schema").getAsString();
      assertEquals("https://json-schema.org/draft/2020-12/schema", dialect);
    }
  }

  @Test
  void aProfileFromTextExtendsABuiltInOne() {
    try (Profile middle = Profile.parse(MIDDLE)) {
      assertEquals("middle", middle.id());
      assertEquals("中", middle.title());
    }
  }

  @Test
  void aProfileFromTextExtendsWhatItIsGivenAndNothingThatAnotherWasGiven() {
    try (Profile top = Profile.parse(TOP, Language.ENGLISH, Collections.singletonList(MIDDLE))) {
      assertEquals("Top", top.title());
      assertNotEquals(0, top.form().length());
    }
    UnknownNameException error = assertThrows(UnknownNameException.class, () -> Profile.parse(TOP));
    assertEquals("/extends", error.path());
  }

  @Test
  void theVersionIsThatOfThisPackage() {
    assertEquals("0.3.0", Birthcase.version());
    assertFalse(Birthcase.builtInIds().isEmpty());
  }
}
