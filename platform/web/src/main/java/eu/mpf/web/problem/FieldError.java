package eu.mpf.web.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing wrong with one part of a request.
 *
 * @param pointer JSON pointer into the body ({@code /budget/0/amount}), or {@code ?pageSize} for a query parameter
 * @param code what is wrong, for programs: {@code required}, {@code unknown}, {@code too-long} …
 * @param message what is wrong, for people
 */
@Schema(name = "FieldError", description = "One thing wrong with one part of a request.")
public record FieldError(
        @Schema(examples = "/budget/0/amount", required = true)
        String pointer,

        @Schema(examples = "required", required = true) String code,

        @Schema(examples = "must not be null", required = true)
        String message) {}
