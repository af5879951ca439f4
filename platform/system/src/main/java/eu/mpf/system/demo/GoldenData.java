package eu.mpf.system.demo;

import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import java.util.function.Consumer;

/** Everything in {@code demo/*.json}, in the order in which the parts refer to each other. */
public final class GoldenData implements DemoData {

    @Override
    public boolean isLoaded(Platform platform) {
        // The event is the last thing that is loaded: if it is there, all is.
        String key = "MPF-EXCHANGE-2023";
        return platform.as("event-manager")
                .get("/v1/events?pageSize=200&q=" + key)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("key")
                .contains(key);
    }

    @Override
    public void load(Platform platform, Consumer<String> progress) {
        Session officer = platform.as("programme-officer").repeatable();
        PortfolioLoader portfolio = new PortfolioLoader(officer, progress);
        portfolio.organisations();
        portfolio.projects();
        TypologyLoader typology = new TypologyLoader(officer);
        progress.accept("typology");
        typology.firstVersion();
        typology.presentedAs();
        progress.accept("exchange event");
        new ExchangeEvent(platform.as("event-manager").repeatable()).load();
    }
}
