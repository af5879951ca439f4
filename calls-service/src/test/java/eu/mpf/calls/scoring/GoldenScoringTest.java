package eu.mpf.calls.scoring;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.GoldenData;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scoring shapes of the golden call, each built from that file's numbers over the API. */
@MpfTest
@Tag("C16")
class GoldenScoringTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVALUATOR = "evaluator-1";

    private JsonNode golden;

    @BeforeEach
    void readTheFile() throws IOException {
        golden = GoldenData.read("call-2023-borders-security.json");
    }

    private JsonNode shape(String name) {
        return StreamSupport.stream(golden.path("scoringShapesSeenInEuCalls").spliterator(), false)
                .filter(shape -> shape.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void zeroToFive() {
        JsonNode shape = shape("zero-to-five");
        BigDecimal least = shape.path("minimumEach").decimalValue();
        BigDecimal most = shape.path("scale").get(1).decimalValue();
        ObjectNode scheme = scheme(shape);
        scheme.put("overallThreshold", shape.path("overall").decimalValue());
        for (int i = 0; i < shape.path("criteria").asInt(); i++) {
            criterion(scheme, i).put("threshold", least);
        }
        String call = openCall(with(scheme));
        // Exactly the overall threshold, every minimum reached.
        BigDecimal rest = shape.path("overall").decimalValue().subtract(least.multiply(new BigDecimal(2)));
        scored(call, "applicant-lv", marks(rest, least, least))
                .then()
                .statusCode(200)
                .body("total.toString()", decimal(shape.path("overall").decimalValue()))
                .body("passes", equalTo(true));
        // Every minimum reached, the overall threshold not.
        scored(call, "applicant-lt", marks(least, least, least)).then().body("passes", equalTo(false));
        // The overall threshold reached, one minimum not.
        scored(call, "applicant-pt", marks(most, most, least.subtract(BigDecimal.ONE)))
                .then()
                .body("passes", equalTo(false));
        scored(call, "applicant-lv", marks(most, most, most))
                .then()
                .body("total.toString()", decimal(shape.path("maximum").decimalValue()));
        scored(call, "applicant-lv", marks(most.add(BigDecimal.ONE), most, most))
                .then()
                .statusCode(400);
    }

    @Test
    void hundredPoints() {
        JsonNode shape = shape("hundred-points");
        ObjectNode scheme = scheme(shape);
        scheme.put("overallThreshold", shape.path("overall").decimalValue());
        BigDecimal[] maxima = decimals(shape.path("maxima"));
        for (int i = 0; i < maxima.length; i++) {
            criterion(scheme, i).put("maximum", maxima[i]);
        }
        BigDecimal sum = Stream.of(maxima).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(shape.path("scale").get(1).decimalValue());
        String call = openCall(with(scheme));
        scored(call, "applicant-lv", marks(maxima))
                .then()
                .body("total.toString()", decimal(sum))
                .body("passes", equalTo(true));
        BigDecimal lost = sum.subtract(shape.path("overall").decimalValue());
        scored(call, "applicant-lt", marks(less(maxima, lost)))
                .then()
                .body("total.toString()", decimal(shape.path("overall").decimalValue()))
                .body("passes", equalTo(true));
        scored(call, "applicant-pt", marks(less(maxima, lost.add(new BigDecimal("0.01")))))
                .then()
                .body("passes", equalTo(false));
        BigDecimal[] beyond = maxima.clone();
        beyond[1] = beyond[1].add(new BigDecimal("0.01"));
        scored(call, "applicant-lv", marks(beyond)).then().statusCode(400);
    }

    @Test
    void aThresholdForEachAndOneForTheSum() {
        JsonNode hundred = shape("hundred-points");
        assertThat(shape("individual-and-overall").path("note").asText()).contains("each criterion", "the sum");
        BigDecimal[] maxima = decimals(hundred.path("maxima"));
        BigDecimal share = hundred.path("overall")
                .decimalValue()
                .divide(hundred.path("scale").get(1).decimalValue());
        ObjectNode scheme = scheme(hundred);
        scheme.put("overallThreshold", hundred.path("overall").decimalValue());
        BigDecimal[] thresholds = new BigDecimal[maxima.length];
        for (int i = 0; i < maxima.length; i++) {
            thresholds[i] = maxima[i].multiply(share);
            criterion(scheme, i).put("maximum", maxima[i]).put("threshold", thresholds[i]);
        }
        String call = openCall(with(scheme));
        scored(call, "applicant-lv", marks(thresholds)).then().body("passes", equalTo(true));
        BigDecimal[] one = maxima.clone();
        one[4] = thresholds[4].subtract(new BigDecimal("0.01"));
        scored(call, "applicant-lt", marks(one)).then().body("passes", equalTo(false));
    }

    @Test
    @Tag("C9")
    void preselectionTakesNotesInOrderOfScoreUntilTheSumReachesTwiceTheEnvelope() {
        assertThat(shape("preselection").path("note").asText()).contains("in order of score", "twice the envelope");
        // Two envelopes of 150,000 hold one and a half requests of 190,000: the second reaches them, the third does not
        // go on.
        String call = openCall(with(zeroToFive("CONCEPT_NOTE"))
                .replace(
                        "\"conceptNote\": false",
                        "\"conceptNote\": true, \"preselection\": {\"envelopeMultiple\": \"2\"}")
                .replace("\"amount\": \"6000000.00\"", "\"amount\": \"150000.00\""));
        String second = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String first = submitted("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        String third = submitted("applicant-pt", call, content("BMVI", "200000.00", "190000.00"));
        agree(second, marks(decimals("4", "4", "4"))).then().statusCode(200);
        agree(first, marks(decimals("5", "4", "4"))).then().statusCode(200);
        agree(third, marks(decimals("4", "4", "3"))).then().statusCode(200);
        Api.as("programme-officer")
                .queryParam("stage", "CONCEPT_NOTE")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .statusCode(200)
                .body("items.applicationId", contains(first, second, third))
                .body("items.standing", contains("RECOMMENDED", "RECOMMENDED", "RESERVE"));
    }

    @Test
    @Tag("C17")
    void tiesAreBrokenInTheOrderOfTheListAndEqualToTheEndIsDecidedByHand() {
        assertThat(shape("tie-break").path("note").asText()).contains("ordered list", "explicit decision");
        ObjectNode scheme = zeroToFive("FULL_APPLICATION");
        scheme.putArray("tieBreaks").add("c1").add("c0");
        // The money reaches for two of three.
        String call = openCall(with(scheme).replace("\"amount\": \"6000000.00\"", "\"amount\": \"400000.00\""));
        String best = ranked(call, "applicant-lv", marks(decimals("3", "5", "4")));
        String equal = ranked(call, "applicant-lt", marks(decimals("4", "4", "4")));
        String twin = ranked(call, "applicant-pt", marks(decimals("4", "4", "4")));
        Api.as("programme-officer")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .statusCode(200)
                .body("items[0].applicationId", equalTo(best))
                .body("items.standing", contains("RECOMMENDED", "TIE_TO_DECIDE", "TIE_TO_DECIDE"));
        as("programme-officer")
                .body(Map.of("applications", List.of(twin, equal), "reason", "The committee decided so."))
                .post("/v1/calls/" + call + "/ranking:decide-tie")
                .then()
                .statusCode(200);
        Api.as("programme-officer")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .body("items.applicationId", contains(best, twin, equal))
                .body("items.standing", contains("RECOMMENDED", "RECOMMENDED", "RESERVE"));
    }

    private ObjectNode zeroToFive(String stage) {
        JsonNode shape = shape("zero-to-five");
        ObjectNode scheme = scheme(shape);
        for (int i = 0; i < shape.path("criteria").asInt(); i++) {
            criterion(scheme, i);
        }
        return scheme.put("stage", stage);
    }

    private static ObjectNode scheme(JsonNode shape) {
        ObjectNode scheme = JSON.createObjectNode();
        scheme.put("minimum", shape.path("scale").get(0).decimalValue());
        scheme.put("maximum", shape.path("scale").get(1).decimalValue());
        return scheme;
    }

    private static ObjectNode criterion(ObjectNode scheme, int number) {
        ArrayNode criteria = scheme.withArray("criteria");
        ObjectNode criterion = criteria.addObject().put("code", "c" + number);
        criterion.putObject("title").put("en", "Criterion " + number);
        return criterion;
    }

    /** The terms of a call with this scheme; a concept note's stands beside one for the full application. */
    private static String with(ObjectNode scheme) {
        try {
            JsonNode stage = scheme.remove("stage");
            ObjectNode terms = (ObjectNode) JSON.readTree(officerTerms());
            ObjectNode scoring = terms.putObject("scoring");
            scoring.set("FULL_APPLICATION", scheme);
            if (stage != null && stage.asText().equals("CONCEPT_NOTE")) {
                scoring.set("CONCEPT_NOTE", scheme.deepCopy());
            }
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(terms)
                    .replace("\" : ", "\": ");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigDecimal[] decimals(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .map(JsonNode::decimalValue)
                .toArray(BigDecimal[]::new);
    }

    private static BigDecimal[] decimals(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    /** The same marks with so much less in all, taken from the first that have it. */
    private static BigDecimal[] less(BigDecimal[] marks, BigDecimal all) {
        BigDecimal[] lower = marks.clone();
        BigDecimal left = all;
        for (int i = 0; i < lower.length; i++) {
            BigDecimal taken = left.min(lower[i]);
            lower[i] = lower[i].subtract(taken);
            left = left.subtract(taken);
        }
        return lower;
    }

    private static Map<String, BigDecimal> marks(BigDecimal... marks) {
        Map<String, BigDecimal> byCode = new LinkedHashMap<>();
        for (int i = 0; i < marks.length; i++) {
            byCode.put("c" + i, marks[i]);
        }
        return byCode;
    }

    /** The same number, however many zeros end it. */
    private static Matcher<String> decimal(BigDecimal number) {
        return new FeatureMatcher<>(comparesEqualTo(number), "a number", "number") {
            @Override
            protected BigDecimal featureValueOf(String actual) {
                return new BigDecimal(actual);
            }
        };
    }

    private static String ranked(String call, String applicant, Map<String, BigDecimal> marks) {
        String id = eligible(applicant, call, content("BMVI", "200000.00", "190000.00"));
        agree(id, marks).then().statusCode(200);
        return id;
    }

    private static Response scored(String call, String applicant, Map<String, BigDecimal> marks) {
        return agree(eligible(applicant, call, content("BMVI", "200000.00", "190000.00")), marks);
    }

    /** One review with these marks and, where that is taken, the consensus on them. */
    private static Response agree(String application, Map<String, BigDecimal> marks) {
        String path = "/v1/evaluations/" + Awarding.assign(application, EVALUATOR);
        as(EVALUATOR)
                .header("If-Match", etag(EVALUATOR, path))
                .body(Map.of("marks", marks))
                .put(path)
                .then()
                .statusCode(200);
        Response review =
                as(EVALUATOR).header("If-Match", etag(EVALUATOR, path)).post(path + ":submit");
        if (review.statusCode() != 200) {
            return review;
        }
        return as(EVALUATOR).body(Map.of("marks", marks)).post("/v1/applications/" + application + "/consensus");
    }
}
