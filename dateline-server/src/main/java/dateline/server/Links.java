package dateline.server;

import io.javalin.http.Context;

/**
 * Addresses on a page: one that shows the store as it was leads to pages of the same moment.
 *
 * @param asOf run or time, as it was asked for; "" for the store as it is
 */
public record Links(String asOf) {

  /** On pages of the store as it is. */
  public static final Links NOW = new Links("");

  static Links of(Context context) {
    return new Links(Web.typed(context, "asOf"));
  }

  /** The address with our moment; it has none of its own: {@code /article/1?asOf=17#s2}. */
  public String to(String address) {
    if (asOf.isEmpty()) {
      return address;
    }
    int hash = address.indexOf('#');
    String page = hash < 0 ? address : address.substring(0, hash);
    String fragment = hash < 0 ? "" : address.substring(hash);
    return page + (page.indexOf('?') < 0 ? '?' : '&') + "asOf=" + Question.encode(asOf) + fragment;
  }
}
