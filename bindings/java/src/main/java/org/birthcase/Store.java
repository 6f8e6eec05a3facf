package org.birthcase;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Cases kept for good, in a file of SQLite or on a server of PostgreSQL. Every call is whole or nothing, also where power fails in its midst: what a
 * call has answered is kept. All of them can fail with {@link StorageException}, which says what to do.
 *
 * <p>Calls from several threads wait for each other; several programs and stores may open the same one.
 */
public final class Store extends ExclusiveObject {
  private Store(long address, Language language) {
    super(language, new Handle("Store", address, StoreNatives::birthcase_store_free));
  }

  /**
   * Opens a file, or makes it if there is none. Messages of refusals are in Chinese.
   *
   * @throws UnsupportedOperationException if the native library was built without a store
   */
  public static Store open(Path file) {
    return open(file, Language.CHINESE);
  }

  /** Opens a file, or makes it if there is none. */
  public static Store open(Path file, Language language) {
    return open(file, language, ProfileData.builtIn());
  }

  /**
   * Opens a file, or makes it if there is none. The data counts for cases under profiles that are not made known by
   * {@link #addProfile} or {@link #openCase}; for those it is what the profile was loaded with.
   */
  public static Store open(Path file, Language language, ProfileData data) {
    return open(file.toString(), language, data, Constants.READ_WRITE);
  }

  /** Opens a file, or the store at {@code postgresql://user@host:port/database}. */
  public static Store open(String location) {
    return open(location, Language.CHINESE, ProfileData.builtIn());
  }

  /** As {@link #open(Path, Language, ProfileData)}, with a location as {@link #open(String)} takes it. */
  public static Store open(String location, Language language, ProfileData data) {
    return open(location, language, data, Constants.READ_WRITE);
  }

  /** Opens a file for reading: what writes is refused. */
  public static Store openReadOnly(Path file, Language language) {
    return openReadOnly(file, language, ProfileData.builtIn());
  }

  /** Opens a file for reading, with data as {@link #open(Path, Language, ProfileData)}. */
  public static Store openReadOnly(Path file, Language language, ProfileData data) {
    return openReadOnly(file.toString(), language, data);
  }

  /** Opens a location, as {@link #open(String)} takes it, for reading. */
  public static Store openReadOnly(String location, Language language, ProfileData data) {
    return open(location, language, data, Constants.READ_ONLY);
  }

  /**
   * Opens a file that is encrypted with this key of 32 bytes, or makes it so. The array is overwritten with zeros,
   * whatever comes of it. It works if the native library was built with SQLCipher; a file that is refused is not changed.
   *
   * @throws RefusedException for another key than the file's, for a file that is not encrypted, for a store on a server,
   *     and where the native library cannot encrypt
   */
  public static Store openEncrypted(Path file, byte[] key, Language language, ProfileData data) {
    return opened(file.toString(), key, language, data, Constants.READ_WRITE);
  }

  /** As {@link #openEncrypted}, for reading: what writes is refused. */
  public static Store openEncryptedReadOnly(Path file, byte[] key, Language language, ProfileData data) {
    return opened(file.toString(), key, language, data, Constants.READ_ONLY);
  }

  private static Store opened(String file, byte[] key, Language language, ProfileData data, int mode) {
    try {
      return opened(file, language, data, (session, name, store) -> StoreNatives.birthcase_store_open_with_key(
          session, name, name.length, mode, key, key.length, store));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static Store open(String location, Language language, ProfileData data, int mode) {
    return opened(location, language, data, (session, name, store) -> StoreNatives.birthcase_store_open(
        session, name, name.length, mode, store));
  }

  private interface Opening {
    int open(long session, byte[] name, long[] store);
  }

  private static Store opened(String location, Language language, ProfileData data, Opening opening) {
    Library.loadStore();
    byte[] name = Utf8.encode("file", location);
    Session session = Session.open(language); // of its own, because a session remembers the data
    try {
      data.addTo(session);
      long[] store = new long[1];
      session.check(opening.open(session.address, name, store));
      return new Store(store[0], language);
    } finally {
      session.close();
    }
  }

  /** Makes a profile known, for drafts under it. Built-in ones are known; accepted cases carry their rules. */
  public void addProfile(Profile profile) {
    profile.holding(rules -> call((session, address) -> {
      session.check(StoreNatives.birthcase_store_add_profile(session.address, address, rules));
      return null;
    }));
  }

  /** Opens a case with a command {@code open}. As {@link #openCase(Profile, String, String, LocalDateTime)}. */
  public Outcome openCase(Profile profile, String id, Command command, LocalDateTime now) {
    return openCase(profile, id, command.json(), now);
  }

  /**
   * Opens a case with a command {@code open}, and makes the profile known. Fails as {@link #perform(String, String,
   * LocalDateTime)}, with {@code case-exists} too.
   */
  public Outcome openCase(Profile profile, String id, String command, LocalDateTime now) {
    byte[] name = Utf8.encode("id", id);
    byte[] wanted = Utf8.encode("command", command);
    byte[] moment = Moment.encode(now);
    return new Outcome(profile.holding(rules -> call((session, address) ->
        session.text(StoreNatives.birthcase_store_open_case(session.address, address, rules, name, name.length, wanted,
            wanted.length, moment, moment.length, session.text, session.length)))));
  }

  /** Carries out a command on a case. As {@link #perform(String, String, LocalDateTime)}. */
  public Outcome perform(String id, Command command, LocalDateTime now) {
    return perform(id, command.json(), now);
  }

  /**
   * Carries out a command on a case as it is by now, and keeps what follows. Fails with {@link RefusedException}, at
   * acceptance also with {@code duplicate-birth}, with {@link UnknownNameException} if there is no such case, or with
   * the exception of what is wrong with the command; then nothing is kept.
   */
  public Outcome perform(String id, String command, LocalDateTime now) {
    return perform(id, command, now, Constants.ANY_VERSION);
  }

  /**
   * Carries out a command on a case that was last seen in a version. Otherwise as {@link #perform(String, String,
   * LocalDateTime)}; fails with {@link ConflictException} if the case has moved on.
   */
  public Outcome perform(String id, String command, LocalDateTime now, long expectedVersion) {
    byte[] name = Utf8.encode("id", id);
    byte[] wanted = Utf8.encode("command", command);
    byte[] moment = Moment.encode(now);
    return new Outcome(call((session, address) -> session.text(StoreNatives.birthcase_store_do(session.address, address,
        name, name.length, wanted, wanted.length, moment, moment.length, expectedVersion, session.text,
        session.length))));
  }

  /** The case as it is kept now, for reading: what is done to it is not kept. Fails with UnknownNameException. */
  public Case load(String id) {
    byte[] name = Utf8.encode("id", id);
    return call((session, address) -> {
      long[] loaded = new long[1];
      session.check(StoreNatives.birthcase_store_load(session.address, address, name, name.length, loaded));
      return new Case(loaded[0], languageOfTexts());
    });
  }

  /**
   * The cases after an id, in the order of their ids.
   *
   * @param after an empty text for the first
   * @param limit how many at most, 1 to 1000
   */
  public List<CaseSummary> cases(String after, int limit) {
    byte[] id = Utf8.encode("after", after);
    String json = call((session, address) -> session.text(StoreNatives.birthcase_store_cases(
        session.address, address, id, id.length, limit, session.text, session.length)));
    return Decision.list((List<?>) Json.read(json), CaseSummary::new);
  }

  /** Hands out up to 16 messages for a minute, to whichever organisation they go. */
  public List<LeasedMessage> lease(String connector, LocalDateTime now) {
    return lease(connector, "", now, 60, 16);
  }

  /**
   * Hands out the oldest messages that nobody carries. Until it is acknowledged, a message is handed out again when its
   * lease is over.
   *
   * @param connector who carries them
   * @param organisation to which one they go; empty for all
   * @param seconds how long the connector has, 1 to 86 400
   * @param limit how many at most, 1 to 1000
   */
  public List<LeasedMessage> lease(String connector, String organisation, LocalDateTime now, int seconds, int limit) {
    byte[] who = Utf8.encode("connector", connector);
    byte[] to = Utf8.encode("organisation", organisation);
    byte[] moment = Moment.encode(now);
    String json = call((session, address) -> session.text(StoreNatives.birthcase_store_lease(session.address, address,
        who, who.length, to, to.length, moment, moment.length, seconds, limit, session.text, session.length)));
    return Decision.list((List<?>) Json.read(json), LeasedMessage::new);
  }

  /**
   * Prolongs a lease so that it ends so many seconds after now; 0 gives the message back at once. Fails with {@link
   * UnknownNameException} and {@link ConflictException}.
   */
  public void renew(String message, String connector, LocalDateTime now, int seconds) {
    byte[] which = Utf8.encode("message", message);
    byte[] who = Utf8.encode("connector", connector);
    byte[] moment = Moment.encode(now);
    call((session, address) -> {
      session.check(StoreNatives.birthcase_store_renew(
          session.address, address, which, which.length, who, who.length, moment, moment.length, seconds));
      return null;
    });
  }

  /** The message has arrived. Twice is once. Fails with {@link UnknownNameException} and {@link ConflictException}. */
  public void ack(String message, String connector) {
    byte[] which = Utf8.encode("message", message);
    byte[] who = Utf8.encode("connector", connector);
    call((session, address) -> {
      session.check(StoreNatives.birthcase_store_ack(
          session.address, address, which, which.length, who, who.length));
      return null;
    });
  }

  /**
   * The connector could not carry a message that it has, for a reason that is a code: lower-case letters, digits and
   * {@code -}. It is handed to nobody for a minute, twice as long after each further failure and an hour at most; after
   * the tenth it is a dead letter. Twice is once. Fails with {@link UnknownNameException}, {@link ConflictException} and
   * {@link OutOfRangeException}.
   */
  public WaitingMessage failed(String message, String connector, LocalDateTime now, String reason) {
    return failed(message, connector, now, reason, 0, 0, 0);
  }

  /** The same with other pauses, in seconds, and another number of failures; 0 stands for the usual ones. */
  public WaitingMessage failed(String message, String connector, LocalDateTime now, String reason, int firstPause,
      int longestPause, int mostFailures) {
    byte[] which = Utf8.encode("message", message);
    byte[] who = Utf8.encode("connector", connector);
    byte[] moment = Moment.encode(now);
    byte[] why = Utf8.encode("reason", reason);
    return new WaitingMessage(Json.object(call((session, address) -> session.text(StoreNatives.birthcase_store_failed(
        session.address, address, which, which.length, who, who.length, moment, moment.length, why, why.length,
        firstPause, longestPause, mostFailures, session.text, session.length)))));
  }

  /**
   * Forgets that carrying a message has failed: dead or not, it is handed out again at once. Fails with
   * {@link UnknownNameException}; with {@link ConflictException} if it has arrived.
   */
  public void retry(String message) {
    byte[] which = Utf8.encode("message", message);
    call((session, address) -> {
      session.check(StoreNatives.birthcase_store_retry(session.address, address, which, which.length));
      return null;
    });
  }

  /** The messages that wait after this one's id, an empty one for the first, the oldest first; or the dead letters. */
  public List<WaitingMessage> waiting(String after, int limit, boolean deadOnly) {
    byte[] last = Utf8.encode("after", after);
    String found = call((session, address) -> session.text(StoreNatives.birthcase_store_waiting(session.address,
        address, last, last.length, limit, deadOnly ? 1 : 0, session.text, session.length)));
    return Decision.list((List<?>) Json.object("{\"rows\": " + found + "}").get("rows"),
        each -> new WaitingMessage((Map<?, ?>) each));
  }

  /** What is not settled and due up to a day, over all cases, the first first, with how each stands now. */
  public List<Deadline> due(LocalDate until, LocalDateTime now, int limit) {
    return due(until.toString(), now, limit);
  }

  /** What is not settled and due up to a moment, over all cases, the first first, with how each stands now. */
  public List<Deadline> due(LocalDateTime until, LocalDateTime now, int limit) {
    return due(until.toString(), now, limit);
  }

  private List<Deadline> due(String until, LocalDateTime now, int limit) {
    byte[] last = Utf8.encode("until", until);
    byte[] moment = Moment.encode(now);
    return Deadline.list(call((session, address) -> session.text(StoreNatives.birthcase_store_due(session.address,
        address, last, last.length, moment, moment.length, limit, session.text, session.length))));
  }

  /** Checks the chains of hashes of all cases, the file as such, and every row against a replay of the events. */
  public Verification verify() {
    return verify("");
  }

  /** Checks one case: its chain of hashes, and every row about it. Fails with {@link UnknownNameException}. */
  public Verification verify(String id) {
    byte[] name = Utf8.encode("id", id);
    return new Verification(call((session, address) -> session.text(StoreNatives.birthcase_store_verify(
        session.address, address, name, name.length, session.text, session.length))));
  }

  /**
   * A note of the heads of all chains, to be kept elsewhere: compared with the store later, it proves that no tail was cut
   * and no old file put back.
   */
  public String anchor(LocalDateTime now) {
    return anchor(now, "");
  }

  /** The same, signed with an Ed25519 key in PEM. Fails with {@link SyntaxException} for another key. */
  public String anchor(LocalDateTime now, String privateKey) {
    byte[] moment = Moment.encode(now);
    byte[] key = Utf8.encode("privateKey", privateKey);
    return call((session, address) -> session.text(StoreNatives.birthcase_store_anchor(
        session.address, address, moment, moment.length, key, key.length, session.text, session.length)));
  }

  /**
   * Compares a note of {@link #anchor} with this store. Whether the chains hold up to their heads says {@link #verify()}.
   * Fails with {@link SyntaxException} for no note or one that was cut off, with {@link ContradictionException} for one
   * that was changed.
   */
  public AnchorComparison verifyAgainst(String note) {
    return verifyAgainst(note, "");
  }

  /**
   * The same of a note that must be signed with the other half of a public key in PEM. Fails also with
   * {@link MissingException} for one that is not signed, with {@link ContradictionException} for another's signature.
   */
  public AnchorComparison verifyAgainst(String note, String publicKey) {
    byte[] noted = Utf8.encode("note", note);
    byte[] key = Utf8.encode("publicKey", publicKey);
    return new AnchorComparison(call((session, address) -> session.text(StoreNatives.birthcase_store_verify_against(
        session.address, address, noted, noted.length, key, key.length, session.text, session.length))));
  }

  /** Rebuilds what follows from the events of all cases; deadlines stand as they do at a moment. */
  public Repair repair(LocalDateTime now) {
    return repair("", now);
  }

  /**
   * Rebuilds what follows from the events of one case. Touches no event, and nothing where the events do not hold.
   * Fails with {@link UnknownNameException}.
   */
  public Repair repair(String id, LocalDateTime now) {
    byte[] name = Utf8.encode("id", id);
    byte[] moment = Moment.encode(now);
    return new Repair(call((session, address) -> session.text(StoreNatives.birthcase_store_repair(session.address,
        address, name, name.length, moment, moment.length, session.text, session.length))));
  }

  /**
   * The rows that calls have left out since this was last asked, for a log: the case and the table. One damaged row
   * stops nobody: lists, leases and openings go on without it.
   */
  public List<String> damaged() {
    String found = call((session, address) -> session.text(
        StoreNatives.birthcase_store_damaged(session.address, address, session.text, session.length)));
    return Decision.list((List<?>) Json.object("{\"rows\": " + found + "}").get("rows"), each -> {
      Map<?, ?> row = (Map<?, ?>) each;
      return row.get("case") + ": " + row.get("table");
    });
  }

  /** A case as one JSON text, with its chain and its messages that wait. */
  public String exportCase(String id) {
    byte[] name = Utf8.encode("id", id);
    return call((session, address) -> session.text(StoreNatives.birthcase_store_export(
        session.address, address, name, name.length, session.text, session.length)));
  }

  /**
   * Takes in what {@link #exportCase} gave, and says which case it is. It is replayed first. Fails with
   * {@link ConflictException} if the case is there, and with {@link ContradictionException} for a chain that does not
   * hold, and for a status or message that the events do not give.
   */
  public String importCase(String json) {
    byte[] document = Utf8.encode("json", json);
    return call((session, address) -> session.text(StoreNatives.birthcase_store_import(
        session.address, address, document, document.length, session.text, session.length)));
  }
}
