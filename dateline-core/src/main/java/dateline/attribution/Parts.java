package dateline.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * The three parts of an attribution as a reader of the text found them. Each is in text order and
 * without overlap; content is never empty.
 *
 * @param continues whether it goes on from the statement before it ("adding that …")
 * @param confidence 0 to 1
 */
record Parts(
    List<Words> source,
    List<Words> cue,
    List<Words> content,
    boolean continues,
    double confidence) {

  Parts {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
  }

  /** With more content. */
  Parts with(List<Words> more) {
    List<Words> all = new ArrayList<>(content);
    all.addAll(more);
    return new Parts(source, cue, Sketch.union(all), continues, confidence);
  }
}
