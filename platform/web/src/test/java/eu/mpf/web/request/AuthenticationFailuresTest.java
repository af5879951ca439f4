package eu.mpf.web.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.web.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
class AuthenticationFailuresTest {

    private static final String KNOWN_PATH = "/v1/notes/0199f0c2-5ad5-7e30-9f4e-1b0f2f6c7a12";

    @Inject
    BeforeResources before;

    @Test
    void noPathIsLookedUpBeforeItIsMatched() {
        given().get(KNOWN_PATH).then().statusCode(404);

        assertThat(before.seen.get(KNOWN_PATH))
                .as("what failures are handed to, and the path's template")
                .isEqualTo("FailingDefaultAuthFailureHandler, null");
    }

    @Test
    void aTokenThatIsNoneIsAProblemAndCountedUnderItsPathsTemplate() {
        given().auth()
                .oauth2("no-token")
                .get(KNOWN_PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
        given().get("/q/metrics").then().body(containsString("status=\"401\",uri=\"/v1/notes/{"));
    }

    /** Looks at every request just before it goes to its resource. */
    @Singleton
    static class BeforeResources {
        private static final int BEHIND_AUTHENTICATION = 198;

        final Map<String, String> seen = new ConcurrentHashMap<>();

        void install(@Observes Filters filters) {
            filters.register(
                    request -> {
                        Object handler = request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
                        Object template = Vertx.currentContext().getLocal("UrlPathTemplate");
                        seen.put(request.normalizedPath(), handler.getClass().getSimpleName() + ", " + template);
                        request.next();
                    },
                    BEHIND_AUTHENTICATION);
        }
    }
}
