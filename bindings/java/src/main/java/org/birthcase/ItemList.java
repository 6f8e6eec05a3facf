package org.birthcase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** One kind of list: its number and attributes in birthcase.h, and the class of its items. */
final class ItemList<T> {
  static final ItemList<ServiceLane> SERVICES = new ItemList<>(ServiceLane::new,
      Constants.SERVICES, Constants.SERVICE_ID, Constants.SERVICE_FOLLOWS,
      Constants.SERVICE_NEWBORN, Constants.SERVICE_ALREADY_DONE);
  static final ItemList<FormField> FIELDS = new ItemList<>(FormField::new,
      Constants.FIELDS, Constants.FIELD_ID, Constants.FIELD_ORIGIN_REFERENCE,
      Constants.FIELD_NEWBORN, Constants.FIELD_REQUIRED, Constants.FIELD_STATE);
  static final ItemList<Evidence> EVIDENCE = new ItemList<>(Evidence::new,
      Constants.EVIDENCE, Constants.EVIDENCE_TYPE, Constants.EVIDENCE_SOURCE,
      Constants.EVIDENCE_NEWBORN, Constants.EVIDENCE_ORIGINAL, Constants.EVIDENCE_COPIES);
  static final ItemList<Step> STEPS = new ItemList<>(Step::new,
      Constants.STEPS, Constants.STEP_ID, Constants.STEP_PAYLOAD_EVIDENCE, Constants.STEP_NEWBORN);
  static final ItemList<Undetermined> UNDETERMINED = new ItemList<>(Undetermined::new,
      Constants.UNDETERMINED, Constants.UNDETERMINED_FACT, Constants.UNDETERMINED_DECIDES,
      Constants.UNDETERMINED_NEWBORN);
  static final ItemList<Finding> FINDINGS = new ItemList<>(Finding::new,
      Constants.FINDINGS, Constants.FINDING_SEVERITY, Constants.FINDING_MESSAGE);
  static final ItemList<MissingItem> MISSING = new ItemList<>(MissingItem::new,
      Constants.MISSING_ITEMS, Constants.MISSING_ID, Constants.MISSING_HOLDER,
      Constants.MISSING_NEWBORN, Constants.MISSING_IS_FIELD);
  static final ItemList<Deferrable> DEFERRABLE = new ItemList<>(Deferrable::new,
      Constants.DEFERRABLE, Constants.DEFERRABLE_TYPE, Constants.DEFERRABLE_HOLDER, Constants.DEFERRABLE_NEWBORN);
  static final ItemList<LookUp> LOOK_UPS = new ItemList<>(LookUp::new,
      Constants.LOOK_UPS, Constants.LOOK_UP_ID, Constants.LOOK_UP_SOURCE, Constants.LOOK_UP_NEWBORN);

  /** Reads one attribute of one item. */
  interface Reader<V> {
    V read(int attribute, int index);
  }

  private final Function<Row, T> item;
  private final int list;
  private final int first;
  private final int last;
  private final boolean[] isNumber;

  /** @param numbers the attributes that are numbers; the others are texts */
  private ItemList(Function<Row, T> item, int list, int first, int last, int... numbers) {
    this.item = item;
    this.list = list;
    this.first = first;
    this.last = last;
    isNumber = new boolean[last - first + 1];
    for (int number : numbers) {
      isNumber[number - first] = true;
    }
  }

  /** Reads the whole list of a plan. */
  List<T> read(Session session, long plan) {
    int[] count = new int[1];
    session.check(Natives.birthcase_plan_count(session.address, plan, list, count));
    return read(count[0], (attribute, index) -> isNumber[attribute - first]
        ? (Object) PlanAttributes.number(session, plan, attribute, index)
        : (Object) PlanAttributes.text(session, plan, attribute, index));
  }

  /** Reads a list of which somebody else knows the attributes. */
  List<T> read(int count, Reader<?> reader) {
    List<T> items = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      Object[] values = new Object[last - first + 1];
      for (int attribute = first; attribute <= last; attribute++) {
        values[attribute - first] = reader.read(attribute, index);
      }
      items.add(item.apply(new Row(first, values)));
    }
    return Collections.unmodifiableList(items);
  }
}
