package eu.mpf.web.version;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Sha256;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Versions as strong entity tags: {@code "7"} (RFC 9110, 8.8.3). A writer names the one version it has seen: a weak tag
 * (never equal in If-Match), {@code *} (any version will do) and lists of tags are refused with 400, since each of them
 * could overwrite what the writer has not seen.
 *
 * <p>Some answers also show what is not theirs and changes without them: a place in a line, the title that another service
 * gave a project. Their tag says so behind the version, {@code "7-1f0c…"}, so that nobody is told 304 of what has changed. A
 * writer overwrites none of that: for If-Match the version alone counts.
 */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:-[0-9a-f]{16})?\"");
    private static final int SHOWN_BYTES = 8;

    private Versions() {}

    public static EntityTag etag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Of an answer that shows more than what has this version.
     *
     * @param shown all the rest that is shown, as texts that are the same in every instance as long as it is the same
     */
    public static EntityTag etag(long version, @Nullable Object... shown) {
        var digest = Sha256.digest();
        for (var each : shown) {
            // The kind and length first: otherwise two values could run into each other.
            var text = String.valueOf(each);
            digest.update("%b%d:%s".formatted(each == null, text.length(), text).getBytes(StandardCharsets.UTF_8));
        }
        return new EntityTag(version + "-" + HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES));
    }

    /**
     * The version an If-Match header names.
     *
     * @throws ProblemException 428 without the header, 400 if it is not one strong tag, 412 if it is a tag we never issue
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    CommonProblem.PRECONDITION_REQUIRED,
                    "Send the ETag you have seen as If-Match: \"7\", for example.");
        }
        var tag = ifMatch.strip();
        var version = TAG.matcher(tag);
        if (version.matches()) {
            return Long.parseLong(version.group(1));
        }
        if (tag.matches("\"[^\"]*\"")) {
            throw stale();
        }
        throw new ProblemException(
                CommonProblem.VALIDATION_FAILED,
                "If-Match must be the one strong ETag you have seen: no weak tag, no *, no list.",
                List.of(new FieldError("If-Match", "invalid", "must be one strong entity tag")));
    }

    /** @throws ProblemException 412 unless the expected version is the actual one */
    public static void check(long expected, long actual) {
        if (expected != actual) {
            throw stale();
        }
    }

    private static ProblemException stale() {
        return new ProblemException(
                CommonProblem.VERSION_CONFLICT, "The resource has another version now. Read it again, then decide.");
    }
}
