package eu.mpf.events.attendance;

import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.Programme.verb;
import static eu.mpf.events.registration.Registrations.read;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.events.Programme;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PdfUa;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MpfTest
@Tag("E11")
class AttendanceApiTest {

    private static String code(Registrations.Made made) {
        return read(made).then().statusCode(200).extract().path("checkInCode");
    }

    private static Response scan(Map<String, Object> shown) {
        return manager().body(shown).post("/v1/registrations:check-in");
    }

    @Test
    void scanningACodeAnyNumberOfTimesIsOneArrivalAndItCanBeUndone() {
        String event = publishedEvent(Map.of()).id();
        Registrations.Made made = register(event, Map.of());
        String code = code(made);
        scan(Map.of("code", code, "eventId", event)).then().statusCode(200).body("status", equalTo("CHECKED_IN"));
        String arrived = read(made).path("arrivedAt");
        scan(Map.of("code", code)).then().statusCode(200).body("arrivedAt", equalTo(arrived));
        assertThat(Sql.count(
                        "SELECT count(*) FROM audit_entry WHERE action = 'registration.check-in' AND object_id = ?",
                        made.id()))
                .isEqualTo(1);
        verb("/v1/registrations/", made.id(), read(made).header("ETag"), "undo-check-in");
        read(made).then().body("status", equalTo("CONFIRMED")).body("arrivedAt", nullValue());
        // A device that was without a connection sends its scan later.
        scan(Map.of("code", code, "arrivedAt", "2023-09-21T06:45:00Z"))
                .then()
                .statusCode(200)
                .body("arrivedAt", equalTo("2023-09-21T06:45:00.000Z"));
    }

    @Test
    void thirtyScansAtOnceAreOneArrival() throws Exception {
        Registrations.Made made = register(publishedEvent(Map.of()).id(), Map.of());
        String code = code(made);
        List<Future<Integer>> scans = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int device = 0; device < 30; device++) {
                scans.add(threads.submit(() -> scan(Map.of("code", code)).statusCode()));
            }
        }
        for (Future<Integer> answer : scans) {
            assertThat(answer.get()).isEqualTo(200);
        }
        assertThat(Sql.count(
                        "SELECT count(*) FROM audit_entry WHERE action = 'registration.check-in' AND object_id = ?",
                        made.id()))
                .isEqualTo(1);
    }

    @Test
    void noCodeOpensTheDoorThatWasNotMadeForIt() {
        String event = publishedEvent(Map.of()).id();
        Registrations.Made made = register(event, Map.of());
        String code = code(made);
        byte[] forged = Base64.getUrlDecoder().decode(code);
        forged[5] ^= 1;
        for (String wrong :
                List.of(Base64.getUrlEncoder().withoutPadding().encodeToString(forged), "x", "%%%", made.token())) {
            scan(Map.of("code", wrong)).then().statusCode(400).body("errors[0].pointer", equalTo("/code"));
        }
        scan(Map.of("code", code, "eventId", publishedEvent(Map.of()).id()))
                .then()
                .statusCode(409)
                .body("code", equalTo("check-in-other-event"));
        scan(Map.of("code", code, "arrivedAt", "2999-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/arrivedAt"));
        withdraw(made).then().statusCode(200);
        scan(Map.of("code", code)).then().statusCode(409).body("code", equalTo("step-not-possible"));
        read(made).then().body("checkInCode", nullValue());
        Api.anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post("/v1/registrations:check-in")
                .then()
                .statusCode(401);
        Api.as("rapporteur")
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post("/v1/registrations:check-in")
                .then()
                .statusCode(403);
    }

    /** What a device at the door does that has the list and the public key, and no connection. */
    @Test
    void aDeviceWithoutAConnectionChecksListAndCodesWithThePublicKeyAlone() throws Exception {
        String event = publishedEvent(Map.of("capacity", 1)).id();
        Registrations.Made seated = register(event, Map.of("name", "Zoë Example"));
        register(event, Map.of("name", "Somebody Waiting"));
        JsonPath key = Api.anonymous()
                .get("/v1/check-in-key")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath list = manager()
                .get("/v1/events/{id}/door-list", event)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        PublicKey publicKey = publicKey(key.getString("x"));
        String signed = list.getString("protected") + "." + list.getString("payload");
        assertThat(verifies(publicKey, signed.getBytes(StandardCharsets.US_ASCII), bytes(list.getString("signature"))))
                .isTrue();
        assertThat(verifies(
                        publicKey,
                        (signed + "x").getBytes(StandardCharsets.US_ASCII),
                        bytes(list.getString("signature"))))
                .isFalse();
        JsonPath header = new JsonPath(new String(bytes(list.getString("protected")), StandardCharsets.UTF_8));
        assertThat(header.getString("alg")).isEqualTo("EdDSA");
        assertThat(header.getString("kid")).isEqualTo(key.getString("kid"));
        JsonPath content = new JsonPath(new String(bytes(list.getString("payload")), StandardCharsets.UTF_8));
        assertThat(content.getString("eventId")).isEqualTo(event);
        assertThat(content.getList("entries.name")).containsExactly("Zoë Example");

        byte[] code = bytes(code(seated));
        assertThat(verifies(publicKey, Arrays.copyOf(code, 33), Arrays.copyOfRange(code, 33, code.length)))
                .isTrue();
        ByteBuffer says = ByteBuffer.wrap(code, 1, 16);
        assertThat(new UUID(says.getLong(), says.getLong()).toString())
                .isEqualTo(content.getString("entries[0].registrationId"));
    }

    @Test
    @Tag("E6")
    void theDoorOfTheEventAndThatOfAFollowUpAreTwoDoors() {
        Programme.Made event = event();
        Programme.Made panel = session(event.id(), "m4", Map.of());
        verb(event, "publish");
        Response planned = manager()
                .body(Map.of("key", "more", "title", text("More"), "startsLocal", "2023-10-30T10:00:00"))
                .post("/v1/sessions/{id}/follow-ups", panel.id());
        planned.then().statusCode(201);
        String followUp = planned.path("id");
        Registrations.Made day = register(event.id(), Map.of("name", "Of The Day"));
        Registrations.Made later = register(event.id(), Map.of("name", "Of The Follow-up", "followUpId", followUp));
        assertThat(expected(event.id(), "")).containsExactly("Of The Day");
        assertThat(expected(event.id(), "?followUpId=" + followUp)).containsExactly("Of The Follow-up");
        manager()
                .get("/v1/events/{id}/door-list?followUpId={f}", event.id(), panel.id())
                .then()
                .statusCode(404);

        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("code", code(later), "eventId", event.id()),
                Map.of("code", code(day), "eventId", event.id(), "followUpId", followUp),
                Map.of("code", code(day), "followUpId", followUp))) {
            scan(wrong).then().statusCode(409).body("code", equalTo("check-in-other-event"));
        }
        scan(Map.of("code", code(later), "followUpId", followUp)).then().statusCode(200);
        scan(Map.of("code", code(day), "eventId", event.id())).then().statusCode(200);
    }

    private static List<String> expected(String event, String query) {
        String payload = manager()
                .get("/v1/events/" + event + "/door-list" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("payload");
        return new JsonPath(new String(bytes(payload), StandardCharsets.UTF_8)).getList("entries.name");
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    /** From a JSON Web Key, as RFC 8032 writes points. */
    private static PublicKey publicKey(String x) throws GeneralSecurityException {
        byte[] y = bytes(x);
        boolean odd = (y[31] & 0x80) != 0;
        y[31] &= 0x7f;
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = y[31 - i];
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
    }

    private static boolean verifies(PublicKey key, byte[] signed, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(signed);
        return check.verify(signature);
    }

    @Test
    void theCertificateIsATaggedPdfForThoseWhoCame() throws Exception {
        String event = publishedEvent(Map.of()).id();
        Registrations.Made made = register(
                event,
                Map.of("name", "Zoë Łukasz-Šķēle", "organisation", "Państwowa Straż Graniczna", "language", "fr"));
        certificate(made).then().statusCode(409).body("code", equalTo("not-attended"));
        scan(Map.of("code", code(made))).then().statusCode(200);
        verb("/v1/events/", event, etagOf("/v1/events/" + event), "hold");
        Response answer = certificate(made);
        answer.then().statusCode(200).contentType("application/pdf");
        Files.write(Path.of("target/certificate.pdf"), answer.asByteArray()); // to be looked at
        assertThat(PdfUa.faults(answer.asByteArray())).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(answer.asByteArray())) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Attestation de participation");
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("Zoë Łukasz-Šķēle", "MPF Exchange Event", "Brussels, BE, 21 septembre 2023", made.id());
        }
        Api.anonymous()
                .accept("application/pdf")
                .get("/v1/registrations/{id}/certificate", made.id())
                .then()
                .statusCode(404);
    }

    private static Response certificate(Registrations.Made made) {
        return Api.anonymous()
                .accept("application/pdf")
                .header("Registration-Token", made.token())
                .get("/v1/registrations/{id}/certificate", made.id());
    }

    @Test
    @Tag("E24")
    void theListOfParticipantsHoldsThoseWithASeatWhoAgreedAndNobodyElse(@TempDir Path folder) throws Exception {
        String event = publishedEvent(Map.of("capacity", 2)).id();
        register(event, Map.of("name", "Agrees", "organisation", "=SUM(A1)"));
        register(
                event,
                Map.of(
                        "name",
                        "Refuses",
                        "consent",
                        Map.of("wording", "1", "participantList", false, "followUps", true)));
        register(event, Map.of("name", "Waits"));
        Response csv = manager().accept("text/csv").get("/v1/events/{id}/registrations", event);
        csv.then().statusCode(200);
        assertThat(csv.asString())
                .contains("\"Agrees\"", "\"'=SUM(A1)\"")
                .doesNotContain("Refuses", "Waits", "@example.org");
        Response sheet = manager()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/v1/events/{id}/registrations", event);
        sheet.then().statusCode(200);
        StringBuilder cells = new StringBuilder();
        Path file = Files.write(folder.resolve("participants.xlsx"), sheet.asByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                cells.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(cells.toString()).contains("Agrees").doesNotContain("Refuses", "Waits", "@example.org");
        assertThat(Sql.count(
                        "SELECT count(*) FROM audit_entry WHERE action = 'registration.participant-list' AND object_id = ?",
                        event))
                .isEqualTo(2);
        Api.as("applicant-lv")
                .accept("text/csv")
                .get("/v1/events/{id}/registrations", event)
                .then()
                .statusCode(403);
    }
}
