package org.birthcase;

/** Reads single attributes of a plan or of its items. */
final class PlanAttributes {
  private PlanAttributes() {}

  static String text(Session session, long plan, int attribute, int index) {
    return session.text(Natives.birthcase_plan_text(
        session.address, plan, attribute, index, session.text, session.length));
  }

  static long number(Session session, long plan, int attribute, int index) {
    long[] number = new long[1];
    session.check(Natives.birthcase_plan_number(session.address, plan, attribute, index, number));
    return number[0];
  }
}
