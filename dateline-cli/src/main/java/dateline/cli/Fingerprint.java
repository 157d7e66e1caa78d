package dateline.cli;

import dateline.PageInput;
import dateline.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A hash of all that a record depends on besides what reads it. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(PageInput input) {
    MessageDigest digest = Sha256.digest();
    add(digest, input.id());
    add(digest, input.kind().name());
    add(digest, input.uri());
    add(digest, input.charset());
    add(digest, input.title());
    add(digest, input.published());
    add(digest, input.fetched());
    digest.update(input.bytes());
    return Sha256.hex(digest);
  }

  /** Adds the length first, so that no two lists of parts look the same. */
  private static void add(MessageDigest digest, @Nullable String part) {
    byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
    int length = part == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    digest.update(bytes);
  }
}
