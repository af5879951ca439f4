package eu.mpf.web.page;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list, taken as {@code @BeanParam}. */
public class PageParams {
    public static final int DEFAULT_SIZE = 50;
    public static final int MAXIMUM_SIZE = 200;

    @QueryParam("pageSize")
    @Parameter(
            description = "Items per page; larger values are taken as the maximum.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    public @Nullable Integer pageSize;

    @QueryParam("pageToken")
    @Parameter(description = "The nextPageToken of the page before, with the other parameters unchanged.")
    public @Nullable String pageToken;

    @QueryParam("orderBy")
    @Parameter(description = "Fields to sort by, each with an optional \"desc\": \"startDate desc,title\".")
    public @Nullable String orderBy;

    @QueryParam("count")
    @Parameter(description = "Whether to count the matching items (exact up to 10,000).")
    public @Nullable Boolean count;

    @QueryParam("fields")
    @Parameter(description = "The only properties to answer with, separated by commas.")
    public @Nullable String fields;

    @QueryParam("expand")
    @Parameter(description = "Related resources to put into the answer, separated by commas.")
    public @Nullable String expand;

    /** The size of the page asked for: 1 to 200. */
    public int size() {
        if (pageSize == null) {
            return DEFAULT_SIZE;
        }
        if (pageSize < 1) {
            throw ProblemException.invalid("?pageSize", "too-small", "must be at least 1");
        }
        return Math.min(pageSize, MAXIMUM_SIZE);
    }

    public boolean counted() {
        return Boolean.TRUE.equals(count);
    }

    /** What to expand; anything but {@code allowed} is a 400 that names it. */
    public Set<String> expand(Set<String> allowed) {
        if (expand == null || expand.isBlank()) {
            return Set.of();
        }
        var asked = Arrays.stream(expand.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
        var errors = asked.stream()
                .filter(name -> !allowed.contains(name))
                .map(name -> new FieldError(
                        "?expand",
                        "unknown",
                        "%s cannot be expanded; offered: %s".formatted(name, new TreeSet<>(allowed))))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED, errors.getFirst().message(), errors);
        }
        return asked;
    }

    List<SortKey> sort(String fallback) {
        return SortKey.parse(orderBy == null || orderBy.isBlank() ? fallback : orderBy);
    }
}
