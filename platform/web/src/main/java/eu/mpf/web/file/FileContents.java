package eu.mpf.web.file;

import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes by their SHA-256, in pieces: whoever reads or writes holds one piece at a time. */
@ApplicationScoped
class FileContents {
    private static final int PIECE = 256 * 1024;

    private final Sql sql;

    FileContents(Sql sql) {
        this.sql = sql;
    }

    /** What a source holds. */
    record Measure(byte[] checksum, long size) {}

    /** Reads at most {@code limit} bytes and one more: a larger size than that is not told. */
    static Measure measure(Upload.Source source, long limit) throws IOException {
        var measured = source instanceof Upload.Uploaded uploaded ? uploaded.measured() : null;
        if (measured != null) {
            return measured;
        }
        try (var in = new DigestInputStream(source.open(), MessageDigest.getInstance("SHA-256"))) {
            var buffer = new byte[65_536];
            var size = 0L;
            for (int n = in.read(buffer); n >= 0 && size <= limit; n = in.read(buffer)) {
                size += n;
            }
            return new Measure(in.getMessageDigest().digest(), size);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Keeps the bytes unless they are kept already. In the caller's transaction. */
    void keep(Measure measure, Upload.Source source) throws IOException {
        lock(measure.checksum());
        if (sql.update(
                        "INSERT INTO file_content (checksum, size) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        measure.checksum(),
                        measure.size())
                == 0) {
            return;
        }
        try (var in = source.open()) {
            int position = 0;
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                sql.update(
                        "INSERT INTO file_chunk (checksum, position, bytes) VALUES (?, ?, ?)",
                        measure.checksum(),
                        position++,
                        piece);
            }
        }
    }

    /** Removes the bytes if no file has them any more. In the caller's transaction. */
    void release(byte[] checksum) {
        lock(checksum);
        sql.update(
                "DELETE FROM file_content c WHERE checksum = ?"
                        + " AND NOT EXISTS (SELECT FROM stored_file f WHERE f.checksum = c.checksum)",
                checksum);
    }

    /** Whoever keeps and whoever releases the same bytes do so one after the other. */
    private void lock(byte[] checksum) {
        sql.lock("file/" + HexFormat.of().formatHex(checksum));
    }

    /** @throws IOException if the bytes went away meanwhile, so that the answer breaks off instead of ending short */
    void writeTo(byte[] checksum, long size, OutputStream out) throws IOException {
        long written = 0;
        for (int position = 0; written < size; position++) {
            var piece = sql.first(
                            "SELECT bytes FROM file_chunk WHERE checksum = ? AND position = ?",
                            row -> row.getBytes(1),
                            checksum,
                            position)
                    .orElseThrow(() -> new EOFException("the file was removed meanwhile"));
            out.write(piece);
            written += piece.length;
        }
    }
}
