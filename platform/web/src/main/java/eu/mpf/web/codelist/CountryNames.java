package eu.mpf.web.codelist;

import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.value.Countries;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has the names in the code list of countries, in every language and those that administrators add, understood wherever a country is named. */
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
        Countries.learn(lists.names(LIST));
    }
}
