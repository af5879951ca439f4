package eu.mpf.web.notes;

import eu.mpf.web.language.Languages;
import eu.mpf.web.value.LocalizedText;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

@Path("/v1/greeting")
public class GreetingResource {
    private static final LocalizedText TEXT =
            new LocalizedText(Map.of("en", "Hello", "fr", "Bonjour", "pt", "Bom dia"));

    private final Languages languages;

    GreetingResource(Languages languages) {
        this.languages = languages;
    }

    public record Greeting(String text) {}

    @GET
    @PermitAll
    public Greeting greet() {
        return new Greeting(languages.pick(TEXT));
    }
}
