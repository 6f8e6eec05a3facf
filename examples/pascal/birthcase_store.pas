{ The functions of birthcase_store.h for Free Pascal and Delphi, as they are; birthcase.pas has everything else. A unit
  of its own, because a library without a store does not have them and a program that names them does not start then.
  Written by ./dev interface from capi/interface: change it there. }
unit birthcase_store;

{$ifdef FPC}{$mode delphi}{$endif}

interface

uses
  birthcase;

const
  BIRTHCASE_ANY_VERSION = -1;

  BIRTHCASE_READ_WRITE = 0; BIRTHCASE_READ_ONLY = 1;

type
  { Handles: one type for each kind of object. }
  TBirthcaseStore = record end;
  PBirthcaseStore = ^TBirthcaseStore;

{ ---- birthcase_store.h }

function birthcase_store_open(session: PBirthcaseSession; file_name: PAnsiChar; file_name_length: Int64; mode: Integer;
  out store: PBirthcaseStore): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_open_with_key(session: PBirthcaseSession; file_name: PAnsiChar; file_name_length: Int64;
  mode: Integer; key: PAnsiChar; key_length: Int64; out store: PBirthcaseStore): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_free(var store: PBirthcaseStore): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_add_profile(session: PBirthcaseSession; store: PBirthcaseStore;
  profile: PBirthcaseProfile): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_open_case(session: PBirthcaseSession; store: PBirthcaseStore; profile: PBirthcaseProfile;
  case_id: PAnsiChar; case_id_length: Int64; command: PAnsiChar; command_length: Int64; now: PAnsiChar;
  now_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_do(session: PBirthcaseSession; store: PBirthcaseStore; case_id: PAnsiChar;
  case_id_length: Int64; command: PAnsiChar; command_length: Int64; now: PAnsiChar; now_length: Int64;
  expected_version: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_load(session: PBirthcaseSession; store: PBirthcaseStore; case_id: PAnsiChar;
  case_id_length: Int64; out loaded: PBirthcaseCase): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_cases(session: PBirthcaseSession; store: PBirthcaseStore; after: PAnsiChar;
  after_length: Int64; limit: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_lease(session: PBirthcaseSession; store: PBirthcaseStore; connector: PAnsiChar;
  connector_length: Int64; organisation: PAnsiChar; organisation_length: Int64; now: PAnsiChar; now_length: Int64;
  seconds: Integer; limit: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_renew(session: PBirthcaseSession; store: PBirthcaseStore; message: PAnsiChar;
  message_length: Int64; connector: PAnsiChar; connector_length: Int64; now: PAnsiChar; now_length: Int64;
  seconds: Integer): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_ack(session: PBirthcaseSession; store: PBirthcaseStore; message: PAnsiChar;
  message_length: Int64; connector: PAnsiChar; connector_length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_failed(session: PBirthcaseSession; store: PBirthcaseStore; message: PAnsiChar;
  message_length: Int64; connector: PAnsiChar; connector_length: Int64; now: PAnsiChar; now_length: Int64;
  reason: PAnsiChar; reason_length: Int64; first_pause: Integer; longest_pause: Integer; most_failures: Integer;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_retry(session: PBirthcaseSession; store: PBirthcaseStore; message: PAnsiChar;
  message_length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_waiting(session: PBirthcaseSession; store: PBirthcaseStore; after: PAnsiChar;
  after_length: Int64; limit: Integer; dead_only: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_due(session: PBirthcaseSession; store: PBirthcaseStore; last: PAnsiChar; last_length: Int64;
  now: PAnsiChar; now_length: Int64; limit: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_verify(session: PBirthcaseSession; store: PBirthcaseStore; case_id: PAnsiChar;
  case_id_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_anchor(session: PBirthcaseSession; store: PBirthcaseStore; now: PAnsiChar; now_length: Int64;
  private_key: PAnsiChar; private_key_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_verify_against(session: PBirthcaseSession; store: PBirthcaseStore; note: PAnsiChar;
  note_length: Int64; public_key: PAnsiChar; public_key_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_repair(session: PBirthcaseSession; store: PBirthcaseStore; case_id: PAnsiChar;
  case_id_length: Int64; now: PAnsiChar; now_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_damaged(session: PBirthcaseSession; store: PBirthcaseStore; out text: PAnsiChar;
  out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_export(session: PBirthcaseSession; store: PBirthcaseStore; case_id: PAnsiChar;
  case_id_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_store_import(session: PBirthcaseSession; store: PBirthcaseStore; json: PAnsiChar; json_length: Int64;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;

implementation

end.
