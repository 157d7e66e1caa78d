package dateline.io.gazetteer;

import java.nio.file.Path;

/**
 * What an import did.
 *
 * @param file the compiled gazetteer
 * @param places rows in it
 * @param names names by which they can be found
 * @param read rows of places that were read from the input
 * @param kept places of an earlier import that the input did not replace
 * @param skipped lines that were no rows of a place
 */
public record ImportSummary(
    Path file, long places, long names, long read, long kept, long skipped) {}
