package eu.mpf.system.demo;

import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import java.util.function.Consumer;

/** Everything in {@code demo/*.json}, in the order in which the parts refer to each other. */
public final class GoldenData implements DemoData {

    /** The last thing that is loaded: if it is there, all is. */
    private static final String LAST = "/v1/events?key=" + "MPF-EXCHANGE-2023";

    @Override
    public boolean isLoaded(Platform platform) {
        return has(platform.as("event-manager"), LAST);
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

    private static boolean has(Session session, String list) {
        return !session.get(list).expect(200).json().path("items").isEmpty();
    }
}
