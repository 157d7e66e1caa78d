package dateline.io.warc;

import dateline.PageException.Reason;
import java.io.IOException;

/** A record that can't be read, while the archive around it can. */
final class ArchiveException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  ArchiveException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  static ArchiveException bad(String message) {
    return new ArchiveException(Reason.BAD_ARCHIVE, message);
  }

  Reason reason() {
    return reason;
  }
}
