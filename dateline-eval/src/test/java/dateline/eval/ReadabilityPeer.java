package dateline.eval;

import dateline.PageException;
import dateline.io.Input;
import dateline.io.Inputs;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.dankito.readability4j.Readability4J;

/** readability4j over an archive that our reader opens, for {@code ./evaluate benchmark}. */
public final class ReadabilityPeer {

  private ReadabilityPeer() {}

  public static void main(String[] files) throws PageException {
    long found = 0;
    try (Inputs inputs = Inputs.of(List.of(files), InputStream.nullInputStream())) {
      while (inputs.hasNext()) {
        Input input = inputs.next();
        String html = new String(input.load().bytes(), StandardCharsets.UTF_8);
        String text = new Readability4J("https://news.example/", html).parse().getTextContent();
        found += text == null || text.isEmpty() ? 0 : 1;
      }
    }
    System.out.println(found + " texts");
  }
}
