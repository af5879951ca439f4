package eu.mpf.web.bulk;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A request's body in a temporary file: an import is known by its checksum before its first row is done. */
final class SpooledBody implements Closeable {
    private final Path file;
    private final byte[] checksum;

    private SpooledBody(Path file, byte[] checksum) {
        this.file = file;
        this.checksum = checksum;
    }

    /** @throws ProblemException 400 unless the body is text in UTF-8 */
    static SpooledBody ofText(InputStream body) throws IOException {
        var spooled = of(body);
        try {
            spooled.checkEncoding();
            return spooled;
        } catch (IOException | RuntimeException e) {
            spooled.close();
            throw e;
        }
    }

    static SpooledBody of(InputStream body) throws IOException {
        var file = Files.createTempFile("import", ".rows");
        try (var in = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return new SpooledBody(file, in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    private void checkEncoding() throws IOException {
        try (var text = text()) {
            text.transferTo(Writer.nullWriter());
        } catch (CharacterCodingException e) {
            throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "The file is not text in UTF-8.");
        }
    }

    Path file() {
        return file;
    }

    byte[] checksum() {
        return checksum.clone();
    }

    /** The text after a byte order mark, if there is one. */
    BufferedReader text() throws IOException {
        Reader strict = new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        var text = new BufferedReader(strict, 65_536);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}
