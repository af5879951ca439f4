package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.BudgetLine;
import eu.mpf.calls.application.Content;
import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.web.value.Money;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The budget with its sums. The total is absent while there is no line: unknown is not zero. */
public record BudgetView(
        List<BudgetLine> lines,
        Map<BudgetHeading, Money> headings,
        @Nullable Money total,
        @Nullable Money euShare) {

    static Response answer(Application application) {
        return Response.ok(of(application.content()))
                .tag(Versions.etag(application.version()))
                .build();
    }

    private static BudgetView of(Content content) {
        Map<BudgetHeading, Money> headings = new EnumMap<>(BudgetHeading.class);
        content.budget().forEach(line -> headings.merge(line.heading(), line.amount(), Money::plus));
        return new BudgetView(content.budget(), headings, content.total().orElse(null), content.euShare());
    }
}
