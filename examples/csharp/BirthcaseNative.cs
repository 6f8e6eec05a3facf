// birthcase for C#: the constants and the C functions as they are (`Native`). Birthcase.cs is the layer over them; the
// headers of C say what each function does.
// Written by ./dev interface from capi/interface: change it there.
using System;
using System.Runtime.InteropServices;

namespace Birthcase {

/// <summary>The result of a call.</summary>
public enum Status {
  Ok = 0, Syntax = 1, UnknownName = 2, WrongType = 3, OutOfRange = 4, Encoding = 5, Contradiction = 6, Missing = 7,
  BadArgument = 8, BadHandle = 9, BufferTooSmall = 10, OutOfMemory = 11, Internal = 12, Refused = 13, Conflict = 14,
  Storage = 15
}

/// <summary>The encoding of all texts of a session, in and out. The editions of GB 18030 differ in 18 or 19 characters;
/// no character is lost in any of them. GBK and GB 2312 are subsets of each.</summary>
public enum TextEncoding {
  Utf8 = 0, Gb18030 = 1, Gb18030_2005 = 2, Gb18030_2000 = 3
}

/// <summary>The language of labels and messages. Errors are in English, for programmers; only the reasons why a case
/// refuses a command are in the language of the session, for people.</summary>
public enum Language {
  Chinese = 0, English = 1
}

/// <summary>What is known of a fact.</summary>
public enum FactState {
  Unknown = 0, None = 1, Known = 2
}

/// <summary>The form in which a document was handed in.</summary>
public enum HandedInAs {
  Original = 0, PaperCopy = 1, Scan = 2
}

/// <summary>The lists of a plan, for `birthcase_plan_count`.</summary>
public enum PlanList {
  Services = 1, Fields = 2, Evidence = 3, Steps = 4, Undetermined = 5, Findings = 6, MissingItems = 7, Deferrable = 8,
  LookUps = 9
}

/// <summary>The attributes of a plan and of its items. The hundreds of an item's attribute are its list. docs/plan.md
/// tells what each one means; several ids in one text are separated by commas.</summary>
public enum PlanAttribute {
  PlanProfile = 1, PlanAsOf = 2, PlanDue = 3, PlanAcceptable = 4, PlanDepartmentFields = 5, PlanUnifiedFields = 6,
  PlanAskedFields = 7, PlanRulesVersion = 8, PlanCodesVersion = 9, PlanCalendarVersion = 10, PlanCountedUntil = 11,
  PlanAsJson = 12, PlanTrips = 13, PlanPapers = 14, PlanSheets = 15, PlanEvidenceKeys = 16,
  ServiceId = 101, ServiceLabel = 102, ServiceNewborn = 103, ServiceLane = 104, ServiceOrganisation = 105,
  ServiceChannel = 106, ServiceRule = 107, ServiceReason = 108, ServiceSource = 109, ServiceAlreadyDone = 110,
  ServiceFollows = 111,
  FieldId = 201, FieldLabel = 202, FieldNewborn = 203, FieldSource = 204, FieldFrom = 205, FieldNeededBy = 206,
  FieldOwner = 207, FieldRequired = 208, FieldState = 209, FieldValue = 210, FieldOrigin = 211,
  FieldOriginOrganisation = 212, FieldOriginAt = 213, FieldOriginReference = 214,
  EvidenceType = 301, EvidenceLabel = 302, EvidenceNewborn = 303, EvidenceHolder = 304, EvidenceHolderLabel = 305,
  EvidenceStatus = 306, EvidenceOriginal = 307, EvidenceCopies = 308, EvidenceInsteadOf = 309, EvidenceTolerance = 310,
  EvidenceNeededBy = 311, EvidenceFrom = 312, EvidenceRule = 313, EvidenceReason = 314, EvidenceSource = 315,
  StepId = 401, StepLabel = 402, StepNewborn = 403, StepService = 404, StepOrganisation = 405,
  StepOrganisationLabel = 406, StepOperator = 407, StepOperatorLabel = 408, StepAfter = 409, StepDue = 410,
  StepPromise = 411, StepDelivery = 412, StepPayloadFields = 413, StepPayloadEvidence = 414,
  UndeterminedFact = 501, UndeterminedLabel = 502, UndeterminedNewborn = 503, UndeterminedField = 504,
  UndeterminedDecides = 505,
  FindingSeverity = 601, FindingCode = 602, FindingPath = 603, FindingMessage = 604,
  MissingId = 701, MissingLabel = 702, MissingNewborn = 703, MissingIsField = 704, MissingHolder = 705,
  DeferrableType = 801, DeferrableLabel = 802, DeferrableNewborn = 803, DeferrableHolder = 804,
  LookUpId = 901, LookUpLabel = 902, LookUpNewborn = 903, LookUpOrganisation = 904, LookUpState = 905, LookUpAt = 906,
  LookUpReference = 907, LookUpKeys = 908, LookUpUnknownKeys = 909, LookUpFields = 910, LookUpEvidence = 911,
  LookUpNeededBy = 912, LookUpRule = 913, LookUpReason = 914, LookUpSource = 915,
  RowStatus = 1001, RowMessage = 1002, RowPath = 1003, RowLine = 1004, RowColumn = 1005
}

/// <summary>What a plan's document leaves out, for `birthcase_plan_json_parts` and `birthcase_plan_document_parts`: a
/// sum of these, or 0.</summary>
[Flags]
public enum Without {
  Nothing = 0, Labels = 1, Reasons = 2
}

/// <summary>How `birthcase_rule_tests_run` reports its results.</summary>
public enum ReportFormat {
  ReportJson = 0, ReportText = 1, ReportJunit = 2
}

/// <summary>The functions of birthcase.h. The calling convention is the platform's, as in BIRTHCASE_CALL.</summary>
public static class Native {
  public const int AbiVersion = 1;
  public const int NulEnded = -1;
  public const int Family = -1;
  const string Library = "birthcase";

  /// <summary>The version of the library, such as `0.3.0`.</summary>
  [DllImport(Library)] public static extern IntPtr birthcase_version();

  /// <summary>The ABI of the library. A program that loads the library by hand must compare it with
  /// BIRTHCASE_ABI_VERSION.</summary>
  [DllImport(Library)] public static extern int birthcase_abi_version();

  /// <summary>The name of a status, such as `unknown-name`; `unknown-status` for other numbers.</summary>
  [DllImport(Library)] public static extern IntPtr birthcase_status_name(Status status);

  /// <summary>Opens a session. Nearly every other call needs one.</summary>
  [DllImport(Library)] public static extern Status birthcase_session_new(
      TextEncoding encoding, Language language, out IntPtr session);

  /// <summary>Closes a session. The texts that it gave are gone.</summary>
  [DllImport(Library)] public static extern Status birthcase_session_free(ref IntPtr session);

  /// <summary>Copies the text that the last call of this session yielded, with a NUL behind it.</summary>
  [DllImport(Library)] public static extern Status birthcase_session_copy_text(
      Session session, byte[] buffer, long capacity, out long needed);

  /// <summary>The last failed call of this session in one line, for the programmer's log; empty if none has failed. A
  /// call that succeeds leaves the last error as it is.</summary>
  [DllImport(Library)] public static extern Status birthcase_session_error_message(
      Session session, out IntPtr text, out long length);

  /// <summary>The last failed call as JSON:
  /// `{"status":2,"kind":"unknown-name","message":"…","document":"…","path":"/mother/nmae","line":1,"column":14}`;
  /// `null` if none has failed. `document`, `path`, `line` and `column` are left out where there is none. The refusal
  /// of a case has two more members, see birthcase_case.h.</summary>
  [DllImport(Library)] public static extern Status birthcase_session_error_json(
      Session session, out IntPtr text, out long length);

  /// <summary>Converts a text between two encodings, whatever the encoding of the session. Nothing is ever replaced:
  /// what cannot be converted is ENCODING, with the byte offset in the message and the character's position as
  /// `column`.</summary>
  [DllImport(Library)] public static extern Status birthcase_convert(
      Session session, TextEncoding from, TextEncoding to, byte[] bytes, long bytesLength, out IntPtr text,
      out long length);

  /// <summary>How many profiles are built into the library.</summary>
  [DllImport(Library)] public static extern Status birthcase_built_in_count(Session session, out int count);

  /// <summary>The id of a built-in profile.</summary>
  [DllImport(Library)] public static extern Status birthcase_built_in_id(
      Session session, int index, out IntPtr text, out long length);

  /// <summary>A built-in profile. Loading takes milliseconds: a program should keep it.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_built_in(
      Session session, byte[] id, long idLength, out IntPtr profile);

  /// <summary>The JSON text of a built-in profile, for reading and for profiles that extend it.</summary>
  [DllImport(Library)] public static extern Status birthcase_built_in_json(
      Session session, byte[] id, long idLength, out IntPtr text, out long length);

  /// <summary>Makes a profile's JSON text known to this session, so that a profile that is parsed later can extend it
  /// by its id. This call reads only the id; `birthcase_profile_parse` checks the rest. Of two texts with one id the
  /// later one counts.</summary>
  [DllImport(Library)] public static extern Status birthcase_session_add_profile(
      Session session, byte[] json, long jsonLength);

  /// <summary>Adds the holiday notices of one year to this session. Profiles that it loads later, built-in ones too,
  /// and stores that it opens later count working days with them. A notice replaces the one of the same year that has
  /// its number or its day of announcement. A failed call adds nothing.</summary>
  [DllImport(Library)] public static extern Status birthcase_session_add_calendar(
      Session session, byte[] json, long jsonLength);

  /// <summary>Adds a code table to this session: in place of the table of that id or, where the text says `# extends:
  /// ID`, as rows added to it. Profiles that the session loads later and stores that it opens later use it. A failed
  /// call adds nothing.</summary>
  [DllImport(Library)] public static extern Status birthcase_session_add_codes(
      Session session, byte[] id, long idLength, byte[] tsv, long tsvLength);

  /// <summary>A profile from its JSON text. It may extend a profile that this session knows from
  /// `birthcase_session_add_profile`, or a built-in one.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_parse(
      Session session, byte[] json, long jsonLength, out IntPtr profile);

  /// <summary>Another handle of the same rules, freed on its own; for example one for each thread.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_share(
      Session session, Profile profile, out IntPtr other);

  /// <summary>Frees a profile.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_free(ref IntPtr profile);

  /// <summary>The id of a profile.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_id(
      Session session, Profile profile, out IntPtr text, out long length);

  /// <summary>The title of a profile in the language of the session.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_title(
      Session session, Profile profile, out IntPtr text, out long length);

  /// <summary>The version of a profile: the SHA-256 of its text and of those that it extends, as
  /// BIRTHCASE_PLAN_RULES_VERSION of its plans. A program should log it when it starts, so that it is known which rules
  /// it goes by.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_version(
      Session session, Profile profile, out IntPtr text, out long length);

  /// <summary>The one form of a profile, or the part of one service.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_form(
      Session session, Profile profile, byte[] service, long serviceLength, out IntPtr text, out long length);

  /// <summary>The data dictionary of a profile as JSON: every field with its type, its codes, who fills it in, which
  /// services ask it and which rules read it; then the code tables. In the language of the session.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_fields(
      Session session, Profile profile, out IntPtr text, out long length);

  /// <summary>The JSON Schema (2020-12) of an application under a profile.</summary>
  [DllImport(Library)] public static extern Status birthcase_profile_application_schema(
      Session session, Profile profile, out IntPtr text, out long length);

  /// <summary>What a family brings to each service under several profiles, side by side.</summary>
  [DllImport(Library)] public static extern Status birthcase_compare(
      Session session, IntPtr[] profiles, long count, byte[] asOf, long asOfLength, out IntPtr text, out long length);

  /// <summary>An application of which nothing is known yet.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_new(
      Session session, Profile profile, out IntPtr application);

  /// <summary>Reads a whole application. An unknown key is an error that names the nearest known one.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_parse(
      Session session, Profile profile, byte[] json, long jsonLength, out IntPtr application);

  /// <summary>The id under `profile` in an application's JSON, by which a program chooses the profile; an empty text if
  /// there is none.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_profile_named_in(
      Session session, byte[] json, long jsonLength, out IntPtr text, out long length);

  /// <summary>An independent copy.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_copy(
      Session session, Application application, out IntPtr copy);

  /// <summary>The same facts under another profile. Facts that this profile does not know are left out; a finding says
  /// so.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_under(
      Session session, Application application, Profile profile, out IntPtr other);

  /// <summary>Frees an application.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_free(ref IntPtr application);

  /// <summary>Puts a fact. A value that the field's format or code table refuses is kept, is reported as a finding, and
  /// is unknown to the rules.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_put(
      Session session, Application application, byte[] name, long nameLength, int newborn, byte[] value,
      long valueLength);

  /// <summary>Tells that there is none: of a fact (`father.phone`), or of a group with everything in it
  /// (`father`).</summary>
  [DllImport(Library)] public static extern Status birthcase_application_put_none(
      Session session, Application application, byte[] name, long nameLength, int newborn);

  /// <summary>Makes a fact, or all facts of a group, unknown again.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_clear(
      Session session, Application application, byte[] name, long nameLength, int newborn);

  /// <summary>What is known of a fact. The text is the value as `birthcase_application_put` takes it; empty where there
  /// is none.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_get(
      Session session, Application application, byte[] name, long nameLength, int newborn, out FactState state,
      out IntPtr text, out long length);

  /// <summary>How many newborns the application has.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_newborn_count(
      Session session, Application application, out int count);

  /// <summary>Notes that a document was handed in. To note it twice is to note it once.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_hand_in(
      Session session, Application application, byte[] type, long typeLength, byte[] holder, long holderLength,
      HandedInAs @as, int newborn);

  /// <summary>Validates what was put: formats, check digits and code tables. Checks between facts need a plan and are
  /// findings of the plan.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_validate(
      Session session, Application application, out int count, out IntPtr text, out long length);

  /// <summary>One finding of `birthcase_application_validate`.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_finding(
      Session session, Application application, PlanAttribute attribute, int index, out IntPtr text, out long length);

  /// <summary>The application as JSON. `birthcase_application_parse` reads it back to the same facts.</summary>
  [DllImport(Library)] public static extern Status birthcase_application_json(
      Session session, Application application, out IntPtr text, out long length);

  /// <summary>Plans one birth as known on one day. The application may have been made for another place's profile. What
  /// is wrong with the application is in the findings of the plan.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_new(
      Session session, Profile profile, Application application, byte[] asOf, long asOfLength, out IntPtr plan);

  /// <summary>Frees a plan.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_free(ref IntPtr plan);

  /// <summary>The plan as the JSON that docs/plan.md describes. The same plan gives the same bytes.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_json(
      Session session, Plan plan, out IntPtr text, out long length);

  /// <summary>Some parts of the plan's JSON, which takes less time.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_json_parts(
      Session session, Plan plan, byte[] parts, long partsLength, Without without, out IntPtr text, out long length);

  /// <summary>The JSON of an application in, the JSON of its plan out, in one call.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_document(
      Session session, Profile profile, byte[] json, long jsonLength, byte[] asOf, long asOfLength, out IntPtr text,
      out long length);

  /// <summary>`birthcase_plan_document` with some parts of the plan only.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_document_parts(
      Session session, Profile profile, byte[] json, long jsonLength, byte[] asOf, long asOfLength, byte[] parts,
      long partsLength, Without without, out IntPtr text, out long length);

  /// <summary>Plans many births in one call and gives attributes of their plans as columns in the layout of Apache
  /// Arrow. Each application is planned as by `birthcase_plan_document`. One that fails stops no other:
  /// BIRTHCASE_ROW_STATUS and the attributes after it tell why, its lists and texts are empty, and its numbers are
  /// 0.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_columns(
      Session session, Profile profile, byte[] json, int[] offsets, long count, byte[] asOf, long asOfLength,
      PlanAttribute[] attributes, long attributeCount, out IntPtr text, out long length);

  /// <summary>How many items a list of the plan has.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_count(
      Session session, Plan plan, PlanList list, out int count);

  /// <summary>A text attribute of the plan or of an item; empty where there is none.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_text(
      Session session, Plan plan, PlanAttribute attribute, int index, out IntPtr text, out long length);

  /// <summary>A number attribute of the plan or of an item.</summary>
  [DllImport(Library)] public static extern Status birthcase_plan_number(
      Session session, Plan plan, PlanAttribute attribute, int index, out long number);

  /// <summary>A profile that a document of rule tests names, so that a program can load it before the run: a built-in
  /// id, or a file (with `/` in it or ending in `.json`) as the document names it. Each name is told once: the one at
  /// the top, then those of the cases in their order; an empty text behind the last. The rest of the document is not
  /// checked.</summary>
  [DllImport(Library)] public static extern Status birthcase_rule_tests_profile_named_in(
      Session session, byte[] json, long jsonLength, int index, out IntPtr text, out long length);

  /// <summary>Runs a document of rule tests (`*.birthcase.json`). A case that fails is no failure of the call. Unlike
  /// every other text of this library, the report shows values, which in tests are invented.</summary>
  [DllImport(Library)] public static extern Status birthcase_rule_tests_run(
      Session session, IntPtr[] profiles, long count, byte[] json, long jsonLength, byte[] document,
      long documentLength, ReportFormat format, out int passed, out int failed, out IntPtr text, out long length);
}

}  // namespace Birthcase
