package eu.mpf.gateway.search;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where to read on: the page tokens of the services, of those types that have more or did not answer. Each is signed by
 * its service and bound to the query there; that of a type which never answered is {@link #START}.
 */
final class SearchToken {

    /** From the beginning of a type's list. */
    static final String START = "";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<EnumMap<FoundType, String>> TOKENS = new TypeReference<>() {};

    private SearchToken() {}

    static String write(Map<FoundType, String> tokens) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(tokens));
        } catch (IOException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    /** @throws ProblemException 400 if it is not a token of this search */
    static Map<FoundType, String> read(String token) {
        try {
            Map<FoundType, String> tokens =
                    JSON.readValue(Base64.getUrlDecoder().decode(token), TOKENS);
            if (tokens == null || tokens.containsValue(null)) {
                throw refusal();
            }
            return tokens;
        } catch (IOException | IllegalArgumentException e) {
            throw refusal();
        }
    }

    static ProblemException refusal() {
        return new ProblemException(
                CommonProblem.INVALID_PAGE_TOKEN,
                "Give back a page token as it came, with the same query.",
                List.of(new FieldError("?pageToken", "invalid", "is not a token of this search")));
    }
}
