package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.route.PathTemplate;
import io.vertx.core.MultiMap;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of operations that will go: since when (RFC 9745), until when (RFC 8594), and what comes instead. */
public final class DeprecationPolicy implements Policy {

    private record Rule(
            Set<String> methods,
            PathTemplate path,
            String since,
            @Nullable String sunset,
            @Nullable String link) {

        static Rule of(GatewayConfig.Gateway.Deprecation config) {
            String end = config.sunset()
                    .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            date.atStartOfDay().atOffset(ZoneOffset.UTC)))
                    .orElse(null);
            return new Rule(
                    config.methods().orElse(Set.of()).stream()
                            .map(method -> method.toUpperCase(Locale.ROOT))
                            .collect(Collectors.toSet()),
                    new PathTemplate(config.path()),
                    "@" + config.since().atStartOfDay().toEpochSecond(ZoneOffset.UTC),
                    end,
                    config.successor()
                            .map(path -> "<" + path + ">; rel=\"successor-version\"")
                            .orElse(null));
        }

        boolean matches(String method, String[] called) {
            return (methods.isEmpty() || methods.contains(method)) && path.matches(called);
        }
    }

    private final List<Rule> rules;

    public DeprecationPolicy(Collection<GatewayConfig.Gateway.Deprecation> deprecations) {
        this.rules = deprecations.stream().map(Rule::of).toList();
    }

    @Override
    public void apply(Exchange exchange) {
        String[] path = PathTemplate.segments(exchange.path());
        String method = exchange.request().method().name();
        for (Rule rule : rules) {
            if (rule.matches(method, path)) {
                MultiMap headers = exchange.response().headers();
                headers.set("Deprecation", rule.since());
                if (rule.sunset() != null) {
                    headers.set("Sunset", rule.sunset());
                }
                if (rule.link() != null) {
                    headers.add("Link", rule.link());
                }
                break;
            }
        }
        exchange.next();
    }
}
