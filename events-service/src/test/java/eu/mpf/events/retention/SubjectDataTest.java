package eu.mpf.events.retention;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.registration.Registrations.read;
import static eu.mpf.events.registration.Registrations.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.subject.Address;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the register of a person's data finds, and that erasing leaves nothing of them and the seat to the next. */
@MpfTest
@Tag("X12")
class SubjectDataTest {

    private static SubjectData part(String name) {
        return Arc.container().select(SubjectData.class).stream()
                .filter(data -> data.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    @Test
    void aPersonIsFoundAndErasedAndTheNextInLineGetsTheSeat() {
        String event = publishedEvent(Map.of("capacity", 1)).id();
        String address = "subject-" + UUID.randomUUID() + "@example.org";
        manager()
                .body(Map.of("address", address))
                .post("/v1/events/{id}/invitations", event)
                .then()
                .statusCode(201);
        Registrations.Made made = register(event, Map.of("address", address, "name", "Erase Me"));
        Registrations.Made next = register(event, Map.of());
        String hash = Arc.container().instance(PersonHash.class).get().of(Address.of(address));

        for (String kind : List.of("registrations", "invitations")) {
            assertThat(inTransaction(() -> part(kind).export(hash)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.toString()).contains(address));
            assertThat(inTransaction(() -> part(kind).erase(hash)).erased()).isEqualTo(1);
            assertThat(inTransaction(() -> part(kind).erase(hash)).erased()).isZero();
            assertThat(inTransaction(() -> part(kind).export(hash))).isEmpty();
        }
        for (String table : List.of("registration", "invitation", "building_access", "audit_entry", "outbox_event")) {
            assertThat(Sql.count("SELECT count(*) FROM " + table + " t WHERE t::text LIKE ?", "%" + address + "%"))
                    .as(table)
                    .isZero();
        }
        read(next).then().body("status", equalTo("CONFIRMED"));
        manager().get("/v1/registrations/{id}", made.id()).then().body("status", equalTo("WITHDRAWN"));
    }

    private static void registers(String account, String event, String address) {
        Api.as("partner", Map.of("sub", account))
                .contentType(ContentType.JSON)
                .body(Registrations.body(Map.of("address", address, "name", "Zdenka " + account)))
                .post("/v1/events/{id}/registrations", event)
                .then()
                .statusCode(201);
    }

    @Test
    void aSignedInPersonIsFoundByTheAccountUnderWhateverAddressTheyRegistered() {
        String account = "account-" + UUID.randomUUID();
        registers(account, publishedEvent(Map.of()).id(), UUID.randomUUID() + "@private.example");
        registers(account, publishedEvent(Map.of()).id(), UUID.randomUUID() + "@office.example");
        String hash = Arc.container().instance(PersonHash.class).get().ofSubject(account);

        assertThat(inTransaction(() -> part("registrations").export(hash))).hasSize(2);
        assertThat(inTransaction(() -> part("accounts").export(hash)))
                .extracting(told -> told.path("column").asText())
                .contains("audit_entry.actor");
        assertThat(inTransaction(() -> part("registrations").erase(hash))).isEqualTo(new SubjectData.Erased(2, 0));
        assertThat(inTransaction(() -> part("registrations").export(hash))).isEmpty();
        assertThat(Sql.count("SELECT count(*) FROM registration t WHERE t::text LIKE ?", "%" + account + "%"))
                .isZero();
    }

    @Test
    void whoRegisteredOthersIsErasedAndTheyStayRegistered() {
        String account = "secretariat-" + UUID.randomUUID();
        String event = publishedEvent(Map.of()).id();
        String one = UUID.randomUUID() + "@delegation.example";
        registers(account, event, one);
        registers(account, event, UUID.randomUUID() + "@delegation.example");
        PersonHash hashes = Arc.container().instance(PersonHash.class).get();
        String hash = hashes.ofSubject(account);

        assertThat(inTransaction(() -> part("registrations").export(hash)))
                .as("what was done under the account")
                .hasSize(2);
        assertThat(inTransaction(() -> part("registrations").erase(hash))).isEqualTo(new SubjectData.Erased(0, 2));
        assertThat(inTransaction(() -> part("registrations").export(hash))).isEmpty();
        assertThat(inTransaction(() -> part("registrations").export(hashes.of(Address.of(one)))))
                .singleElement()
                .satisfies(each -> assertThat(each.path("status").asText()).isEqualTo("CONFIRMED"));
    }
}
