package dateline.io.gazetteer;

/** Told of an import's way, on the importing thread. */
public interface ImportProgress {

  ImportProgress NONE = (file, lines) -> {};

  /**
   * @param file the input being read
   * @param lines its lines so far; called every 100,000 lines and at its end
   */
  void read(String file, long lines);
}
