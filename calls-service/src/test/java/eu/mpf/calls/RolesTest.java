package eu.mpf.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Every role against every operation on calls, applications and what follows from them. */
@MpfTest
@Tag("X17")
class RolesTest {

    private static final Set<String> TAGS = Set.of(
            "Calls",
            "Clarifications",
            "Applications",
            "Receipts",
            "Saved searches",
            "Check",
            "Consultations",
            "Evaluation",
            "Committee",
            "Grants",
            "Letters",
            "Reviews");

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
    private static final Set<String> APPLICANT = Set.of("applicant-lv");
    private static final Set<String> OFFICER = Set.of("programme-officer");
    private static final Set<String> STAFF = Set.of("programme-officer", "finance-officer", "auditor", "administrator");

    /** Operations that ask for no token. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /v1/calls",
            "GET /v1/calls/{callId}",
            "GET /v1/calls/{callId}/corrigenda",
            "GET /v1/calls/{callId}/funds",
            "GET /v1/calls/{callId}/guidelines",
            "GET /v1/calls/{callId}/guidelines/{fileId}",
            "GET /v1/calls/{callId}/guidelines/{fileId}/content",
            "GET /v1/calls/{callId}/versions",
            "GET /v1/calls/{callId}/clarifications",
            "GET /v1/calls/{callId}/clarifications/{clarificationId}",
            "GET /v1/receipts/keys",
            "POST /v1/receipts:verify");

    /** Operation and who may call it; what of it is theirs is another question. */
    private static Map<String, Set<String>> rules() {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        PUBLIC.forEach(operation -> rules.put(operation, EVERYBODY));
        calls(rules);
        applications(rules);
        afterwards(rules);
        return rules;
    }

    private static void calls(Map<String, Set<String>> rules) {
        String call = "/v1/calls/{callId}";
        rules.put("POST /v1/calls", OFFICER);
        rules.put("POST /v1/calls:import", OFFICER);
        rules.put("PATCH " + call, OFFICER);
        rules.put("DELETE " + call, OFFICER);
        for (String command : List.of("publish", "amend", "suspend", "reopen", "close", "cancel")) {
            rules.put("POST " + call + ":" + command, OFFICER);
        }
        rules.put("GET " + call + "/pipeline", with(STAFF, "committee-1"));
        rules.put("GET " + call + "/provenance", Set.of("programme-officer", "auditor", "administrator"));
        rules.put("POST " + call + "/guidelines", OFFICER);
        rules.put("POST " + call + "/clarifications", APPLICANT);
        rules.put("POST " + call + "/clarifications/{clarificationId}:answer", OFFICER);
        String search = "/v1/saved-searches/{searchId}";
        rules.put("GET /v1/saved-searches", EVERYBODY);
        rules.put("POST /v1/saved-searches", EVERYBODY);
        rules.put("GET " + search, EVERYBODY);
        rules.put("PATCH " + search, EVERYBODY);
        rules.put("DELETE " + search, EVERYBODY);
        rules.put("GET " + search + "/matches", EVERYBODY);
    }

    private static void applications(Map<String, Set<String>> rules) {
        String application = "/v1/applications/{applicationId}";
        rules.put("GET /v1/applications", EVERYBODY);
        rules.put("POST /v1/applications", APPLICANT);
        for (String part : List.of(
                "",
                "/attachments",
                "/attachments/{fileId}",
                "/attachments/{fileId}/content",
                "/budget",
                "/contact",
                "/history",
                "/partners",
                "/receipt",
                "/submissions")) {
            rules.put("GET " + application + part, EVERYBODY);
        }
        rules.put(
                "GET " + application + "/attachments/{fileId}/accesses",
                Set.of("programme-officer", "auditor", "data-protection-officer", "administrator"));
        rules.put("PATCH " + application, APPLICANT);
        rules.put("DELETE " + application, APPLICANT);
        rules.put("POST " + application + "/attachments", APPLICANT);
        rules.put("DELETE " + application + "/attachments/{fileId}", APPLICANT);
        rules.put("PUT " + application + "/budget", APPLICANT);
        rules.put("PUT " + application + "/contact", APPLICANT);
        rules.put("POST " + application + "/partners", APPLICANT);
        rules.put("DELETE " + application + "/partners/{partnerId}", APPLICANT);
        for (String command : List.of("invite", "confirm", "decline")) {
            rules.put("POST " + application + "/partners/{partnerId}:" + command, APPLICANT);
        }
        rules.put("POST " + application + ":submit", APPLICANT);
        rules.put("POST " + application + ":withdraw", APPLICANT);
        rules.put("POST " + application + ":validate", Set.of("programme-officer", "applicant-lv"));
        rules.put("POST " + application + ":invite", OFFICER);
        rules.put("POST " + application + ":decline", OFFICER);
    }

    private static void afterwards(Map<String, Set<String>> rules) {
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
            int anonymous = call(Api.anonymous(), operation);
            if (PUBLIC.contains(operation) ? !letIn(operation, anonymous) : anonymous != 401) {
                wrong.add("anonymous " + operation + ": " + anonymous);
            }
            for (String identity : IDENTITIES) {
                int status = call(Api.as(identity), operation);
                if (allowed.contains(identity) ? !letIn(operation, status) : status != 403) {
                    wrong.add(identity + " " + operation + ": " + status);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** A list is answered, and an import with what became of each row; of what is not there, or is asked with nothing, that is said. */
    private static boolean letIn(String operation, int status) {
        boolean answered = operation.startsWith("GET") && !operation.contains("{") || operation.endsWith(":import");
        return answered ? status == 200 : status == 404 || status == 400;
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
            default -> posted(request, path);
        };
        return sent.request(method, path).statusCode();
    }

    private static RequestSpecification posted(RequestSpecification request, String path) {
        if (path.endsWith("/attachments") || path.endsWith("/guidelines")) {
            return request.multiPart("file", "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "application/pdf")
                    .multiPart("kind", "OTHER");
        }
        if (path.endsWith(":import")) {
            return request.contentType("application/x-ndjson").body("{}".getBytes(StandardCharsets.US_ASCII));
        }
        return request.contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{}");
    }
}
