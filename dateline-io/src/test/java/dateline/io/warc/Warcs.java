package dateline.io.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Archives for tests, of our own words. */
public final class Warcs {

  private static final String[] WORDS =
      "harbour council minister strike ferry bridge budget valley treaty grain mayor court tram"
          .split(" ");

  private Warcs() {}

  /** How records are packed. */
  public enum Packing {
    /** A gzip member each. */
    MEMBERS,
    /** One gzip member around all. */
    WHOLE,
    NONE
  }

  /** An archive and where its records lie in it: from offsets[i] to offsets[i + 1]. */
  public record Made(byte[] bytes, long[] offsets, List<String> pages) {}

  /** A page of some words. */
  public static String page(Random random) {
    StringBuilder page = new StringBuilder("<html><body><p>");
    int words = 50 + random.nextInt(400);
    for (int i = 0; i < words; i++) {
      page.append(WORDS[random.nextInt(WORDS.length)])
          .append(random.nextInt(9) == 0 ? ".\r\n" : " ");
    }
    return page.append(random.nextLong()).append("</p></body></html>").toString();
  }

  /** A response record with an HTML page. */
  public static byte[] response(String uri, String page, boolean digest, int lengthError) {
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    return record(
        "response",
        uri,
        "application/http; msgtype=response",
        bytes(http, body),
        digest,
        lengthError);
  }

  /** Any record. */
  public static byte[] record(
      String type, String uri, String mediaType, byte[] content, boolean digest, int lengthError) {
    String header =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
            + String.format("%012x", uri.hashCode() & 0xffffffffL)
            + ">\r\nWARC-Date: 2021-03-04T05:06:07Z\r\nWARC-Target-URI: "
            + uri
            + "\r\nContent-Type: "
            + mediaType
            + (digest ? "\r\nWARC-Block-Digest: sha1:" + sha1(content) : "")
            + "\r\nContent-Length: "
            + (content.length + lengthError)
            + "\r\n\r\n";
    return bytes(header, content, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static String sha1(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Text, then bytes. */
  public static byte[] bytes(String head, byte[]... rest) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    for (byte[] each : rest) {
      all.writeBytes(each);
    }
    return all.toByteArray();
  }

  /** One gzip member. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** An archive of pages, each with its request before it. */
  public static Made archive(Random random, int pages, Packing packing, boolean digest) {
    List<byte[]> records = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      String uri = "http://paper.example/" + i;
      words.add(page(random));
      records.add(response(uri, words.get(i), digest, 0));
      if (random.nextInt(3) == 0) {
        byte[] request = bytes("GET /" + i + " HTTP/1.1\r\nHost: paper.example\r\n\r\n");
        records.add(
            record("request", uri, "application/http; msgtype=request", request, digest, 0));
      }
    }
    return pack(records, words, packing);
  }

  /** Puts records into an archive. */
  public static Made pack(List<byte[]> records, List<String> pages, Packing packing) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    long[] offsets = new long[records.size() + 1];
    for (int i = 0; i < records.size(); i++) {
      offsets[i] = all.size();
      all.writeBytes(packing == Packing.MEMBERS ? gzip(records.get(i)) : records.get(i));
    }
    offsets[records.size()] = all.size();
    byte[] bytes = packing == Packing.WHOLE ? gzip(all.toByteArray()) : all.toByteArray();
    return new Made(bytes, offsets, pages);
  }
}
