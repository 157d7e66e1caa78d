package dateline.time;

import dateline.data.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of {@code time/words.tsv}, by form. Immutable. */
final class Words {

  /** When a word counts. */
  enum Condition {
    ALWAYS,
    /** With a capital. */
    CAPITAL,
    /** With a capital that is more than its sentence's first, or before a number. */
    NAME,
    /** An abbreviation with a capital; takes in its full stop. */
    SHORT,
    /** An abbreviation with a capital and a full stop or comma after it. */
    STOP
  }

  record Word(Kind kind, String value, Condition condition) {}

  private final Map<String, List<Word>> words = new HashMap<>();

  private Words() {}

  static Words load() {
    Words loaded = new Words();
    for (String[] row : Resource.table("time/words.tsv")) {
      Condition condition =
          row.length > 3 && !row[3].isEmpty()
              ? Condition.valueOf(row[3].toUpperCase(Locale.ROOT))
              : Condition.ALWAYS;
      loaded
          .words
          .computeIfAbsent(row[0], form -> new ArrayList<>(1))
          .add(new Word(Kind.valueOf(row[1]), row[2], condition));
    }
    return loaded;
  }

  /** Every sense of a form; empty when it has none. */
  List<Word> of(String form) {
    return words.getOrDefault(form, List.of());
  }

  /** The entries of more than one word. */
  List<String> phrases() {
    return words.keySet().stream().filter(form -> form.indexOf(' ') > 0).sorted().toList();
  }

  /** The value of a form as a kind, wherever it stands; "" when it has none. */
  String value(String form, Kind kind) {
    for (Word word : of(form)) {
      if (word.kind() == kind) {
        return word.value();
      }
    }
    return "";
  }
}
