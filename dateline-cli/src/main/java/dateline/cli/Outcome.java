package dateline.cli;

import dateline.Failure;
import dateline.io.Input;
import dateline.model.ArticleRecord;

/** What came of one input. */
sealed interface Outcome {

  /**
   * A record.
   *
   * @param fingerprint of all that went in
   * @param rendered the record as it is written out
   */
  record Read(Input input, String fingerprint, ArticleRecord record, byte[] rendered)
      implements Outcome {}

  /** The store has what would be read again. */
  record PassedOver() implements Outcome {}

  record Failed(Failure failure) implements Outcome {}
}
