package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.web.audit.AuditSealer;
import eu.mpf.web.audit.AuditTrail;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
class AuditTest {
    private static final String FORGED = " (id, recorded_at, actor, roles, action, object_type, object_id, signature)"
            + " VALUES ('0199f0c2-5ad5-7e30-9f4e-1b0f2f6c7a11', now(), 'x', '{}', 'forged', 'note', '1', '\\x00')";

    @Inject
    AgroalDataSource database;

    @Inject
    AuditTrail trail;

    @Inject
    AuditSealer sealer;

    @BeforeEach
    void empty() throws SQLException {
        asForger("TRUNCATE audit_entry, audit_seal, audit_unsealed");
        sql("TRUNCATE audit_anchor, outbox_event");
        for (int i = 1; i <= 5; i++) {
            var number = i;
            QuarkusTransaction.requiringNew()
                    .run(() -> trail.record(
                            "note.counted",
                            "note",
                            number,
                            null,
                            Map.of("n", number, "share", new BigDecimal("1.50"), "big", 1e12, "text", "ä\"\u2028"),
                            "because"));
        }
        sealer.seal();
    }

    private void sql(String text) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /** What somebody with all rights on the database can do. */
    private void asForger(String text) throws SQLException {
        sql("SET session_replication_role = replica; " + text + "; SET session_replication_role = origin");
    }

    private static ValidatableResponse verify(String query) {
        return given().auth()
                .oauth2(TestTokens.of("a", "auditor"))
                .post("/v1/audit/notes:verify" + query)
                .then();
    }

    @Test
    void anUntouchedTrailIsIntact() {
        verify("")
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("checked", equalTo(5))
                .body("position", equalTo(5))
                .body("unsealed", equalTo(0))
                .body("findings", hasSize(0));
    }

    @Test
    void anEntryIsSealedOnlyWhenNoOlderTransactionRuns() throws SQLException {
        try (var late = database.getConnection()) {
            late.setAutoCommit(false);
            try (var statement = late.createStatement()) {
                statement.execute("SELECT pg_current_xact_id()");
            }
            QuarkusTransaction.requiringNew().run(() -> trail.record("note.counted", "note", 6, null, null, null));
            sealer.seal();
            verify("").body("intact", equalTo(true)).body("checked", equalTo(5)).body("unsealed", equalTo(1));
            late.rollback();
            late.setAutoCommit(true);
        }
        sealer.seal();
        verify("").body("intact", equalTo(true)).body("checked", equalTo(6)).body("unsealed", equalTo(0));
    }

    @Test
    void aChangedEntryIsFoundAndNamed() throws SQLException {
        asForger("UPDATE audit_entry SET reason = 'other' WHERE object_id = '3'");
        verify("")
                .body("intact", equalTo(false))
                .body("findings", hasSize(1))
                .body("findings[0].kind", equalTo("CHANGED"))
                .body("findings[0].position", equalTo(3));
    }

    @Test
    void aChangedStateIsFound() throws SQLException {
        asForger("UPDATE audit_entry SET after = jsonb_set(after, '{n}', '7') WHERE object_id = '2'");
        verify("").body("findings[0].kind", equalTo("CHANGED")).body("findings[0].position", equalTo(2));
    }

    @Test
    void aRemovedEntryIsFoundAndNamed() throws SQLException {
        asForger("DELETE FROM audit_entry WHERE object_id = '5'");
        verify("")
                .body("findings", hasSize(1))
                .body("findings[0].kind", equalTo("REMOVED"))
                .body("findings[0].position", equalTo(5));
    }

    @Test
    void aRemovedLinkIsFound() throws SQLException {
        asForger("DELETE FROM audit_seal WHERE position = 2; DELETE FROM audit_entry WHERE object_id = '2'");
        verify("").body("findings[0].kind", equalTo("REMOVED")).body("findings[0].position", equalTo(2));
    }

    @Test
    void anInsertedEntryIsFoundBeforeAndAfterItIsSealed() throws SQLException {
        asForger("INSERT INTO audit_entry" + FORGED);
        verify("")
                .body("findings", hasSize(1))
                .body("findings[0].kind", equalTo("INSERTED"))
                .body("findings[0].entryId", equalTo("0199f0c2-5ad5-7e30-9f4e-1b0f2f6c7a11"));
        asForger("INSERT INTO audit_unsealed VALUES ('0199f0c2-5ad5-7e30-9f4e-1b0f2f6c7a11')");
        sealer.seal();
        verify("")
                .body("findings", hasSize(1))
                .body("findings[0].kind", equalTo("INSERTED"))
                .body("findings[0].position", equalTo(6));
    }

    @Test
    void aCutChainIsFoundByTheHashNotedBefore() throws SQLException {
        String hash = verify("").extract().path("hash");
        asForger("DELETE FROM audit_seal WHERE position = 5; DELETE FROM audit_entry WHERE object_id = '5'");
        verify("").body("intact", equalTo(true));
        verify("?position=5&hash=" + hash).body("findings[0].kind", equalTo("REWRITTEN"));
    }

    private List<String> anchors() throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("SELECT topic || ' ' || type || ' ' || (payload->>'position')"
                                + " || ' ' || (payload->>'hash') FROM outbox_event ORDER BY seq");
                var row = statement.executeQuery()) {
            var anchors = new ArrayList<String>();
            while (row.next()) {
                anchors.add(row.getString(1));
            }
            return anchors;
        }
    }

    @Test
    void theHeadIsAnchoredInKafkaOnceInAWhileAndShowsAChainThatWasCut() throws SQLException {
        String hash = verify("").extract().path("hash");
        assertThat(anchors()).containsExactly("mpf.notes.audit.v1 eu.mpf.notes.audit.sealed.v1 5 " + hash);
        QuarkusTransaction.requiringNew().run(() -> trail.record("note.counted", "note", 6, null, null, null));
        sealer.seal();
        assertThat(anchors()).as("a moment later").hasSize(1);
        sql("UPDATE audit_anchor SET dropped_at = now() - interval '1 hour'");
        QuarkusTransaction.requiringNew().run(() -> trail.record("note.counted", "note", 7, null, null, null));
        sealer.seal();
        assertThat(anchors()).hasSize(2).last().asString().contains(" 7 ");
        var anchored = anchors().getLast().split(" ");
        asForger("DELETE FROM audit_seal WHERE position = 7; DELETE FROM audit_entry WHERE object_id = '7'");
        verify("").body("intact", equalTo(true));
        verify("?position=7&hash=" + anchored[3]).body("findings[0].kind", equalTo("REWRITTEN"));
    }

    @Test
    void aServicesOwnRoleHasNoRightToChangeTheTrail() throws SQLException {
        sql("DROP ROLE IF EXISTS service_role");
        sql("CREATE ROLE service_role");
        sql("GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON audit_entry, audit_seal TO service_role");
        sql("SELECT audit_take_rights('service_role')");
        for (var right : new String[] {"UPDATE", "DELETE", "TRUNCATE"}) {
            assertThat(has("audit_entry", right)).as(right).isFalse();
            assertThat(has("audit_seal", right)).as(right).isFalse();
        }
        assertThat(has("audit_entry", "INSERT")).isTrue();
        sql("DROP OWNED BY service_role");
    }

    private boolean has(String table, String right) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT has_table_privilege('service_role', ?, ?)")) {
            statement.setString(1, table);
            statement.setString(2, right);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Test
    void theTablesRefuseChanges() {
        for (var change : new String[] {
            "UPDATE audit_entry SET reason = NULL", "DELETE FROM audit_entry", "TRUNCATE audit_entry",
            "UPDATE audit_seal SET position = 0", "DELETE FROM audit_seal", "TRUNCATE audit_seal"
        }) {
            assertThatThrownBy(() -> sql(change)).hasMessageContaining("append-only");
        }
    }

    @Test
    void anEntryNeedsTheTransactionOfItsDeed() {
        assertThatThrownBy(() -> trail.record("x", "note", 1, null, null, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void auditorsReadTheTrailAndOthersDoNot() {
        given().auth()
                .oauth2(TestTokens.of("a", "auditor"))
                .get("/v1/audit/notes?objectId=3")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items", hasSize(1))
                .body("items[0].actor", equalTo("system"))
                .body("items[0].after.n", equalTo(3));
        given().auth()
                .oauth2(TestTokens.of("a", "auditor"))
                .get("/v1/audit/notes?recordedAfter=2020-01-01T00:00:00Z&action=note.counted&pageSize=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].objectId", equalTo("5"));
        given().auth()
                .oauth2(TestTokens.of("a", "auditor"))
                .get("/v1/audit/notes?actor=a")
                .then()
                .body("items.action", equalTo(List.of("audit.read", "audit.read")))
                .body("items[0].objectId", equalTo("notes"));
        given().auth()
                .oauth2(TestTokens.of("a", "partner"))
                .get("/v1/audit/notes")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("a", "auditor"))
                .get("/v1/audit/others")
                .then()
                .statusCode(404);
    }

    @Test
    void aRequestsEntryNamesItsCallerAndRequest() {
        given().auth()
                .oauth2(TestTokens.of("lv", Map.of("organisation", "LV-SBG"), "applicant"))
                .header("X-Request-Id", "request-4711")
                .contentType("application/json")
                .body(Map.of("title", "audited"))
                .post("/v1/notes")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(TestTokens.of("a", "auditor"))
                .get("/v1/audit/notes?actor=lv")
                .then()
                .body("items[0].organisation", equalTo("LV-SBG"))
                .body("items[0].requestId", equalTo("request-4711"))
                .body("items[0].after.title", equalTo("audited"));
        sealer.seal();
        assertThat(verify("").extract().<Boolean>path("intact")).isTrue();
    }
}
