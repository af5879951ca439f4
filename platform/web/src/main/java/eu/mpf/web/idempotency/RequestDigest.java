package eu.mpf.web.idempotency;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes two requests one: the key, whose it is, and what is asked under it. */
final class RequestDigest {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private RequestDigest() {}

    /** @throws ProblemException 400 unless the key, if there is one, is 1 to 255 printable ASCII characters */
    static @Nullable String checked(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED,
                    "Idempotency-Key must be 1 to 255 printable characters, best a UUID.",
                    List.of(new FieldError(CurrentRequest.HEADER, "invalid", "must be 1 to 255 printable characters")));
        }
        return key;
    }

    /** Another caller's key is another key, and so is the same key at another method or path. */
    static byte[] scope(String caller, String method, String path, String key) {
        return Digests.sha256(caller, method, path, key);
    }

    /** @param body what tells two bodies apart */
    static byte[] asked(@Nullable String query, @Nullable String contentType, String body) {
        return Digests.sha256(Objects.toString(query, ""), mediaType(contentType), body);
    }

    /** Without the boundary of a form, which is another at every attempt. */
    private static String mediaType(@Nullable String header) {
        var type = Objects.toString(header, "");
        return type.startsWith("multipart/") ? type.split(";", 2)[0] : type;
    }
}
