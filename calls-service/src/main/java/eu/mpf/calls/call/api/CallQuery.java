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
    @Parameter(description = "Part of the key or of the title.")
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

    @QueryParam("deadlineAfter")
    public @Nullable Instant deadlineAfter;

    @QueryParam("deadlineBefore")
    public @Nullable Instant deadlineBefore;

    public CallFilter filter(AskedCodes codes) {
        return new CallFilter(q, key, status, codes.funds(fund), codes.regions(region), deadlineAfter, deadlineBefore);
    }
}
