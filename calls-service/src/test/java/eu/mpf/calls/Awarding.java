package eu.mpf.calls;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.verb;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Evaluation and decisions for tests, made over the public API. */
public final class Awarding {

    private Awarding() {}

    public static String assign(String application, String evaluator) {
        return as("programme-officer")
                .body(Map.of("evaluator", evaluator))
                .post("/v1/applications/" + application + "/evaluations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static void score(String evaluator, String evaluation, double relevance, double quality, double impact) {
        String path = "/v1/evaluations/" + evaluation;
        as(evaluator)
                .header("If-Match", etag(evaluator, path))
                .body(Map.of("marks", marks(relevance, quality, impact), "comments", Map.of("relevance", "Good")))
                .put(path)
                .then()
                .statusCode(200);
        verb(evaluator, path, "submit", null).then().statusCode(200);
    }

    /** One review and the consensus on the same marks. */
    public static void consensus(String application, double relevance, double quality, double impact) {
        score("evaluator-1", assign(application, "evaluator-1"), relevance, quality, impact);
        as("evaluator-1")
                .body(Map.of("marks", marks(relevance, quality, impact)))
                .post("/v1/applications/" + application + "/consensus")
                .then()
                .statusCode(200);
    }

    private static Map<String, Double> marks(double relevance, double quality, double impact) {
        return Map.of("relevance", relevance, "quality", quality, "impact", impact);
    }

    /** An open meeting that is to award the applications; its id. */
    public static String meeting(String call, List<String> applications, String... members) {
        String id = as("programme-officer")
                .body(Map.of("callId", call, "title", "Committee", "scheduledAt", "2099-12-01T09:00:00Z"))
                .post("/v1/committee-meetings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/v1/committee-meetings/" + id;
        for (String member : members) {
            part(path, "members", Map.of("member", member, "role", "MEMBER"));
        }
        for (String application : applications) {
            part(path, "agenda", Map.of("applicationId", application, "proposal", "AWARD"));
        }
        verb("programme-officer", path, "open", null).then().statusCode(200);
        return id;
    }

    private static void part(String path, String part, Map<String, String> body) {
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(body)
                .post(path + "/" + part)
                .then()
                .statusCode(201);
    }

    public static void vote(String meeting, String application, String vote, String member) {
        as(member)
                .body(Map.of("applicationId", application, "vote", vote))
                .post("/v1/committee-meetings/" + meeting + "/votes")
                .then()
                .statusCode(200);
    }

    public static Response decide(String application, String meeting, String outcome) {
        return decide(application, Map.of("outcome", outcome, "meetingId", meeting, "reasons", "As voted"));
    }

    public static Response decideByOfficer(String application) {
        return decide(application, Map.of("outcome", "AWARD", "reasons", "Good"));
    }

    /** The letter about where the application stands. */
    public static Response letter(String application) {
        return as("programme-officer").body(Map.of()).post("/v1/applications/" + application + "/letters");
    }

    public static Response decide(String application, Map<String, ?> decision) {
        String path = "/v1/applications/" + application;
        return as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(decision)
                .post(path + "/decision");
    }

    /** Looks again until it holds, for at most 20 seconds. */
    public static void await(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(100_000_000L);
        }
    }
}
