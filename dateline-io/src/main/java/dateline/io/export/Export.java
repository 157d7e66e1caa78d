package dateline.io.export;

import dateline.model.ArticleRecord;
import java.io.IOException;
import java.util.Set;

/** A file in the making: records go in one by one, nothing is held back. Not thread-safe. */
public interface Export {

  /**
   * Writes items of a record.
   *
   * @param items ids of the statements or events to write; whole articles are one item each
   */
  void write(ArticleRecord record, Set<String> items) throws IOException;

  /** Rows, features or lines written. */
  long rows();

  /** Ends the file and flushes it; what is below stays open. */
  void end() throws IOException;
}
