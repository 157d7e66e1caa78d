package dateline.actor;

import dateline.language.Analysis;
import dateline.language.Token;
import dateline.model.Attribution;
import dateline.text.CharRange;
import dateline.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which tokens are source, content or addressee of which attribution. Numbers are indexes into the
 * list of attributions; -1 stands for none.
 */
final class Speech {

  static final int NONE = -1;

  private final List<Attribution> attributions;
  private final int[] content;
  private final int[] source;
  private final int[] addressee;
  private final List<int[]> sources = new ArrayList<>();

  Speech(Analysis analysis, List<Attribution> attributions) {
    this.attributions = attributions;
    int n = analysis.tokens().size();
    this.content = filled(n);
    this.source = filled(n);
    this.addressee = filled(n);
    int[] size = new int[n];
    for (int i = 0; i < attributions.size(); i++) {
      Attribution attribution = attributions.get(i);
      markContent(analysis, attribution.content(), i, size);
      mark(analysis, attribution.source(), i, source);
      mark(analysis, attribution.addressee(), i, addressee);
      sources.add(tokens(analysis, attribution.source()));
    }
  }

  private static int[] filled(int n) {
    int[] array = new int[n];
    Arrays.fill(array, NONE);
    return array;
  }

  private static void mark(Analysis analysis, List<Span> spans, int index, int[] array) {
    for (Span span : spans) {
      for (Token token : analysis.tokensIn(analysis.codePoints().range(span))) {
        if (array[token.index()] == NONE) {
          array[token.index()] = index;
        }
      }
    }
  }

  /** Of contents inside one another, a token belongs to the smallest. */
  private void markContent(Analysis analysis, List<Span> spans, int index, int[] size) {
    int length = spans.stream().mapToInt(Span::length).sum();
    for (Span span : spans) {
      for (Token token : analysis.tokensIn(analysis.codePoints().range(span))) {
        int at = token.index();
        if (content[at] == NONE || length < size[at]) {
          content[at] = index;
          size[at] = length;
        }
      }
    }
  }

  /** First token and end of a source, or an empty array when it has none. */
  private static int[] tokens(Analysis analysis, List<Span> spans) {
    if (spans.isEmpty()) {
      return new int[0];
    }
    CharRange first = analysis.codePoints().range(spans.get(0));
    CharRange last = analysis.codePoints().range(spans.get(spans.size() - 1));
    List<Token> inside = analysis.tokensIn(first.cover(last));
    return inside.isEmpty()
        ? new int[0]
        : new int[] {inside.get(0).index(), inside.get(inside.size() - 1).index() + 1};
  }

  /** The attributions, in order, whose source starts at the same token as this one's. */
  List<Integer> sharing(int attribution) {
    List<Integer> same = new ArrayList<>();
    int start = sources.get(attribution)[0];
    for (int i = attribution; i < sources.size(); i++) {
      if (sources.get(i).length > 0 && sources.get(i)[0] == start) {
        same.add(i);
      } else if (sources.get(i).length > 0 && sources.get(i)[0] > start + 400) {
        break;
      }
    }
    return same;
  }

  int contentAt(int token) {
    return content[token];
  }

  int sourceAt(int token) {
    return source[token];
  }

  int addresseeAt(int token) {
    return addressee[token];
  }

  /** First token and end of an attribution's source; empty when it names none. */
  int[] source(int attribution) {
    return sources.get(attribution);
  }

  int count() {
    return attributions.size();
  }

  Attribution get(int attribution) {
    return attributions.get(attribution);
  }
}
