package eu.mpf.gateway.subject;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** All that is held of a person in one file, of which nothing can be added, changed or taken away unseen. */
class ExportArchiveTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant DONE = Instant.parse("2026-11-23T08:00:00Z");
    private static final SubjectRequest REQUEST = new SubjectRequest(
            UUID.randomUUID(), RequestKind.EXPORT, null, List.of("calls"), List.of(), List.of(), ASKED, DONE);

    private final List<byte[]> signed = new ArrayList<>();

    private byte[] write(Map<String, JsonNode> parts) {
        return new ExportArchive(JSON, "https://mpf.example/keys").write(REQUEST, DONE, parts, manifest -> {
            signed.add(manifest);
            return "header..signature";
        });
    }

    private static Map<String, JsonNode> parts() {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        parts.put("projects", JSON.createObjectNode().put("name", "Ķekava"));
        parts.put("calls", JSON.createArrayNode());
        return parts;
    }

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTime()).isEqualTo(DONE.toEpochMilli());
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void theManifestNamesEveryFileWithItsLengthAndSha256AndIsSigned() throws Exception {
        Map<String, byte[]> files = files(write(parts()));
        assertThat(files.keySet())
                .containsExactly("README.txt", "projects.json", "calls.json", "manifest.json", "manifest.json.jws");
        JsonNode manifest = JSON.readTree(files.get("manifest.json"));
        assertThat(manifest.path("requestId").asText()).isEqualTo(REQUEST.id().toString());
        assertThat(manifest.path("keys").asText()).isEqualTo("https://mpf.example/keys");
        assertThat(manifest.path("files").findValuesAsText("file"))
                .containsExactly("README.txt", "projects.json", "calls.json");
        for (JsonNode entry : manifest.path("files")) {
            byte[] content = files.get(entry.path("file").asText());
            assertThat(entry.path("size").asInt()).isEqualTo(content.length);
            assertThat(entry.path("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
        assertThat(signed).singleElement().isEqualTo(files.get("manifest.json"));
        assertThat(files.get("manifest.json.jws"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("header..signature");
    }

    @Test
    void everyPartIsReadableAndTheWordsSayWhenAndWhere() throws Exception {
        Map<String, byte[]> files = files(write(parts()));
        assertThat(JSON.readTree(files.get("projects.json")).path("name").asText())
                .isEqualTo("Ķekava");
        assertThat(files.get("projects.json"))
                .asString(StandardCharsets.UTF_8)
                .as("for people too")
                .contains("\n");
        assertThat(files.get("README.txt"))
                .asString(StandardCharsets.UTF_8)
                .contains(ASKED.toString(), "https://mpf.example/keys");
    }

    @Test
    void ofTheSamePartsTheArchiveIsTheSame() {
        assertThat(write(parts())).isEqualTo(write(parts()));
    }

    @Test
    void aRequestIsCompletedOnceItHasATimeOfCompletion() {
        assertThat(REQUEST.completed()).isTrue();
        assertThat(new SubjectRequest(
                                REQUEST.id(), RequestKind.ERASURE, null, List.of(), List.of(), List.of(), ASKED, null)
                        .completed())
                .isFalse();
    }
}
