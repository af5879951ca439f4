package eu.mpf.system.up;

import eu.mpf.embedded.IdentityProvider;
import eu.mpf.embedded.PostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four applications with the configuration of the local stack. */
final class Applications {

    /** The databases listen on loopback and let everybody in; the password is there because the drivers ask for one. */
    static final String PASSWORD = "development-only";

    private static final Map<String, String> DATABASE_SECRET =
            Map.of("QUARKUS_DATASOURCE_PASSWORD", PASSWORD, "QUARKUS_FLYWAY_PASSWORD", PASSWORD);

    private final Options options;

    Applications(Options options) {
        this.options = options;
    }

    Application gateway() {
        var settings = common(Part.GATEWAY_INNER);
        settings.put("mpf.gateway.host", "127.0.0.1");
        settings.put("mpf.gateway.port", Integer.toString(Part.GATEWAY.port(options.port())));
        settings.put("mpf.gateway.development", "true");
        settings.put("mpf.identity.portal-client", IdentityProvider.PORTAL);
        // demo data, story and load come from one address, as fast as they can
        settings.put("mpf.gateway.rate-limits.anonymous", "1000000");
        settings.put("mpf.gateway.rate-limits.token", "1000000");
        settings.put("mpf.gateway.webhooks.allow-private", "true");
        settings.put("mpf.gateway.upstreams.projects", Part.PROJECTS.url(options.port()));
        settings.put("mpf.gateway.upstreams.events", Part.EVENTS.url(options.port()));
        settings.put("mpf.gateway.upstreams.calls", Part.CALLS.url(options.port()));
        useDatabase("gateway", settings);
        return application("gateway", Part.GATEWAY_INNER, settings, DATABASE_SECRET);
    }

    List<Application> services() {
        return List.of(
                service("projects", Part.PROJECTS), service("events", Part.EVENTS), service("calls", Part.CALLS));
    }

    /** Also the names of roles. */
    static List<String> databases() {
        return List.of("projects", "events", "calls", "gateway");
    }

    private Application service(String database, Part part) {
        var settings = common(part);
        useDatabase(database, settings);
        return application(database + "-service", part, settings, DATABASE_SECRET);
    }

    private void useDatabase(String database, Map<String, String> settings) {
        settings.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + Part.POSTGRESQL.port(options.port()) + "/" + database);
        settings.put("quarkus.datasource.username", database);
        settings.put("quarkus.flyway.username", PostgresServer.owner(database));
    }

    private Application application(String name, Part part, Map<String, String> settings, Map<String, String> secrets) {
        Path directory = options.root().resolve(name);
        return new Application(name, directory, part.port(options.port()), settings, secrets);
    }

    private Map<String, String> common(Part part) {
        String issuer = Part.IDENTITY_PROVIDER.url(options.port()) + "/mpf";
        return new HashMap<>(Map.of(
                "quarkus.http.host",
                "127.0.0.1",
                "quarkus.http.port",
                Integer.toString(part.port(options.port())),
                "quarkus.banner.enabled",
                "false",
                "mpf.public-url",
                Part.GATEWAY.url(options.port()),
                "mpf.kafka.bootstrap-servers",
                "127.0.0.1:" + Part.KAFKA.port(options.port()),
                "mpf.identity.issuer",
                issuer,
                "mpf.identity.jwks-url",
                issuer + "/jwks",
                "mpf.mail.host",
                "127.0.0.1",
                "mpf.mail.port",
                Integer.toString(Part.MAIL.port(options.port())),
                "mpf.web.development",
                "true"));
    }
}
