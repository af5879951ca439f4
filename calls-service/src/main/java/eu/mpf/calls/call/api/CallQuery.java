package eu.mpf.calls.call.api;

import eu.mpf.calls.call.AskedCodes;
import eu.mpf.calls.call.CallFilter;
import eu.mpf.calls.call.CallStatus;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that narrow a list of calls, taken as {@code @BeanParam}; repeated ones mean "or". */
public class CallQuery {

    @QueryParam("q")
    @Parameter(description = "Part of the key, or of the title or summary in any language.")
    public @Nullable String q;

    @QueryParam("key")
    public @Nullable String key;

    @QueryParam("status")
    public List<CallStatus> status = List.of();

    @QueryParam("fund")
    @Parameter(description = "A code, alias or name of the code list funds.")
    public List<String> fund = List.of();

    @QueryParam("region")
    @Parameter(description = "A code, alias or name of the code list regions.")
    public List<String> region = List.of();

    @QueryParam("theme")
    @Parameter(description = "A code, alias or name of the code list themes.")
    public List<String> theme = List.of();

    @QueryParam("sector")
    @Parameter(description = "A code, alias or name of the code list sectors.")
    public List<String> sector = List.of();

    @QueryParam("country")
    @Parameter(
            description = "A partner country by code, alias or name; also finds calls that are open to every country.")
    public List<String> country = List.of();

    @QueryParam("applicantKind")
    @Parameter(
            description =
                    "Who wants to apply, by code, alias or name of the code list organisation-kinds; also finds calls that are open to every kind of body.")
    public List<String> applicantKind = List.of();

    @QueryParam("deadlineAfter")
    public @Nullable Instant deadlineAfter;

    @QueryParam("deadlineBefore")
    public @Nullable Instant deadlineBefore;

    public CallFilter filter(AskedCodes codes) {
        return new CallFilter(
                q,
                key,
                status,
                codes.funds(fund),
                codes.regions(region),
                codes.themes(theme),
                codes.sectors(sector),
                codes.countries(country),
                codes.applicantKinds(applicantKind),
                deadlineAfter,
                deadlineBefore);
    }
}
