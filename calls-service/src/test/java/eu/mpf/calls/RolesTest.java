package eu.mpf.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every role against every operation on an application after it was handed in. */
@MpfTest
@Tag("X17")
class RolesTest {

    private static final Set<String> TAGS =
            Set.of("Check", "Consultations", "Evaluation", "Committee", "Grants", "Letters", "Reviews");

    private static final List<String> IDENTITIES = List.of(
            "programme-officer",
            "finance-officer",
            "event-manager",
            "rapporteur",
            "evaluator-1",
            "committee-1",
            "consultee",
            "applicant-lv",
            "auditor",
            "data-protection-officer",
            "administrator",
            "partner");

    private static final Set<String> EVERYBODY = Set.copyOf(IDENTITIES);
    private static final Set<String> OFFICER = Set.of("programme-officer");
    private static final Set<String> STAFF = Set.of("programme-officer", "finance-officer", "auditor", "administrator");

    /** Operation and who may call it; what of it is theirs is another question. */
    private static Map<String, Set<String>> rules() {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        String application = "/v1/applications/{applicationId}";
        rules.put("GET " + application + "/eligibility", EVERYBODY);
        rules.put("POST " + application + "/eligibility", OFFICER);
        rules.put("POST " + application + ":return", OFFICER);
        rules.put("POST " + application + ":resume", Set.of("applicant-lv"));
        rules.put("GET " + application + "/clarification-requests", EVERYBODY);
        rules.put("POST " + application + "/clarification-requests/{requestId}:lapse", OFFICER);
        rules.put("GET " + application + "/clock", EVERYBODY);
        rules.put("GET " + application + "/consultations", with(STAFF, "committee-1", "consultee"));
        rules.put("POST " + application + "/consultations", OFFICER);
        rules.put("GET " + application + "/consultations/{consultationId}", with(STAFF, "committee-1", "consultee"));
        rules.put("POST " + application + "/consultations/{consultationId}:advise", Set.of("consultee"));
        rules.put("POST " + application + "/consultations/{consultationId}:cancel", OFFICER);
        Set<String> reviewers = Set.of("programme-officer", "auditor", "administrator", "evaluator-1", "committee-1");
        rules.put("GET " + application + "/evaluations", reviewers);
        rules.put("POST " + application + "/evaluations", OFFICER);
        rules.put("GET " + application + "/consensus", reviewers);
        rules.put("POST " + application + "/consensus", Set.of("programme-officer", "evaluator-1"));
        rules.put(
                "GET /v1/evaluations/{evaluationId}",
                Set.of("programme-officer", "auditor", "administrator", "evaluator-1"));
        rules.put("PUT /v1/evaluations/{evaluationId}", Set.of("evaluator-1"));
        rules.put("DELETE /v1/evaluations/{evaluationId}", OFFICER);
        rules.put("POST /v1/evaluations/{evaluationId}:declare-conflict", Set.of("evaluator-1"));
        rules.put("POST /v1/evaluations/{evaluationId}:submit", Set.of("evaluator-1"));
        rules.put("GET /v1/calls/{callId}/evaluators", Set.of("programme-officer", "auditor", "administrator"));
        rules.put("GET /v1/calls/{callId}/ranking", with(STAFF, "committee-1"));
        rules.put("POST /v1/calls/{callId}/ranking:decide-tie", Set.of("programme-officer", "committee-1"));
        String meeting = "/v1/committee-meetings/{meetingId}";
        Set<String> sitting = Set.of("programme-officer", "auditor", "administrator", "committee-1");
        rules.put("GET /v1/committee-meetings", with(STAFF, "committee-1"));
        rules.put("POST /v1/committee-meetings", OFFICER);
        rules.put("GET " + meeting, with(STAFF, "committee-1"));
        rules.put("PATCH " + meeting, OFFICER);
        rules.put("POST " + meeting + ":open", Set.of("programme-officer", "committee-1"));
        rules.put("POST " + meeting + ":close", Set.of("programme-officer", "committee-1"));
        rules.put("GET " + meeting + "/members", sitting);
        rules.put("POST " + meeting + "/members", OFFICER);
        rules.put("PUT " + meeting + "/members/{member}", OFFICER);
        rules.put("DELETE " + meeting + "/members/{member}", OFFICER);
        rules.put("POST " + meeting + "/members/{member}:declare-conflict", Set.of("committee-1"));
        rules.put("GET " + meeting + "/agenda", sitting);
        rules.put("POST " + meeting + "/agenda", OFFICER);
        rules.put("DELETE " + meeting + "/agenda/{applicationId}", OFFICER);
        rules.put("GET " + meeting + "/votes", sitting);
        rules.put("POST " + meeting + "/votes", Set.of("committee-1"));
        rules.put("GET " + meeting + "/minutes", sitting);
        rules.put("PUT " + meeting + "/minutes", OFFICER);
        rules.put("GET " + application + "/decision", EVERYBODY);
        rules.put("POST " + application + "/decision", OFFICER);
        rules.put("GET /v1/grants", EVERYBODY);
        rules.put("GET /v1/grants/{grantId}", EVERYBODY);
        rules.put("POST /v1/grants/{grantId}:sign", Set.of("programme-officer", "finance-officer"));
        rules.put("POST /v1/grants/{grantId}:withdraw", OFFICER);
        rules.put("POST /v1/grants/{grantId}/conditions/{number}:meet", Set.of("programme-officer", "finance-officer"));
        rules.put("GET " + application + "/letters", with(STAFF, "applicant-lv"));
        rules.put("POST " + application + "/letters", OFFICER);
        rules.put("GET " + application + "/letters/{letterId}", with(STAFF, "applicant-lv"));
        rules.put("POST /v1/calls/{callId}/letters", OFFICER);
        rules.put("POST /v1/calls/{callId}/letters:batch", OFFICER);
        rules.put("GET /v1/operations/calls/{operationId}", Set.of("programme-officer", "auditor", "administrator"));
        rules.put("GET /v1/operations/calls/{operationId}/letters", Set.of("programme-officer", "administrator"));
        rules.put("GET /v1/review-requests", with(STAFF, "applicant-lv"));
        rules.put("POST /v1/review-requests", Set.of("applicant-lv"));
        rules.put("GET /v1/review-requests/{reviewRequestId}", with(STAFF, "applicant-lv"));
        rules.put("POST /v1/review-requests/{reviewRequestId}:decide", OFFICER);
        rules.put("POST /v1/review-requests/{reviewRequestId}:withdraw", Set.of("applicant-lv"));
        return rules;
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void everyOperationIsInTheTable() throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(Path.of("src/main/contracts/openapi.yaml").toFile())
                .path("paths");
        List<String> operations = new ArrayList<>();
        paths.fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    for (JsonNode tag : method.getValue().path("tags")) {
                        if (TAGS.contains(tag.asText())) {
                            operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                        }
                    }
                }));
        assertThat(rules().keySet()).containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void everyRoleIsLetInOrKeptOutAsTheTableSaysAndWhatIsNotThereIsNotFound() {
        List<String> wrong = new ArrayList<>();
        rules().forEach((operation, allowed) -> {
            assertThat(call(Api.anonymous(), operation))
                    .as("anonymous " + operation)
                    .isEqualTo(401);
            for (String identity : IDENTITIES) {
                int status = call(Api.as(identity), operation);
                boolean letIn = status != 401 && status != 403;
                boolean list = operation.startsWith("GET") && !operation.contains("{");
                boolean asExpected = allowed.contains(identity)
                        ? letIn && (list ? status == 200 : status == 404 || status == 400)
                        : status == 403;
                if (!asExpected) {
                    wrong.add(identity + " " + operation + ": " + status);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static int call(RequestSpecification request, String operation) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation
                .substring(operation.indexOf(' ') + 1)
                .replace("{member}", "nobody")
                .replace("{number}", "1")
                .replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
        RequestSpecification sent = switch (method) {
            case "GET" -> request;
            case "DELETE" -> request.header("If-Match", "\"1\"");
            case "PATCH" ->
                request.contentType("application/merge-patch+json;charset=UTF-8")
                        .header("If-Match", "\"1\"")
                        .body("{}");
            default ->
                request.contentType("application/json")
                        .header("If-Match", "\"1\"")
                        .body("{}");
        };
        return sent.request(method, path).statusCode();
    }
}
