package org.birthcase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The documents of one profile's plans, in one language. Few different ones come up, again and again: what was read of one
 * is kept, and the next plan that has it says so by a key, in which nobody is named. For any number of threads at once.
 */
final class KnownDocuments {
  /** When there are more, it begins anew; a city's rules give some hundred. */
  private static final int MOST = 4096;

  private final Map<String, Evidence> known = new ConcurrentHashMap<>();

  /** The documents of a plan, in its order. */
  List<Evidence> of(Session session, long plan) {
    String keys = PlanAttributes.text(session, plan, Constants.PLAN_EVIDENCE_KEYS, 0);
    List<Evidence> documents = new ArrayList<>();
    int end;
    for (int start = 0; start < keys.length(); start = end + 1) {
      end = keys.indexOf('\n', start);
      Evidence document = known.get(keys.substring(start, end));
      if (document == null) {
        return learnt(keys.split("\n"), ItemList.EVIDENCE.read(session, plan));
      }
      documents.add(document);
    }
    return Collections.unmodifiableList(documents);
  }

  private List<Evidence> learnt(String[] keys, List<Evidence> documents) {
    if (known.size() > MOST) {
      known.clear();
    }
    for (int place = 0; place < keys.length; place++) {
      known.put(keys[place], documents.get(place));
    }
    return documents;
  }
}
