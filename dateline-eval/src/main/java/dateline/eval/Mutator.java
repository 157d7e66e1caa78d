package dateline.eval;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Damages pages: bytes, tags, attributes, nesting, references, and pieces of other pages. The same
 * seed gives the same page.
 */
final class Mutator {

  /** No page grows larger: hostile sizes have tests of their own. */
  private static final int LARGEST = 1_500_000;

  private static final Pattern TAG = Pattern.compile("<[^<>]{1,300}>");
  private static final String[] TOKENS = {
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "</table>",
    "<article>",
    "</article>",
    "<li class=comment id=comment-1>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<style>",
    "<h1>",
    "</h1>",
    "<time datetime=2021-02-31>",
    "<br>",
    "&amp;",
    "&#0;",
    "&#x10ffff;",
    "&#xd800;",
    "<a href=x>",
    "</a>",
    "<figure><figcaption>",
    "<svg><title>",
    "<math><mi>",
    "<template>",
    "<select><option>",
    "<plaintext>",
    "<noscript>",
    "<iframe srcdoc='<p>x'>",
    "\u0000",
    "\ud83d\ude00",
    "\u202e",
    "\ufeff",
    "<![CDATA[",
    "]]>",
    "<meta charset=utf-16>",
    "<base href='//x'>",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[[[{\"name\":",
    "12/13/14",
    "99 Comments",
    "31.02.2020 25:61",
    "By By By",
    "(Reuters) - ",
    "“",
    "\r",
    "\t"
  };

  private final List<byte[]> pages;

  Mutator(List<byte[]> pages) {
    this.pages = pages;
  }

  /** The page of this number. */
  byte[] page(long seed, int number) {
    Random random = new Random(seed * 1_000_003 + number);
    random.nextInt(); // the first draws of neighbouring seeds are alike
    byte[] bytes = pages.get(number % pages.size()).clone();
    int rounds = 1 + random.nextInt(4);
    for (int i = 0; i < rounds && bytes.length > 0; i++) {
      bytes = mutate(bytes, random);
    }
    return bytes.length > LARGEST ? java.util.Arrays.copyOf(bytes, LARGEST) : bytes;
  }

  private byte[] mutate(byte[] bytes, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> flip(bytes, random);
      case 1 -> java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 2 -> splice(bytes, bytes, random);
      case 3 -> splice(bytes, pages.get(random.nextInt(pages.size())), random);
      case 4 -> tags(bytes, random, "");
      case 5 -> tags(bytes, random, TOKENS[random.nextInt(TOKENS.length)]);
      case 6 -> insert(bytes, random, TOKENS[random.nextInt(TOKENS.length)], 1);
      case 7 -> insert(bytes, random, TOKENS[random.nextInt(TOKENS.length)], 3_000);
      case 8 -> closing(bytes, random);
      default -> attribute(bytes, random);
    };
  }

  private static byte[] flip(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    for (int i = 0; i < 1 + bytes.length / 500; i++) {
      flipped[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  /** A piece of a page put over a place of this one. */
  private static byte[] splice(byte[] into, byte[] from, Random random) {
    int length = Math.min(from.length, 1 + random.nextInt(20_000));
    int start = random.nextInt(from.length - length + 1);
    byte[] piece = java.util.Arrays.copyOfRange(from, start, start + length);
    return put(into, random.nextInt(into.length + 1), piece, random.nextInt(3) * length / 2);
  }

  private static byte[] insert(byte[] bytes, Random random, String token, int most) {
    String piece = token.repeat(1 + random.nextInt(most));
    return put(bytes, random.nextInt(bytes.length + 1), piece.getBytes(StandardCharsets.UTF_8), 0);
  }

  private static byte[] put(byte[] into, int at, byte[] piece, int over) {
    int rest = Math.min(into.length, at + over);
    byte[] joined = new byte[at + piece.length + into.length - rest];
    System.arraycopy(into, 0, joined, 0, at);
    System.arraycopy(piece, 0, joined, at, piece.length);
    System.arraycopy(into, rest, joined, at + piece.length, into.length - rest);
    return joined;
  }

  /** One tag in some becomes something else. */
  private static byte[] tags(byte[] bytes, Random random, String instead) {
    int one = 2 + random.nextInt(30);
    return replace(bytes, random, TAG, one, instead);
  }

  private static byte[] closing(byte[] bytes, Random random) {
    return replace(bytes, random, Pattern.compile("</[a-z0-9]{1,10}>"), 1 + random.nextInt(4), "");
  }

  private static byte[] attribute(byte[] bytes, Random random) {
    String value = "x".repeat(random.nextInt(4) * random.nextInt(2_000));
    String[] names = {"class", "id", "style", "itemprop", "datetime", "content", "href", "type"};
    String name = names[random.nextInt(names.length)];
    Pattern attribute = Pattern.compile(name + "=(?:\"[^\"]{0,200}\"|'[^']{0,200}')");
    return replace(bytes, random, attribute, 1 + random.nextInt(5), name + "=\"" + value + "\"");
  }

  private static byte[] replace(
      byte[] bytes, Random random, Pattern what, int one, String instead) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String by = new String(instead.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Matcher matcher = what.matcher(text);
    StringBuilder changed = new StringBuilder();
    while (matcher.find() && changed.length() < LARGEST) {
      String kept = random.nextInt(one) == 0 ? by : matcher.group();
      matcher.appendReplacement(changed, Matcher.quoteReplacement(kept));
    }
    matcher.appendTail(changed);
    return changed.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
