Attribute VB_Name = "Bring"
Option Explicit

' What does this family bring? A half-filled record is enough to ask.
Public Function WhatToBring(ByVal record As String) As String
#If VBA7 Then
    Dim session As LongPtr, yiwu As LongPtr, known As LongPtr, plan As LongPtr, address As LongPtr
#Else
    Dim session As Long, yiwu As Long, known As Long, plan As Long, address As Long
#End If
    Dim id() As Byte, json() As Byte, day() As Byte, length As Currency, count As Long, item As Long
    id = BirthcaseBytes("yiwu")
    json = BirthcaseBytes(record)
    day = BirthcaseBytes("2019-06-10")
    If birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, session) <> BIRTHCASE_OK Then Exit Function
    If birthcase_profile_built_in(session, id(0), BirthcaseLength(id), yiwu) <> BIRTHCASE_OK Then GoTo Failed
    If birthcase_application_parse(session, yiwu, json(0), BirthcaseLength(json), known) <> BIRTHCASE_OK Then GoTo Failed
    If birthcase_plan_new(session, yiwu, known, day(0), BirthcaseLength(day), plan) <> BIRTHCASE_OK Then GoTo Failed
    If birthcase_plan_count(session, plan, BIRTHCASE_EVIDENCE, count) <> BIRTHCASE_OK Then GoTo Failed
    For item = 0 To count - 1
        birthcase_plan_text session, plan, BIRTHCASE_EVIDENCE_STATUS, item, address, length
        If BirthcaseText(session) = "bring" Then
            birthcase_plan_text session, plan, BIRTHCASE_EVIDENCE_LABEL, item, address, length
            WhatToBring = WhatToBring & BirthcaseText(session) & vbCrLf
        End If
    Next item
    GoTo Done
Failed:
    birthcase_session_error_message session, address, length
    WhatToBring = BirthcaseText(session)
Done:
    birthcase_plan_free plan
    birthcase_application_free known
    birthcase_profile_free yiwu
    birthcase_session_free session
End Function
