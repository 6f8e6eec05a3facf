Attribute VB_Name = "Birthcase"
Option Explicit

' The constants and functions of the C interface for VB6 and VBA; its headers say what each function does. Written by
' ./dev interface from capi/interface: change it there.
'
' A text is given by the first byte of an array and its length, an array by its first item. A 64-bit number (a length, a
' version) is a Currency: 12 bytes are 12 / 10000, and what is got is multiplied by 10000. BirthcaseText.bas does both.

Public Const BIRTHCASE_ABI As Long = 1
Public Const BIRTHCASE_NUL_ENDED As Currency = -0.0001@
Public Const BIRTHCASE_FAMILY As Long = -1
Public Const BIRTHCASE_ANY_VERSION As Currency = -0.0001@

Public Const BIRTHCASE_OK As Long = 0
Public Const BIRTHCASE_SYNTAX As Long = 1
Public Const BIRTHCASE_UNKNOWN_NAME As Long = 2
Public Const BIRTHCASE_WRONG_TYPE As Long = 3
Public Const BIRTHCASE_OUT_OF_RANGE As Long = 4
Public Const BIRTHCASE_ENCODING As Long = 5
Public Const BIRTHCASE_CONTRADICTION As Long = 6
Public Const BIRTHCASE_MISSING As Long = 7
Public Const BIRTHCASE_BAD_ARGUMENT As Long = 8
Public Const BIRTHCASE_BAD_HANDLE As Long = 9
Public Const BIRTHCASE_BUFFER_TOO_SMALL As Long = 10
Public Const BIRTHCASE_OUT_OF_MEMORY As Long = 11
Public Const BIRTHCASE_INTERNAL As Long = 12
Public Const BIRTHCASE_REFUSED As Long = 13
Public Const BIRTHCASE_CONFLICT As Long = 14
Public Const BIRTHCASE_STORAGE As Long = 15

Public Const BIRTHCASE_UTF8 As Long = 0
Public Const BIRTHCASE_GB18030 As Long = 1
Public Const BIRTHCASE_GB18030_2005 As Long = 2
Public Const BIRTHCASE_GB18030_2000 As Long = 3

Public Const BIRTHCASE_CHINESE As Long = 0
Public Const BIRTHCASE_ENGLISH As Long = 1

Public Const BIRTHCASE_FACT_UNKNOWN As Long = 0
Public Const BIRTHCASE_FACT_NONE As Long = 1
Public Const BIRTHCASE_FACT_KNOWN As Long = 2

Public Const BIRTHCASE_ORIGINAL As Long = 0
Public Const BIRTHCASE_PAPER_COPY As Long = 1
Public Const BIRTHCASE_SCAN As Long = 2

Public Const BIRTHCASE_SERVICES As Long = 1
Public Const BIRTHCASE_FIELDS As Long = 2
Public Const BIRTHCASE_EVIDENCE As Long = 3
Public Const BIRTHCASE_STEPS As Long = 4
Public Const BIRTHCASE_UNDETERMINED As Long = 5
Public Const BIRTHCASE_FINDINGS As Long = 6
Public Const BIRTHCASE_MISSING_ITEMS As Long = 7
Public Const BIRTHCASE_DEFERRABLE As Long = 8
Public Const BIRTHCASE_LOOK_UPS As Long = 9

Public Const BIRTHCASE_PLAN_PROFILE As Long = 1
Public Const BIRTHCASE_PLAN_AS_OF As Long = 2
Public Const BIRTHCASE_PLAN_DUE As Long = 3
Public Const BIRTHCASE_PLAN_ACCEPTABLE As Long = 4
Public Const BIRTHCASE_PLAN_DEPARTMENT_FIELDS As Long = 5
Public Const BIRTHCASE_PLAN_UNIFIED_FIELDS As Long = 6
Public Const BIRTHCASE_PLAN_ASKED_FIELDS As Long = 7
Public Const BIRTHCASE_PLAN_RULES_VERSION As Long = 8
Public Const BIRTHCASE_PLAN_CODES_VERSION As Long = 9
Public Const BIRTHCASE_PLAN_CALENDAR_VERSION As Long = 10
Public Const BIRTHCASE_PLAN_COUNTED_UNTIL As Long = 11
Public Const BIRTHCASE_PLAN_AS_JSON As Long = 12
Public Const BIRTHCASE_PLAN_TRIPS As Long = 13
Public Const BIRTHCASE_PLAN_PAPERS As Long = 14
Public Const BIRTHCASE_PLAN_SHEETS As Long = 15
Public Const BIRTHCASE_PLAN_EVIDENCE_KEYS As Long = 16

Public Const BIRTHCASE_SERVICE_ID As Long = 101
Public Const BIRTHCASE_SERVICE_LABEL As Long = 102
Public Const BIRTHCASE_SERVICE_NEWBORN As Long = 103
Public Const BIRTHCASE_SERVICE_LANE As Long = 104
Public Const BIRTHCASE_SERVICE_ORGANISATION As Long = 105
Public Const BIRTHCASE_SERVICE_CHANNEL As Long = 106
Public Const BIRTHCASE_SERVICE_RULE As Long = 107
Public Const BIRTHCASE_SERVICE_REASON As Long = 108
Public Const BIRTHCASE_SERVICE_SOURCE As Long = 109
Public Const BIRTHCASE_SERVICE_ALREADY_DONE As Long = 110
Public Const BIRTHCASE_SERVICE_FOLLOWS As Long = 111

Public Const BIRTHCASE_FIELD_ID As Long = 201
Public Const BIRTHCASE_FIELD_LABEL As Long = 202
Public Const BIRTHCASE_FIELD_NEWBORN As Long = 203
Public Const BIRTHCASE_FIELD_SOURCE As Long = 204
Public Const BIRTHCASE_FIELD_FROM As Long = 205
Public Const BIRTHCASE_FIELD_NEEDED_BY As Long = 206
Public Const BIRTHCASE_FIELD_OWNER As Long = 207
Public Const BIRTHCASE_FIELD_REQUIRED As Long = 208
Public Const BIRTHCASE_FIELD_STATE As Long = 209
Public Const BIRTHCASE_FIELD_VALUE As Long = 210
Public Const BIRTHCASE_FIELD_ORIGIN As Long = 211
Public Const BIRTHCASE_FIELD_ORIGIN_ORGANISATION As Long = 212
Public Const BIRTHCASE_FIELD_ORIGIN_AT As Long = 213
Public Const BIRTHCASE_FIELD_ORIGIN_REFERENCE As Long = 214

Public Const BIRTHCASE_EVIDENCE_TYPE As Long = 301
Public Const BIRTHCASE_EVIDENCE_LABEL As Long = 302
Public Const BIRTHCASE_EVIDENCE_NEWBORN As Long = 303
Public Const BIRTHCASE_EVIDENCE_HOLDER As Long = 304
Public Const BIRTHCASE_EVIDENCE_HOLDER_LABEL As Long = 305
Public Const BIRTHCASE_EVIDENCE_STATUS As Long = 306
Public Const BIRTHCASE_EVIDENCE_ORIGINAL As Long = 307
Public Const BIRTHCASE_EVIDENCE_COPIES As Long = 308
Public Const BIRTHCASE_EVIDENCE_INSTEAD_OF As Long = 309
Public Const BIRTHCASE_EVIDENCE_TOLERANCE As Long = 310
Public Const BIRTHCASE_EVIDENCE_NEEDED_BY As Long = 311
Public Const BIRTHCASE_EVIDENCE_FROM As Long = 312
Public Const BIRTHCASE_EVIDENCE_RULE As Long = 313
Public Const BIRTHCASE_EVIDENCE_REASON As Long = 314
Public Const BIRTHCASE_EVIDENCE_SOURCE As Long = 315

Public Const BIRTHCASE_STEP_ID As Long = 401
Public Const BIRTHCASE_STEP_LABEL As Long = 402
Public Const BIRTHCASE_STEP_NEWBORN As Long = 403
Public Const BIRTHCASE_STEP_SERVICE As Long = 404
Public Const BIRTHCASE_STEP_ORGANISATION As Long = 405
Public Const BIRTHCASE_STEP_ORGANISATION_LABEL As Long = 406
Public Const BIRTHCASE_STEP_OPERATOR As Long = 407
Public Const BIRTHCASE_STEP_OPERATOR_LABEL As Long = 408
Public Const BIRTHCASE_STEP_AFTER As Long = 409
Public Const BIRTHCASE_STEP_DUE As Long = 410
Public Const BIRTHCASE_STEP_PROMISE As Long = 411
Public Const BIRTHCASE_STEP_DELIVERY As Long = 412
Public Const BIRTHCASE_STEP_PAYLOAD_FIELDS As Long = 413
Public Const BIRTHCASE_STEP_PAYLOAD_EVIDENCE As Long = 414

Public Const BIRTHCASE_UNDETERMINED_FACT As Long = 501
Public Const BIRTHCASE_UNDETERMINED_LABEL As Long = 502
Public Const BIRTHCASE_UNDETERMINED_NEWBORN As Long = 503
Public Const BIRTHCASE_UNDETERMINED_FIELD As Long = 504
Public Const BIRTHCASE_UNDETERMINED_DECIDES As Long = 505

Public Const BIRTHCASE_FINDING_SEVERITY As Long = 601
Public Const BIRTHCASE_FINDING_CODE As Long = 602
Public Const BIRTHCASE_FINDING_PATH As Long = 603
Public Const BIRTHCASE_FINDING_MESSAGE As Long = 604

Public Const BIRTHCASE_MISSING_ID As Long = 701
Public Const BIRTHCASE_MISSING_LABEL As Long = 702
Public Const BIRTHCASE_MISSING_NEWBORN As Long = 703
Public Const BIRTHCASE_MISSING_IS_FIELD As Long = 704
Public Const BIRTHCASE_MISSING_HOLDER As Long = 705

Public Const BIRTHCASE_DEFERRABLE_TYPE As Long = 801
Public Const BIRTHCASE_DEFERRABLE_LABEL As Long = 802
Public Const BIRTHCASE_DEFERRABLE_NEWBORN As Long = 803
Public Const BIRTHCASE_DEFERRABLE_HOLDER As Long = 804

Public Const BIRTHCASE_LOOK_UP_ID As Long = 901
Public Const BIRTHCASE_LOOK_UP_LABEL As Long = 902
Public Const BIRTHCASE_LOOK_UP_NEWBORN As Long = 903
Public Const BIRTHCASE_LOOK_UP_ORGANISATION As Long = 904
Public Const BIRTHCASE_LOOK_UP_STATE As Long = 905
Public Const BIRTHCASE_LOOK_UP_AT As Long = 906
Public Const BIRTHCASE_LOOK_UP_REFERENCE As Long = 907
Public Const BIRTHCASE_LOOK_UP_KEYS As Long = 908
Public Const BIRTHCASE_LOOK_UP_UNKNOWN_KEYS As Long = 909
Public Const BIRTHCASE_LOOK_UP_FIELDS As Long = 910
Public Const BIRTHCASE_LOOK_UP_EVIDENCE As Long = 911
Public Const BIRTHCASE_LOOK_UP_NEEDED_BY As Long = 912
Public Const BIRTHCASE_LOOK_UP_RULE As Long = 913
Public Const BIRTHCASE_LOOK_UP_REASON As Long = 914
Public Const BIRTHCASE_LOOK_UP_SOURCE As Long = 915

Public Const BIRTHCASE_ROW_STATUS As Long = 1001
Public Const BIRTHCASE_ROW_MESSAGE As Long = 1002
Public Const BIRTHCASE_ROW_PATH As Long = 1003
Public Const BIRTHCASE_ROW_LINE As Long = 1004
Public Const BIRTHCASE_ROW_COLUMN As Long = 1005

Public Const BIRTHCASE_WITHOUT_LABELS As Long = 1
Public Const BIRTHCASE_WITHOUT_REASONS As Long = 2

Public Const BIRTHCASE_REPORT_JSON As Long = 0
Public Const BIRTHCASE_REPORT_TEXT As Long = 1
Public Const BIRTHCASE_REPORT_JUNIT As Long = 2

Public Const BIRTHCASE_READ_WRITE As Long = 0
Public Const BIRTHCASE_READ_ONLY As Long = 1

#If VBA7 Then

' birthcase_base.h
Public Declare PtrSafe Function birthcase_version Lib "birthcase.dll" () As LongPtr
Public Declare PtrSafe Function birthcase_abi_version Lib "birthcase.dll" () As Long
Public Declare PtrSafe Function birthcase_status_name Lib "birthcase.dll" (ByVal status As Long) As LongPtr
Public Declare PtrSafe Function birthcase_session_new Lib "birthcase.dll" (ByVal encoding As Long, ByVal language As Long, ByRef session As LongPtr) As Long
Public Declare PtrSafe Function birthcase_session_free Lib "birthcase.dll" (ByRef session As LongPtr) As Long
Public Declare PtrSafe Function birthcase_session_copy_text Lib "birthcase.dll" (ByVal session As LongPtr, ByRef buffer As Byte, ByVal capacity As Currency, ByRef needed As Currency) As Long
Public Declare PtrSafe Function birthcase_session_error_message Lib "birthcase.dll" (ByVal session As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_session_error_json Lib "birthcase.dll" (ByVal session As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_convert Lib "birthcase.dll" (ByVal session As LongPtr, ByVal from As Long, ByVal a_to As Long, ByRef bytes As Byte, ByVal bytes_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long

' birthcase_profile.h
Public Declare PtrSafe Function birthcase_built_in_count Lib "birthcase.dll" (ByVal session As LongPtr, ByRef count As Long) As Long
Public Declare PtrSafe Function birthcase_built_in_id Lib "birthcase.dll" (ByVal session As LongPtr, ByVal index As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_profile_built_in Lib "birthcase.dll" (ByVal session As LongPtr, ByRef id As Byte, ByVal id_length As Currency, ByRef profile As LongPtr) As Long
Public Declare PtrSafe Function birthcase_built_in_json Lib "birthcase.dll" (ByVal session As LongPtr, ByRef id As Byte, ByVal id_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_session_add_profile Lib "birthcase.dll" (ByVal session As LongPtr, ByRef json As Byte, ByVal json_length As Currency) As Long
Public Declare PtrSafe Function birthcase_session_add_calendar Lib "birthcase.dll" (ByVal session As LongPtr, ByRef json As Byte, ByVal json_length As Currency) As Long
Public Declare PtrSafe Function birthcase_session_add_codes Lib "birthcase.dll" (ByVal session As LongPtr, ByRef id As Byte, ByVal id_length As Currency, ByRef tsv As Byte, ByVal tsv_length As Currency) As Long
Public Declare PtrSafe Function birthcase_profile_parse Lib "birthcase.dll" (ByVal session As LongPtr, ByRef json As Byte, ByVal json_length As Currency, ByRef profile As LongPtr) As Long
Public Declare PtrSafe Function birthcase_profile_share Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef other As LongPtr) As Long
Public Declare PtrSafe Function birthcase_profile_free Lib "birthcase.dll" (ByRef profile As LongPtr) As Long
Public Declare PtrSafe Function birthcase_profile_id Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_profile_title Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_profile_version Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_profile_form Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef service As Byte, ByVal service_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_profile_fields Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_profile_application_schema Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_compare Lib "birthcase.dll" (ByVal session As LongPtr, ByRef profiles As LongPtr, ByVal count As Currency, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long

' birthcase_application.h
Public Declare PtrSafe Function birthcase_application_new Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef application As LongPtr) As Long
Public Declare PtrSafe Function birthcase_application_parse Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef json As Byte, ByVal json_length As Currency, ByRef application As LongPtr) As Long
Public Declare PtrSafe Function birthcase_application_profile_named_in Lib "birthcase.dll" (ByVal session As LongPtr, ByRef json As Byte, ByVal json_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_application_copy Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByRef copy As LongPtr) As Long
Public Declare PtrSafe Function birthcase_application_under Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByVal profile As LongPtr, ByRef other As LongPtr) As Long
Public Declare PtrSafe Function birthcase_application_free Lib "birthcase.dll" (ByRef application As LongPtr) As Long
Public Declare PtrSafe Function birthcase_application_put Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByRef name As Byte, ByVal name_length As Currency, ByVal newborn As Long, ByRef value As Byte, ByVal value_length As Currency) As Long
Public Declare PtrSafe Function birthcase_application_put_none Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByRef name As Byte, ByVal name_length As Currency, ByVal newborn As Long) As Long
Public Declare PtrSafe Function birthcase_application_clear Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByRef name As Byte, ByVal name_length As Currency, ByVal newborn As Long) As Long
Public Declare PtrSafe Function birthcase_application_get Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByRef name As Byte, ByVal name_length As Currency, ByVal newborn As Long, ByRef state As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_application_newborn_count Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByRef count As Long) As Long
Public Declare PtrSafe Function birthcase_application_hand_in Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByRef a_type As Byte, ByVal type_length As Currency, ByRef holder As Byte, ByVal holder_length As Currency, ByVal a_as As Long, ByVal newborn As Long) As Long
Public Declare PtrSafe Function birthcase_application_validate Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByRef count As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_application_finding Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByVal attribute As Long, ByVal index As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_application_json Lib "birthcase.dll" (ByVal session As LongPtr, ByVal application As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long

' birthcase_plan.h
Public Declare PtrSafe Function birthcase_plan_new Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByVal application As LongPtr, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef plan As LongPtr) As Long
Public Declare PtrSafe Function birthcase_plan_free Lib "birthcase.dll" (ByRef plan As LongPtr) As Long
Public Declare PtrSafe Function birthcase_plan_json Lib "birthcase.dll" (ByVal session As LongPtr, ByVal plan As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_plan_json_parts Lib "birthcase.dll" (ByVal session As LongPtr, ByVal plan As LongPtr, ByRef parts As Byte, ByVal parts_length As Currency, ByVal without As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_plan_document Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef json As Byte, ByVal json_length As Currency, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_plan_document_parts Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef json As Byte, ByVal json_length As Currency, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef parts As Byte, ByVal parts_length As Currency, ByVal without As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_plan_columns Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef json As Byte, ByRef offsets As Long, ByVal count As Currency, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef attributes As Long, ByVal attribute_count As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_plan_count Lib "birthcase.dll" (ByVal session As LongPtr, ByVal plan As LongPtr, ByVal list As Long, ByRef count As Long) As Long
Public Declare PtrSafe Function birthcase_plan_text Lib "birthcase.dll" (ByVal session As LongPtr, ByVal plan As LongPtr, ByVal attribute As Long, ByVal index As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_plan_number Lib "birthcase.dll" (ByVal session As LongPtr, ByVal plan As LongPtr, ByVal attribute As Long, ByVal index As Long, ByRef number As Currency) As Long

' birthcase_rule_tests.h
Public Declare PtrSafe Function birthcase_rule_tests_profile_named_in Lib "birthcase.dll" (ByVal session As LongPtr, ByRef json As Byte, ByVal json_length As Currency, ByVal index As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_rule_tests_run Lib "birthcase.dll" (ByVal session As LongPtr, ByRef profiles As LongPtr, ByVal count As Currency, ByRef json As Byte, ByVal json_length As Currency, ByRef document As Byte, ByVal document_length As Currency, ByVal format As Long, ByRef passed As Long, ByRef failed As Long, ByRef text As LongPtr, ByRef length As Currency) As Long

' birthcase_case.h
Public Declare PtrSafe Function birthcase_case_new Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef made As LongPtr) As Long
Public Declare PtrSafe Function birthcase_case_replay Lib "birthcase.dll" (ByVal session As LongPtr, ByVal profile As LongPtr, ByRef events As Byte, ByVal events_length As Currency, ByRef made As LongPtr) As Long
Public Declare PtrSafe Function birthcase_case_free Lib "birthcase.dll" (ByRef handle As LongPtr) As Long
Public Declare PtrSafe Function birthcase_case_id Lib "birthcase.dll" (ByVal session As LongPtr, ByVal handle As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_case_version Lib "birthcase.dll" (ByVal session As LongPtr, ByVal handle As LongPtr, ByRef version As Currency) As Long
Public Declare PtrSafe Function birthcase_case_profile Lib "birthcase.dll" (ByVal session As LongPtr, ByVal handle As LongPtr, ByRef profile As LongPtr) As Long
Public Declare PtrSafe Function birthcase_case_do Lib "birthcase.dll" (ByVal session As LongPtr, ByVal handle As LongPtr, ByRef command As Byte, ByVal command_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_case_json Lib "birthcase.dll" (ByVal session As LongPtr, ByVal handle As LongPtr, ByRef now As Byte, ByVal now_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_case_events Lib "birthcase.dll" (ByVal session As LongPtr, ByVal handle As LongPtr, ByVal after As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_case_plan Lib "birthcase.dll" (ByVal session As LongPtr, ByVal handle As LongPtr, ByRef today As Byte, ByVal today_length As Currency, ByRef plan As LongPtr) As Long
Public Declare PtrSafe Function birthcase_case_due Lib "birthcase.dll" (ByVal session As LongPtr, ByVal handle As LongPtr, ByRef now As Byte, ByVal now_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_case_paper Lib "birthcase.dll" (ByVal session As LongPtr, ByVal handle As LongPtr, ByRef paper As Byte, ByVal paper_length As Currency, ByRef organisation As Byte, ByVal organisation_length As Currency, ByRef today As Byte, ByVal today_length As Currency, ByRef format As Byte, ByVal format_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long

' birthcase_store.h
Public Declare PtrSafe Function birthcase_store_open Lib "birthcase.dll" (ByVal session As LongPtr, ByRef file As Byte, ByVal file_length As Currency, ByVal mode As Long, ByRef store As LongPtr) As Long
Public Declare PtrSafe Function birthcase_store_open_with_key Lib "birthcase.dll" (ByVal session As LongPtr, ByRef file As Byte, ByVal file_length As Currency, ByVal mode As Long, ByRef key As Byte, ByVal key_length As Currency, ByRef store As LongPtr) As Long
Public Declare PtrSafe Function birthcase_store_free Lib "birthcase.dll" (ByRef store As LongPtr) As Long
Public Declare PtrSafe Function birthcase_store_add_profile Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByVal profile As LongPtr) As Long
Public Declare PtrSafe Function birthcase_store_open_case Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByVal profile As LongPtr, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef command As Byte, ByVal command_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_do Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef command As Byte, ByVal command_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByVal expected_version As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_load Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef loaded As LongPtr) As Long
Public Declare PtrSafe Function birthcase_store_cases Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef after As Byte, ByVal after_length As Currency, ByVal limit As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_lease Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef connector As Byte, ByVal connector_length As Currency, ByRef organisation As Byte, ByVal organisation_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByVal seconds As Long, ByVal limit As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_renew Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef message As Byte, ByVal message_length As Currency, ByRef connector As Byte, ByVal connector_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByVal seconds As Long) As Long
Public Declare PtrSafe Function birthcase_store_ack Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef message As Byte, ByVal message_length As Currency, ByRef connector As Byte, ByVal connector_length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_failed Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef message As Byte, ByVal message_length As Currency, ByRef connector As Byte, ByVal connector_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByRef reason As Byte, ByVal reason_length As Currency, ByVal first_pause As Long, ByVal longest_pause As Long, ByVal most_failures As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_retry Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef message As Byte, ByVal message_length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_waiting Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef after As Byte, ByVal after_length As Currency, ByVal limit As Long, ByVal dead_only As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_due Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef a_until As Byte, ByVal until_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByVal limit As Long, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_verify Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_anchor Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef now As Byte, ByVal now_length As Currency, ByRef private_key As Byte, ByVal private_key_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_verify_against Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef note As Byte, ByVal note_length As Currency, ByRef public_key As Byte, ByVal public_key_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_repair Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_damaged Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_export Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long
Public Declare PtrSafe Function birthcase_store_import Lib "birthcase.dll" (ByVal session As LongPtr, ByVal store As LongPtr, ByRef json As Byte, ByVal json_length As Currency, ByRef text As LongPtr, ByRef length As Currency) As Long

#Else

' birthcase_base.h
Public Declare Function birthcase_version Lib "birthcase.dll" () As Long
Public Declare Function birthcase_abi_version Lib "birthcase.dll" () As Long
Public Declare Function birthcase_status_name Lib "birthcase.dll" (ByVal status As Long) As Long
Public Declare Function birthcase_session_new Lib "birthcase.dll" (ByVal encoding As Long, ByVal language As Long, ByRef session As Long) As Long
Public Declare Function birthcase_session_free Lib "birthcase.dll" (ByRef session As Long) As Long
Public Declare Function birthcase_session_copy_text Lib "birthcase.dll" (ByVal session As Long, ByRef buffer As Byte, ByVal capacity As Currency, ByRef needed As Currency) As Long
Public Declare Function birthcase_session_error_message Lib "birthcase.dll" (ByVal session As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_session_error_json Lib "birthcase.dll" (ByVal session As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_convert Lib "birthcase.dll" (ByVal session As Long, ByVal from As Long, ByVal a_to As Long, ByRef bytes As Byte, ByVal bytes_length As Currency, ByRef text As Long, ByRef length As Currency) As Long

' birthcase_profile.h
Public Declare Function birthcase_built_in_count Lib "birthcase.dll" (ByVal session As Long, ByRef count As Long) As Long
Public Declare Function birthcase_built_in_id Lib "birthcase.dll" (ByVal session As Long, ByVal index As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_profile_built_in Lib "birthcase.dll" (ByVal session As Long, ByRef id As Byte, ByVal id_length As Currency, ByRef profile As Long) As Long
Public Declare Function birthcase_built_in_json Lib "birthcase.dll" (ByVal session As Long, ByRef id As Byte, ByVal id_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_session_add_profile Lib "birthcase.dll" (ByVal session As Long, ByRef json As Byte, ByVal json_length As Currency) As Long
Public Declare Function birthcase_session_add_calendar Lib "birthcase.dll" (ByVal session As Long, ByRef json As Byte, ByVal json_length As Currency) As Long
Public Declare Function birthcase_session_add_codes Lib "birthcase.dll" (ByVal session As Long, ByRef id As Byte, ByVal id_length As Currency, ByRef tsv As Byte, ByVal tsv_length As Currency) As Long
Public Declare Function birthcase_profile_parse Lib "birthcase.dll" (ByVal session As Long, ByRef json As Byte, ByVal json_length As Currency, ByRef profile As Long) As Long
Public Declare Function birthcase_profile_share Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef other As Long) As Long
Public Declare Function birthcase_profile_free Lib "birthcase.dll" (ByRef profile As Long) As Long
Public Declare Function birthcase_profile_id Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_profile_title Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_profile_version Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_profile_form Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef service As Byte, ByVal service_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_profile_fields Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_profile_application_schema Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_compare Lib "birthcase.dll" (ByVal session As Long, ByRef profiles As Long, ByVal count As Currency, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef text As Long, ByRef length As Currency) As Long

' birthcase_application.h
Public Declare Function birthcase_application_new Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef application As Long) As Long
Public Declare Function birthcase_application_parse Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef json As Byte, ByVal json_length As Currency, ByRef application As Long) As Long
Public Declare Function birthcase_application_profile_named_in Lib "birthcase.dll" (ByVal session As Long, ByRef json As Byte, ByVal json_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_application_copy Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByRef copy As Long) As Long
Public Declare Function birthcase_application_under Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByVal profile As Long, ByRef other As Long) As Long
Public Declare Function birthcase_application_free Lib "birthcase.dll" (ByRef application As Long) As Long
Public Declare Function birthcase_application_put Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByRef name As Byte, ByVal name_length As Currency, ByVal newborn As Long, ByRef value As Byte, ByVal value_length As Currency) As Long
Public Declare Function birthcase_application_put_none Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByRef name As Byte, ByVal name_length As Currency, ByVal newborn As Long) As Long
Public Declare Function birthcase_application_clear Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByRef name As Byte, ByVal name_length As Currency, ByVal newborn As Long) As Long
Public Declare Function birthcase_application_get Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByRef name As Byte, ByVal name_length As Currency, ByVal newborn As Long, ByRef state As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_application_newborn_count Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByRef count As Long) As Long
Public Declare Function birthcase_application_hand_in Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByRef a_type As Byte, ByVal type_length As Currency, ByRef holder As Byte, ByVal holder_length As Currency, ByVal a_as As Long, ByVal newborn As Long) As Long
Public Declare Function birthcase_application_validate Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByRef count As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_application_finding Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByVal attribute As Long, ByVal index As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_application_json Lib "birthcase.dll" (ByVal session As Long, ByVal application As Long, ByRef text As Long, ByRef length As Currency) As Long

' birthcase_plan.h
Public Declare Function birthcase_plan_new Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByVal application As Long, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef plan As Long) As Long
Public Declare Function birthcase_plan_free Lib "birthcase.dll" (ByRef plan As Long) As Long
Public Declare Function birthcase_plan_json Lib "birthcase.dll" (ByVal session As Long, ByVal plan As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_plan_json_parts Lib "birthcase.dll" (ByVal session As Long, ByVal plan As Long, ByRef parts As Byte, ByVal parts_length As Currency, ByVal without As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_plan_document Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef json As Byte, ByVal json_length As Currency, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_plan_document_parts Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef json As Byte, ByVal json_length As Currency, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef parts As Byte, ByVal parts_length As Currency, ByVal without As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_plan_columns Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef json As Byte, ByRef offsets As Long, ByVal count As Currency, ByRef as_of As Byte, ByVal as_of_length As Currency, ByRef attributes As Long, ByVal attribute_count As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_plan_count Lib "birthcase.dll" (ByVal session As Long, ByVal plan As Long, ByVal list As Long, ByRef count As Long) As Long
Public Declare Function birthcase_plan_text Lib "birthcase.dll" (ByVal session As Long, ByVal plan As Long, ByVal attribute As Long, ByVal index As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_plan_number Lib "birthcase.dll" (ByVal session As Long, ByVal plan As Long, ByVal attribute As Long, ByVal index As Long, ByRef number As Currency) As Long

' birthcase_rule_tests.h
Public Declare Function birthcase_rule_tests_profile_named_in Lib "birthcase.dll" (ByVal session As Long, ByRef json As Byte, ByVal json_length As Currency, ByVal index As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_rule_tests_run Lib "birthcase.dll" (ByVal session As Long, ByRef profiles As Long, ByVal count As Currency, ByRef json As Byte, ByVal json_length As Currency, ByRef document As Byte, ByVal document_length As Currency, ByVal format As Long, ByRef passed As Long, ByRef failed As Long, ByRef text As Long, ByRef length As Currency) As Long

' birthcase_case.h
Public Declare Function birthcase_case_new Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef made As Long) As Long
Public Declare Function birthcase_case_replay Lib "birthcase.dll" (ByVal session As Long, ByVal profile As Long, ByRef events As Byte, ByVal events_length As Currency, ByRef made As Long) As Long
Public Declare Function birthcase_case_free Lib "birthcase.dll" (ByRef handle As Long) As Long
Public Declare Function birthcase_case_id Lib "birthcase.dll" (ByVal session As Long, ByVal handle As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_case_version Lib "birthcase.dll" (ByVal session As Long, ByVal handle As Long, ByRef version As Currency) As Long
Public Declare Function birthcase_case_profile Lib "birthcase.dll" (ByVal session As Long, ByVal handle As Long, ByRef profile As Long) As Long
Public Declare Function birthcase_case_do Lib "birthcase.dll" (ByVal session As Long, ByVal handle As Long, ByRef command As Byte, ByVal command_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_case_json Lib "birthcase.dll" (ByVal session As Long, ByVal handle As Long, ByRef now As Byte, ByVal now_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_case_events Lib "birthcase.dll" (ByVal session As Long, ByVal handle As Long, ByVal after As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_case_plan Lib "birthcase.dll" (ByVal session As Long, ByVal handle As Long, ByRef today As Byte, ByVal today_length As Currency, ByRef plan As Long) As Long
Public Declare Function birthcase_case_due Lib "birthcase.dll" (ByVal session As Long, ByVal handle As Long, ByRef now As Byte, ByVal now_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_case_paper Lib "birthcase.dll" (ByVal session As Long, ByVal handle As Long, ByRef paper As Byte, ByVal paper_length As Currency, ByRef organisation As Byte, ByVal organisation_length As Currency, ByRef today As Byte, ByVal today_length As Currency, ByRef format As Byte, ByVal format_length As Currency, ByRef text As Long, ByRef length As Currency) As Long

' birthcase_store.h
Public Declare Function birthcase_store_open Lib "birthcase.dll" (ByVal session As Long, ByRef file As Byte, ByVal file_length As Currency, ByVal mode As Long, ByRef store As Long) As Long
Public Declare Function birthcase_store_open_with_key Lib "birthcase.dll" (ByVal session As Long, ByRef file As Byte, ByVal file_length As Currency, ByVal mode As Long, ByRef key As Byte, ByVal key_length As Currency, ByRef store As Long) As Long
Public Declare Function birthcase_store_free Lib "birthcase.dll" (ByRef store As Long) As Long
Public Declare Function birthcase_store_add_profile Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByVal profile As Long) As Long
Public Declare Function birthcase_store_open_case Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByVal profile As Long, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef command As Byte, ByVal command_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_do Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef command As Byte, ByVal command_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByVal expected_version As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_load Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef loaded As Long) As Long
Public Declare Function birthcase_store_cases Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef after As Byte, ByVal after_length As Currency, ByVal limit As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_lease Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef connector As Byte, ByVal connector_length As Currency, ByRef organisation As Byte, ByVal organisation_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByVal seconds As Long, ByVal limit As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_renew Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef message As Byte, ByVal message_length As Currency, ByRef connector As Byte, ByVal connector_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByVal seconds As Long) As Long
Public Declare Function birthcase_store_ack Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef message As Byte, ByVal message_length As Currency, ByRef connector As Byte, ByVal connector_length As Currency) As Long
Public Declare Function birthcase_store_failed Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef message As Byte, ByVal message_length As Currency, ByRef connector As Byte, ByVal connector_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByRef reason As Byte, ByVal reason_length As Currency, ByVal first_pause As Long, ByVal longest_pause As Long, ByVal most_failures As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_retry Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef message As Byte, ByVal message_length As Currency) As Long
Public Declare Function birthcase_store_waiting Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef after As Byte, ByVal after_length As Currency, ByVal limit As Long, ByVal dead_only As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_due Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef a_until As Byte, ByVal until_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByVal limit As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_verify Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_anchor Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef now As Byte, ByVal now_length As Currency, ByRef private_key As Byte, ByVal private_key_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_verify_against Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef note As Byte, ByVal note_length As Currency, ByRef public_key As Byte, ByVal public_key_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_repair Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef now As Byte, ByVal now_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_damaged Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_export Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef case_id As Byte, ByVal case_id_length As Currency, ByRef text As Long, ByRef length As Currency) As Long
Public Declare Function birthcase_store_import Lib "birthcase.dll" (ByVal session As Long, ByVal store As Long, ByRef json As Byte, ByVal json_length As Currency, ByRef text As Long, ByRef length As Currency) As Long

#End If
