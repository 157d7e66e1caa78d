package dateline.io.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.io.web.Feed.Entry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import okhttp3.Dns;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {

  private static final URI BASE = URI.create("https://paper.example/feeds/all");

  private static Feed feed(String text) throws IOException {
    return Feed.parse(text.getBytes(StandardCharsets.UTF_8), BASE);
  }

  @Test
  void readsRss() throws IOException {
    assertThat(
            feed("<rss version='2.0'><channel><link>https://paper.example/</link>"
                    + "<item><title>A &amp; B</title><link> /a?x=1&amp;y=2 </link>"
                    + "<pubDate>Mon, 04 Mar 2024 05:06:07 GMT</pubDate></item>"
                    + "<item><guid>https://paper.example/b</guid></item>"
                    + "<item><link>/a?x=1&amp;y=2</link></item>"
                    + "<item><link>javascript:alert(1)</link></item></channel></rss>")
                .entries())
        .containsExactly(
            new Entry("https://paper.example/a?x=1&y=2", "Mon, 04 Mar 2024 05:06:07 GMT"),
            new Entry("https://paper.example/b", null));
  }

  @Test
  void readsAtom() throws IOException {
    assertThat(
            feed("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='self' href='/x'/>"
                    + "<link rel='alternate' href='/a'/><updated>2024-03-04T05:06:07Z</updated>"
                    + "</entry></feed>")
                .entries())
        .containsExactly(new Entry("https://paper.example/a", "2024-03-04T05:06:07Z"));
  }

  @Test
  void readsJsonFeed() throws IOException {
    assertThat(
            feed("\ufeff{\"version\":\"1.1\",\"items\":[{\"url\":\"https://paper.example/a\"},{}]}")
                .entries())
        .containsExactly(new Entry("https://paper.example/a", null));
  }

  @Test
  void readsNewsSitemapsAndTheirIndex() throws IOException {
    assertThat(
            feed("<urlset><url><loc>https://paper.example/a</loc><news:news><news:publication_date>"
                    + "2024-03-04</news:publication_date></news:news></url></urlset>")
                .entries())
        .containsExactly(new Entry("https://paper.example/a", "2024-03-04"));
    assertThat(feed("<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>").feeds())
        .containsExactly("https://paper.example/s1.xml");
  }

  @Test
  void readsDamagedXmlAsFarAsItGoes() throws IOException {
    assertThat(
            feed("<rss><channel><item><link>/a</link><title>A & B\u0001</item><item><link>/b</li")
                .entries())
        .extracting(Entry::url)
        .contains("https://paper.example/a");
  }

  @Test
  void expandsNoEntitiesAndFetchesNothing() throws IOException {
    String bomb =
        "<!DOCTYPE rss [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>"
            + "<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + "<rss><channel><item><link>/&c;&x;</link></item></channel></rss>";

    assertThat(feed(bomb).entries())
        .allSatisfy(
            entry -> assertThat(entry.url()).doesNotContain("lollol").doesNotContain("root"));
  }

  @Test
  void whatIsNoFeedIsRefused() {
    assertThatThrownBy(() -> feed("<html><body>Not found</body></html>"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> feed("{")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Feed.opml("<opml/>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void mutatedFeedsGiveEntriesOrAnError() {
    byte[] feed =
        ("<rss><channel><item><link>/a</link><pubDate>x</pubDate></item></channel></rss>"
                + "<feed><entry><link href='/b'/></entry></feed>")
            .getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] mutated = feed.clone();
      for (int i = random.nextInt(8); i >= 0; i--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(Feed.parse(mutated, BASE).entries()).hasSizeLessThan(4);
      } catch (IOException e) {
        assertThat(e).hasMessageNotContaining("Exception");
      }
    }
  }

  @Test
  void readsOpml() throws IOException {
    assertThat(
            Feed.opml(
                ("<opml><body><outline text='x'><outline xmlUrl='https://a.example/rss'/></outline>"
                        + "<outline type='rss' xmlUrl=' https://b.example/atom '/></body></opml>")
                    .getBytes(StandardCharsets.UTF_8)))
        .containsExactly("https://a.example/rss", "https://b.example/atom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "2001:db8::1",
        "2001::1"
      })
  void addressesOfOwnNetworksAreNotPublic(String address) throws IOException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1", "64:ff9b::808:808"})
  void otherAddressesArePublic(String address) throws IOException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://user@127.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "jar:http://127.0.0.1/x.jar!/",
        "ftp://127.0.0.1/"
      })
  void whatIsNotOfThePublicWebIsRefused(String url) {
    CheckedClient client = new CheckedClient(PublicAddresses.onAnyPort(), Dns.SYSTEM);

    assertThatThrownBy(() -> client.send(URI.create(url), new Request.Builder()))
        .isInstanceOf(IOException.class);
  }
}
