package peers;

/** What rules have said, by the place of the answer. */
public final class Answer {
  public final Object[] all;

  public Answer(int count) {
    all = new Object[count];
  }

  public void set(int place, Object answer) {
    all[place] = answer;
  }
}
