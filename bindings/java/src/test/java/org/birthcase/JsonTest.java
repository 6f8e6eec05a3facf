package org.birthcase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void itReadsWhatAJsonLibraryReads() {
    Gson gson = new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL).create();
    for (String id : Birthcase.builtInIds()) {
      String json = Birthcase.builtInJson(id);
      assertEquals(gson.fromJson(json, Object.class), Json.read(json), id);
    }
    String hard = " { \"a\\n\\u738b\\\"\\\\\\/\" : [ 1 , -2.50 , 3e2, true,false , null, [], {}, \"\" ] } ";
    assertEquals(gson.fromJson(hard, Object.class), Json.read(hard));
  }

  @Test
  void whatIsNoJsonIsRefused() {
    for (String wrong : new String[] {"", "{", "[1", "\"a", "{\"a\"}", "[1 2]", "nil", "-", "{\"a\":\"\\u12\"}"}) {
      assertThrows(IllegalArgumentException.class, () -> Json.read(wrong), wrong);
    }
    assertThrows(IllegalArgumentException.class, () -> Json.read(String.join("", Collections.nCopies(100, "["))));
  }

  @Test
  void nullHasNoMembersAndAListIsNoObject() {
    assertTrue(Json.object("null").isEmpty());
    assertThrows(IllegalArgumentException.class, () -> Json.object("[]"));
  }
}
