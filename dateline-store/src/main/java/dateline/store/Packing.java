package dateline.store;

import dateline.json.RecordJson;
import dateline.model.ArticleRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A record as it lies in the store: its JSON, packed with zlib. */
final class Packing {

  private Packing() {}

  static byte[] pack(ArticleRecord record) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(RecordJson.write(record).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory can't fail", e);
    }
    return packed.toByteArray();
  }

  static ArticleRecord unpack(byte[] packed) {
    return RecordJson.read(json(packed));
  }

  static String json(byte[] packed) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreException("a record in the store is damaged", e);
    }
  }
}
