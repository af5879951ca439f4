package eu.mpf.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody did while signed in is found by a request for their account, and stays. */
@MpfTest
@Tag("X12")
class AccountsTest {

    @Inject
    @Any
    Instance<SubjectData> people;

    @Inject
    PersonHash hashes;

    @Test
    void whatAnAccountDecidedAndRecordedIsToldToItAndKept() {
        String account = "account-" + UUID.randomUUID();
        String name = "s" + UUID.randomUUID();
        Api.as("programme-officer", Map.of("sub", account))
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "criteria", Map.of("code", List.of("NONE-1"))))
                .post("/v1/portfolio/snapshots")
                .then()
                .statusCode(201);
        String hash = hashes.ofSubject(account);
        SubjectData accounts = people.stream()
                .filter(part -> part.name().equals("accounts"))
                .findFirst()
                .orElseThrow();
        List<? extends JsonNode> told = QuarkusTransaction.requiringNew().call(() -> accounts.export(hash));
        assertThat(told)
                .extracting(record -> record.path("column").asText())
                .containsOnly("snapshot.taken_by", "audit_entry.actor");
        assertThat(told)
                .filteredOn(record -> record.path("column").asText().equals("snapshot.taken_by"))
                .singleElement()
                .satisfies(
                        record -> assertThat(record.at("/record/name").asText()).isEqualTo(name));
        assertThat(QuarkusTransaction.requiringNew().call(() -> accounts.erase(hash)))
                .isEqualTo(new SubjectData.Erased(0, told.size()));
        assertThat(Sql.count("SELECT count(*) FROM snapshot WHERE taken_by = ?", account))
                .isEqualTo(1);
    }
}
