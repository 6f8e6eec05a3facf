package org.birthcase;

/**
 * The constants of the headers without their prefix.
 *
 * <p>Written by ./dev interface from capi/interface: change it there.
 */
final class Constants {
  private Constants() {}

  static final int ABI_VERSION = 1;
  static final int NUL_ENDED = -1;
  static final int FAMILY = -1;
  static final int ANY_VERSION = -1;

  static final int OK = 0;
  static final int SYNTAX = 1;
  static final int UNKNOWN_NAME = 2;
  static final int WRONG_TYPE = 3;
  static final int OUT_OF_RANGE = 4;
  static final int ENCODING = 5;
  static final int CONTRADICTION = 6;
  static final int MISSING = 7;
  static final int BAD_ARGUMENT = 8;
  static final int BAD_HANDLE = 9;
  static final int BUFFER_TOO_SMALL = 10;
  static final int OUT_OF_MEMORY = 11;
  static final int INTERNAL = 12;
  static final int REFUSED = 13;
  static final int CONFLICT = 14;
  static final int STORAGE = 15;

  static final int UTF8 = 0;
  static final int GB18030 = 1;
  static final int GB18030_2005 = 2;
  static final int GB18030_2000 = 3;

  static final int CHINESE = 0;
  static final int ENGLISH = 1;

  static final int FACT_UNKNOWN = 0;
  static final int FACT_NONE = 1;
  static final int FACT_KNOWN = 2;

  static final int ORIGINAL = 0;
  static final int PAPER_COPY = 1;
  static final int SCAN = 2;

  static final int SERVICES = 1;
  static final int FIELDS = 2;
  static final int EVIDENCE = 3;
  static final int STEPS = 4;
  static final int UNDETERMINED = 5;
  static final int FINDINGS = 6;
  static final int MISSING_ITEMS = 7;
  static final int DEFERRABLE = 8;
  static final int LOOK_UPS = 9;

  static final int PLAN_PROFILE = 1;
  static final int PLAN_AS_OF = 2;
  static final int PLAN_DUE = 3;
  static final int PLAN_ACCEPTABLE = 4;
  static final int PLAN_DEPARTMENT_FIELDS = 5;
  static final int PLAN_UNIFIED_FIELDS = 6;
  static final int PLAN_ASKED_FIELDS = 7;
  static final int PLAN_RULES_VERSION = 8;
  static final int PLAN_CODES_VERSION = 9;
  static final int PLAN_CALENDAR_VERSION = 10;
  static final int PLAN_COUNTED_UNTIL = 11;
  static final int PLAN_AS_JSON = 12;
  static final int PLAN_TRIPS = 13;
  static final int PLAN_PAPERS = 14;
  static final int PLAN_SHEETS = 15;
  static final int PLAN_EVIDENCE_KEYS = 16;

  static final int SERVICE_ID = 101;
  static final int SERVICE_LABEL = 102;
  static final int SERVICE_NEWBORN = 103;
  static final int SERVICE_LANE = 104;
  static final int SERVICE_ORGANISATION = 105;
  static final int SERVICE_CHANNEL = 106;
  static final int SERVICE_RULE = 107;
  static final int SERVICE_REASON = 108;
  static final int SERVICE_SOURCE = 109;
  static final int SERVICE_ALREADY_DONE = 110;
  static final int SERVICE_FOLLOWS = 111;

  static final int FIELD_ID = 201;
  static final int FIELD_LABEL = 202;
  static final int FIELD_NEWBORN = 203;
  static final int FIELD_SOURCE = 204;
  static final int FIELD_FROM = 205;
  static final int FIELD_NEEDED_BY = 206;
  static final int FIELD_OWNER = 207;
  static final int FIELD_REQUIRED = 208;
  static final int FIELD_STATE = 209;
  static final int FIELD_VALUE = 210;
  static final int FIELD_ORIGIN = 211;
  static final int FIELD_ORIGIN_ORGANISATION = 212;
  static final int FIELD_ORIGIN_AT = 213;
  static final int FIELD_ORIGIN_REFERENCE = 214;

  static final int EVIDENCE_TYPE = 301;
  static final int EVIDENCE_LABEL = 302;
  static final int EVIDENCE_NEWBORN = 303;
  static final int EVIDENCE_HOLDER = 304;
  static final int EVIDENCE_HOLDER_LABEL = 305;
  static final int EVIDENCE_STATUS = 306;
  static final int EVIDENCE_ORIGINAL = 307;
  static final int EVIDENCE_COPIES = 308;
  static final int EVIDENCE_INSTEAD_OF = 309;
  static final int EVIDENCE_TOLERANCE = 310;
  static final int EVIDENCE_NEEDED_BY = 311;
  static final int EVIDENCE_FROM = 312;
  static final int EVIDENCE_RULE = 313;
  static final int EVIDENCE_REASON = 314;
  static final int EVIDENCE_SOURCE = 315;

  static final int STEP_ID = 401;
  static final int STEP_LABEL = 402;
  static final int STEP_NEWBORN = 403;
  static final int STEP_SERVICE = 404;
  static final int STEP_ORGANISATION = 405;
  static final int STEP_ORGANISATION_LABEL = 406;
  static final int STEP_OPERATOR = 407;
  static final int STEP_OPERATOR_LABEL = 408;
  static final int STEP_AFTER = 409;
  static final int STEP_DUE = 410;
  static final int STEP_PROMISE = 411;
  static final int STEP_DELIVERY = 412;
  static final int STEP_PAYLOAD_FIELDS = 413;
  static final int STEP_PAYLOAD_EVIDENCE = 414;

  static final int UNDETERMINED_FACT = 501;
  static final int UNDETERMINED_LABEL = 502;
  static final int UNDETERMINED_NEWBORN = 503;
  static final int UNDETERMINED_FIELD = 504;
  static final int UNDETERMINED_DECIDES = 505;

  static final int FINDING_SEVERITY = 601;
  static final int FINDING_CODE = 602;
  static final int FINDING_PATH = 603;
  static final int FINDING_MESSAGE = 604;

  static final int MISSING_ID = 701;
  static final int MISSING_LABEL = 702;
  static final int MISSING_NEWBORN = 703;
  static final int MISSING_IS_FIELD = 704;
  static final int MISSING_HOLDER = 705;

  static final int DEFERRABLE_TYPE = 801;
  static final int DEFERRABLE_LABEL = 802;
  static final int DEFERRABLE_NEWBORN = 803;
  static final int DEFERRABLE_HOLDER = 804;

  static final int LOOK_UP_ID = 901;
  static final int LOOK_UP_LABEL = 902;
  static final int LOOK_UP_NEWBORN = 903;
  static final int LOOK_UP_ORGANISATION = 904;
  static final int LOOK_UP_STATE = 905;
  static final int LOOK_UP_AT = 906;
  static final int LOOK_UP_REFERENCE = 907;
  static final int LOOK_UP_KEYS = 908;
  static final int LOOK_UP_UNKNOWN_KEYS = 909;
  static final int LOOK_UP_FIELDS = 910;
  static final int LOOK_UP_EVIDENCE = 911;
  static final int LOOK_UP_NEEDED_BY = 912;
  static final int LOOK_UP_RULE = 913;
  static final int LOOK_UP_REASON = 914;
  static final int LOOK_UP_SOURCE = 915;

  static final int ROW_STATUS = 1001;
  static final int ROW_MESSAGE = 1002;
  static final int ROW_PATH = 1003;
  static final int ROW_LINE = 1004;
  static final int ROW_COLUMN = 1005;

  static final int WITHOUT_LABELS = 1;
  static final int WITHOUT_REASONS = 2;

  static final int REPORT_JSON = 0;
  static final int REPORT_TEXT = 1;
  static final int REPORT_JUNIT = 2;

  static final int READ_WRITE = 0;
  static final int READ_ONLY = 1;
}
