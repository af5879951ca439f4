package eu.mpf.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Writes and reads page tokens: where a list stands, signed so that nobody else can make one (HMAC-SHA-256, 128 bits). */
final class PageTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIGNATURE_BYTES = 16;

    private final SecretKeySpec key;

    PageTokens(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /**
     * What a token holds.
     *
     * @param sort the sort it was made for
     * @param filter hash of the query and its arguments
     * @param keys the last row's sort values and id, as PostgreSQL prints them
     */
    record Position(String sort, String filter, List<@Nullable String> keys) {}

    String write(Position position) {
        try {
            var payload = JSON.writeValueAsBytes(position);
            var signature = sign(payload);
            var token = Arrays.copyOf(signature, signature.length + payload.length);
            System.arraycopy(payload, 0, token, signature.length, payload.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a page position is plain text", e);
        }
    }

    /** @throws ProblemException 400 for a token that is not ours, or was made for another sort or filter */
    Position read(String token, String sort, String filter) {
        var position = verified(token);
        if (!position.sort().equals(sort) || !position.filter().equals(filter)) {
            throw refused("The page token belongs to a list with other parameters.", "other-parameters");
        }
        return position;
    }

    private Position verified(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length > SIGNATURE_BYTES) {
                var payload = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
                if (MessageDigest.isEqual(sign(payload), Arrays.copyOf(bytes, SIGNATURE_BYTES))) {
                    return JSON.readValue(payload, Position.class);
                }
            }
        } catch (IllegalArgumentException | java.io.IOException e) {
            // Not Base64 or not JSON: the same answer as a wrong signature.
        }
        throw refused("The page token was not issued by this service.", "invalid");
    }

    private byte[] sign(byte[] payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    private static ProblemException refused(String detail, String code) {
        return new ProblemException(
                CommonProblem.INVALID_PAGE_TOKEN, detail, List.of(new FieldError("?pageToken", code, detail)));
    }
}
