package dateline.io.export;

import dateline.Dateline;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A table as a Parquet file, packed with gzip, which every reader of Parquet knows. Every column
 * may be null. The same rows give the same bytes. The codebook and the release lie in the file's
 * metadata. Not thread-safe.
 *
 * <p>Nothing of Hadoop is run: the file, the settings and the packing are Java's own.
 */
final class ParquetTableWriter implements Closeable {

  /** Bytes held in memory before they are written, for each table. */
  private static final long ROW_GROUP_BYTES = 16 << 20;

  private final ParquetWriter<List<@Nullable Object>> writer;
  private long rows;

  /**
   * @param file written anew
   */
  ParquetTableWriter(Path file, String name, List<Table.Column> columns) throws IOException {
    this(new LocalOutputFile(file), name, columns);
  }

  /**
   * @param out stays open
   */
  ParquetTableWriter(OutputStream out, String name, List<Table.Column> columns) throws IOException {
    this(new StreamFile(out), name, columns);
  }

  private ParquetTableWriter(OutputFile file, String name, List<Table.Column> columns)
      throws IOException {
    writer =
        new Builder(file, new Rows(name, columns))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new Gzip())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
  }

  void write(List<@Nullable Object> row) throws IOException {
    writer.write(row);
    rows++;
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder
      extends ParquetWriter.Builder<List<@Nullable Object>, Builder> {

    private final Rows rows;

    Builder(OutputFile file, Rows rows) {
      super(file);
      this.rows = rows;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<List<@Nullable Object>> getWriteSupport(Configuration configuration) {
      return rows;
    }

    @Override
    protected WriteSupport<List<@Nullable Object>> getWriteSupport(
        ParquetConfiguration configuration) {
      return rows;
    }
  }

  /** Hands rows to Parquet, cell by cell. */
  private static final class Rows extends WriteSupport<List<@Nullable Object>> {

    private final String name;
    private final List<Table.Column> columns;
    private @Nullable RecordConsumer out;

    Rows(String name, List<Table.Column> columns) {
      this.name = name;
      this.columns = List.copyOf(columns);
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return init(new PlainParquetConfiguration());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      StringBuilder codebook = new StringBuilder();
      columns.forEach(
          column ->
              codebook.append(column.name()).append(": ").append(column.meaning()).append('\n'));
      return new WriteContext(
          schema(),
          Map.of("dateline.release", Dateline.VERSION, "dateline.codebook", codebook.toString()));
    }

    private MessageType schema() {
      List<Type> types = new ArrayList<>();
      for (Table.Column column : columns) {
        types.add(
            switch (column.type()) {
              case TEXT ->
                  Types.optional(PrimitiveTypeName.BINARY)
                      .as(LogicalTypeAnnotation.stringType())
                      .named(column.name());
              case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
              case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            });
      }
      return new MessageType(name, types);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(List<@Nullable Object> row) {
      RecordConsumer to = java.util.Objects.requireNonNull(out);
      to.startMessage();
      for (int i = 0; i < columns.size(); i++) {
        Object cell = row.get(i);
        if (cell != null) {
          to.startField(columns.get(i).name(), i);
          write(to, columns.get(i), cell);
          to.endField(columns.get(i).name(), i);
        }
      }
      to.endMessage();
    }

    private static void write(RecordConsumer to, Table.Column column, Object cell) {
      switch (column.type()) {
        case TEXT -> to.addBinary(Binary.fromString((String) cell));
        case INTEGER -> to.addLong(((Number) cell).longValue());
        case NUMBER -> to.addDouble(((Number) cell).doubleValue());
      }
    }
  }

  /** Gzip without Hadoop's codecs. */
  private static final class Gzip
      implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      return this;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("writes only");
    }

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        bytes.writeAllTo(out);
      }
      return BytesInput.from(packed);
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.GZIP;
    }

    @Override
    public void release() {}
  }

  /** A stream as Parquet wants it: one that knows how far it is. */
  private record StreamFile(OutputStream out) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new PositionOutputStream() {
        private long position;

        @Override
        public long getPos() {
          return position;
        }

        @Override
        public void write(int b) throws IOException {
          out.write(b);
          position++;
        }

        @Override
        public void write(byte[] b, int from, int length) throws IOException {
          out.write(b, from, length);
          position += length;
        }

        @Override
        public void close() throws IOException {
          out.flush();
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
