package dateline.spark;

import dateline.Failure;
import dateline.PageException;
import dateline.PageInput;
import dateline.io.Input;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An input on its way from the file to whoever reads it: the page, or why there is none.
 *
 * @param page null when {@code failure} is not
 * @param failure what is told instead
 */
record Page(
    String input,
    @Nullable Long line,
    @Nullable Long offset,
    @Nullable Body page,
    @Nullable Trouble failure)
    implements Serializable {

  /** {@link PageInput}, in a form that travels. */
  record Body(
      @Nullable String id,
      byte[] bytes,
      PageInput.Kind kind,
      @Nullable String uri,
      @Nullable String charset,
      @Nullable String title,
      @Nullable String published,
      @Nullable String fetched)
      implements Serializable {

    static Body of(PageInput page) {
      return new Body(
          page.id(),
          page.bytes(),
          page.kind(),
          page.uri(),
          page.charset(),
          page.title(),
          page.published(),
          page.fetched());
    }

    PageInput input() {
      return new PageInput(id, bytes, kind, uri, charset, title, published, fetched);
    }
  }

  /** Reason and message of a failure. */
  record Trouble(String reason, String message) implements Serializable {}

  static Page of(Input input, String name) {
    try {
      return new Page(name, input.line(), input.offset(), Body.of(input.load()), null);
    } catch (PageException e) {
      return failed(input, name, input.failure(e));
    } catch (RuntimeException e) {
      return failed(input, name, input.failure(e));
    }
  }

  private static Page failed(Input input, String name, Failure failure) {
    return new Page(
        name,
        input.line(),
        failure.offset(),
        null,
        new Trouble(failure.reason(), failure.message()));
  }

  /** What is told when the page can't be read. */
  Failure failure(PageException e) {
    return asInput().failure(e);
  }

  /** What is told when Dateline itself fails on the page. */
  Failure failure(Throwable defect) {
    return asInput().failure(defect);
  }

  private Input asInput() {
    return new Input(
        input,
        line,
        offset,
        () -> {
          throw new IllegalStateException("only tells where it was");
        });
  }
}
