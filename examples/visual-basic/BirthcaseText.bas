Attribute VB_Name = "BirthcaseText"
Option Explicit

' Texts between Visual Basic and birthcase, without loss: a session must have BIRTHCASE_UTF8.

#If VBA7 Then
Private Declare PtrSafe Function WideCharToMultiByte Lib "kernel32" (ByVal codePage As Long, ByVal flags As Long, ByVal wide As LongPtr, ByVal wideCount As Long, ByVal bytes As LongPtr, ByVal byteCount As Long, ByVal defaultChar As LongPtr, ByVal usedDefault As LongPtr) As Long
Private Declare PtrSafe Function MultiByteToWideChar Lib "kernel32" (ByVal codePage As Long, ByVal flags As Long, ByVal bytes As LongPtr, ByVal byteCount As Long, ByVal wide As LongPtr, ByVal wideCount As Long) As Long
#Else
Private Declare Function WideCharToMultiByte Lib "kernel32" (ByVal codePage As Long, ByVal flags As Long, ByVal wide As Long, ByVal wideCount As Long, ByVal bytes As Long, ByVal byteCount As Long, ByVal defaultChar As Long, ByVal usedDefault As Long) As Long
Private Declare Function MultiByteToWideChar Lib "kernel32" (ByVal codePage As Long, ByVal flags As Long, ByVal bytes As Long, ByVal byteCount As Long, ByVal wide As Long, ByVal wideCount As Long) As Long
#End If

Private Const CP_UTF8 As Long = 65001

' A text as UTF-8 with a NUL behind it, so that bytes(0) is there also for an empty one.
Public Function BirthcaseBytes(ByVal text As String) As Byte()
    Dim bytes() As Byte, count As Long
    count = WideCharToMultiByte(CP_UTF8, 0, StrPtr(text), Len(text), 0, 0, 0, 0)
    ReDim bytes(0 To count)
    If count > 0 Then WideCharToMultiByte CP_UTF8, 0, StrPtr(text), Len(text), VarPtr(bytes(0)), count, 0, 0
    BirthcaseBytes = bytes
End Function

' The length of such a text, as the functions take it.
Public Function BirthcaseLength(ByRef bytes() As Byte) As Currency
    BirthcaseLength = CCur(UBound(bytes)) / 10000@
End Function

' The text that the last call of the session yielded.
#If VBA7 Then
Public Function BirthcaseText(ByVal session As LongPtr) As String
#Else
Public Function BirthcaseText(ByVal session As Long) As String
#End If
    Dim bytes() As Byte, needed As Currency, count As Long, wide As Long
    ReDim bytes(0 To 0)
    birthcase_session_copy_text session, bytes(0), 0@, needed
    count = CLng(needed * 10000@)
    If count < 2 Then Exit Function
    ReDim bytes(0 To count - 1)
    If birthcase_session_copy_text(session, bytes(0), needed, needed) <> BIRTHCASE_OK Then Exit Function
    wide = MultiByteToWideChar(CP_UTF8, 0, VarPtr(bytes(0)), count - 1, 0, 0)
    BirthcaseText = String$(wide, vbNullChar)
    MultiByteToWideChar CP_UTF8, 0, VarPtr(bytes(0)), count - 1, StrPtr(BirthcaseText), wide
End Function
