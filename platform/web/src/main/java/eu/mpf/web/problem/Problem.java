package eu.mpf.web.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done (RFC 9457).
 *
 * @param type address of the page that explains this kind of problem
 * @param instance the path that was asked for
 * @param requestId what to quote when asking for help
 */
@Schema(
        name = "Problem",
        description = "Why a request was not done (RFC 9457, application/problem+json).",
        examples = """
                {"type":"http://localhost:8080/problems/validation-failed","title":"The request breaks a rule",\
                "status":400,"detail":"/title: must not be blank","instance":"/v1/projects",\
                "code":"validation-failed","requestId":"0199f0c2-5ad5-7e30-9f4e-1b0f2f6c7a11",\
                "errors":[{"pointer":"/title","code":"not-blank","message":"must not be blank"}]}""")
public record Problem(
        @Schema(required = true, format = "uri") String type,
        @Schema(required = true) String title,
        @Schema(required = true) int status,
        @Nullable String detail,
        @Nullable String instance,
        @Schema(required = true) String code,
        @Nullable String requestId,
        @Nullable List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
