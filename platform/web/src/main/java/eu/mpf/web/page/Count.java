package eu.mpf.web.page;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many rows match.
 *
 * @param count never more than {@link #LIMIT}: counting further would cost more than it tells
 */
@Schema(name = "Count", description = "How many items match; exact up to 10,000.")
public record Count(
        @Schema(required = true) long count,
        @Schema(required = true) Type type) {

    /** The count stops here. */
    public static final long LIMIT = 10_001;

    /** Whether the count is the whole truth. */
    @Schema(name = "CountType")
    public enum Type {
        EXACT,
        AT_LEAST
    }

    static Count of(long counted) {
        return new Count(counted, counted < LIMIT ? Type.EXACT : Type.AT_LEAST);
    }
}
