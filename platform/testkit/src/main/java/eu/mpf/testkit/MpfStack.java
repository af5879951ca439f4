package eu.mpf.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every Quarkus test of a module the embedded servers; registered as a service, so no test class names it. */
public final class MpfStack implements QuarkusTestResourceLifecycleManager {
    /** Jobs that follow the calendar: by themselves they would take a test's data away between two of its lines. */
    private static final List<String> CALLED_BY_TESTS = List.of(
            "mpf.web.idempotency.forget-every",
            "mpf.subject.retention-every",
            "mpf.projects.reporting.remind-every",
            "mpf.events.offer-sweep",
            "mpf.events.retention-sweep",
            "mpf.events.announce-every",
            "mpf.events.pass-on-every",
            "mpf.calls.clock-every",
            "mpf.calls.notices-every",
            "mpf.calls.alerts-every",
            "mpf.calls.letters-every",
            "mpf.calls.consultation.remind-every");

    @Override
    public Map<String, String> start() {
        var servers = Servers.running();
        var settings = new HashMap<String, String>();
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.devservices.enabled", "false");
        settings.put("quarkus.datasource.jdbc.url", servers.jdbcUrl());
        settings.put("quarkus.datasource.username", servers.database());
        settings.put("quarkus.datasource.password", servers.database());
        settings.put("quarkus.flyway.username", servers.databaseOwner());
        settings.put("quarkus.flyway.password", servers.database());
        settings.put("mpf.kafka.bootstrap-servers", servers.bootstrapServers());
        settings.put("mpf.identity.issuer", servers.issuer());
        settings.put("mpf.identity.jwks-url", servers.jwksUrl());
        settings.put("mpf.mail.host", "127.0.0.1");
        settings.put("mpf.mail.port", Integer.toString(servers.mailPort()));
        settings.put("mpf.public-url", "http://localhost:8080");
        CALLED_BY_TESTS.forEach(job -> settings.put(job, "off"));
        return settings;
    }

    /** The servers serve the next test application of this JVM as well and end with it. */
    @Override
    public void stop() {}
}
