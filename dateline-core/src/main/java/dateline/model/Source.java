package dateline.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the bytes came from.
 *
 * @param uri address or file name as the caller gave it
 * @param mediaType {@code text/html} or {@code text/plain}
 * @param charset the charset that the bytes were read in, lower case
 * @param sha256 of the source bytes, lower-case hexadecimal
 * @param bytes number of source bytes
 * @param fetched ISO 8601 instant, when the caller knows it
 */
public record Source(
    @Nullable String uri,
    String mediaType,
    String charset,
    String sha256,
    long bytes,
    @Nullable String fetched) {}
