package dateline.io;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** One file that holds many pages. Not thread-safe. */
interface Series extends Closeable {

  /** The next page or what failed in its place; null at the end. */
  @Nullable Input next();

  /** An input that was only read has nothing to lose when closing it fails. */
  @Override
  void close();
}
