package eu.mpf.events.registration;

import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.registration.Registrations.read;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.withdraw;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A place in line moves without anything being done to the registration. */
@MpfTest
@Tag("E5")
class StalePlacesTest {

    private static Response again(Registrations.Made made, String etag) {
        return Api.anonymous()
                .header("Registration-Token", made.token())
                .header("If-None-Match", etag)
                .get("/v1/registrations/{id}", made.id());
    }

    @Test
    void whoMovedUpIsToldSoAlsoWithACopyAtHandAndWithdrawsByIt() {
        String event = publishedEvent(Map.of("capacity", 1)).id();
        register(event, Map.of());
        Registrations.Made second = register(event, Map.of());
        Registrations.Made third = register(event, Map.of());
        Response copy = read(third);
        copy.then().body("position", equalTo(2));
        String etag = copy.header("ETag");
        again(third, etag).then().statusCode(304);

        withdraw(second).then().statusCode(200);

        again(third, etag).then().statusCode(200).body("position", equalTo(1));
        Api.anonymous()
                .contentType(ContentType.JSON)
                .header("Registration-Token", third.token())
                .header("If-Match", etag)
                .post("/v1/registrations/{id}:withdraw", third.id())
                .then()
                .statusCode(200);
    }
}
