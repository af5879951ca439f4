package eu.mpf.calls.call.api;

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
    public List<String> fund = List.of();

    @QueryParam("region")
    public List<String> region = List.of();

    @QueryParam("deadlineAfter")
    public @Nullable Instant deadlineAfter;

    @QueryParam("deadlineBefore")
    public @Nullable Instant deadlineBefore;

    public CallFilter filter() {
        return new CallFilter(q, key, status, fund, region, deadlineAfter, deadlineBefore);
    }
}
