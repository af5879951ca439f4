package eu.mpf.gateway.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import eu.mpf.web.value.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All that the services hold of one person in one file: a zip with a JSON document of each service, a manifest with the
 * SHA-256 of each, and a detached signature of the manifest. Whoever has the gateway's public keys can tell that nothing
 * was added, changed or taken away.
 */
final class ExportArchive {

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.json.jws";

    private static final String READ_ME = "README.txt";

    private static final String WORDS = """
            Your data as the platform holds them, asked for on %s.

            One .json file for each part of the platform; a part that holds nothing of you says so with no records.
            manifest.json names every file with its SHA-256. manifest.json.jws is its signature: a JSON Web Signature with a
            detached payload (RFC 7515, appendix F), ES256. The keys are at %s,
            for a year from the day this file was made.
            """;

    /** One file of the archive, as the manifest names it. */
    private record Entry(String file, long size, String sha256) {}

    /** What is signed. */
    private record Manifest(
            String requestId, Instant requestedAt, Instant completedAt, String keys, List<Entry> files) {}

    private final ObjectWriter json;
    private final String keysAt;

    /** @param keysAt address of the public keys */
    ExportArchive(ObjectMapper json, String keysAt) {
        this.json = json.writerWithDefaultPrettyPrinter();
        this.keysAt = keysAt;
    }

    /**
     * Writes the archive. Of the same parts it is the same each time, but for the signature.
     *
     * @param parts what each service gathered, in their order in the archive
     * @param signer makes a detached signature of the bytes it is given
     */
    byte[] write(
            SubjectRequest request, Instant completedAt, Map<String, JsonNode> parts, Function<byte[], String> signer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Entry> entries = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            String words = WORDS.formatted(request.createdAt(), keysAt);
            entries.add(put(zip, READ_ME, words.getBytes(StandardCharsets.UTF_8), completedAt));
            for (Map.Entry<String, JsonNode> part : parts.entrySet()) {
                entries.add(put(zip, part.getKey() + ".json", text(part.getValue()), completedAt));
            }
            byte[] manifest =
                    text(new Manifest(request.id().toString(), request.createdAt(), completedAt, keysAt, entries));
            put(zip, MANIFEST, manifest, completedAt);
            put(zip, SIGNATURE, signer.apply(manifest).getBytes(StandardCharsets.US_ASCII), completedAt);
        } catch (IOException e) {
            throw new UncheckedIOException("an archive in memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    private byte[] text(Object value) throws JsonProcessingException {
        return json.writeValueAsBytes(value);
    }

    private static Entry put(ZipOutputStream zip, String name, byte[] content, Instant time) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        return new Entry(name, content.length, Sha256.hex(content));
    }
}
