package eu.mpf.web.codelist;

import static eu.mpf.web.adjustment.AdjustmentKind.CODE_LIST;

import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.value.Countries;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Has names that administrators add to the code list of countries understood wherever a country is named. */
@ApplicationScoped
class CountryNames {
    private static final String LIST = "countries";

    private final CodeLists lists;
    private final Adjustments adjustments;

    CountryNames(CodeLists lists, Adjustments adjustments) {
        this.lists = lists;
        this.adjustments = adjustments;
    }

    void start(@Observes StartupEvent event) {
        adjustments.follow(this::learn);
    }

    private void learn() {
        var isAdjusted =
                adjustments.of(CODE_LIST).stream().anyMatch(one -> one.name().startsWith(LIST + "/"));
        Countries.learn(isAdjusted ? lists.names(LIST) : Map.of());
    }
}
