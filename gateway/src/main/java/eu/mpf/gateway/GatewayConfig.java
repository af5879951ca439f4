package eu.mpf.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every key the gateway reads. */
@ConfigMapping(prefix = "mpf")
public interface GatewayConfig {

    /** Address under which clients reach the platform, without a trailing slash; base of problem types and of the OpenAPI. */
    @WithDefault("http://127.0.0.1:8080")
    String publicUrl();

    Gateway gateway();

    Identity identity();

    interface Gateway {

        /** Address the public port listens on. */
        @WithDefault("127.0.0.1")
        String host();

        /** The public port; 0 takes a free one. */
        @WithDefault("8080")
        int port();

        /** Event loops that serve the public port; 0 means one per processor. */
        @WithDefault("0")
        int eventLoops();

        /** Shows development help on the portal, such as how to get a token from the development identity provider. */
        @WithDefault("false")
        boolean development();

        /** Where the gateway's own pages are served: the inner port of this process. */
        URI innerUrl();

        /** The services behind the gateway: scheme, host and port of each, by name. */
        Map<String, URI> upstreams();

        /** Path prefixes that belong to each service, of whole segments, such as {@code /v1/projects}. */
        Map<String, List<String>> routes();

        /** Prefixes of each service whose answers are endless streams (server-sent events): no total time, long idle time. */
        Map<String, List<String>> streams();

        /** Proxies whose Forwarded, X-Forwarded-* and traceparent headers are believed: addresses or CIDR blocks. */
        Optional<List<String>> trustedProxies();

        /** Host names (with port, if not the default one) that are served; every well-formed one if not set. */
        Optional<Set<String>> allowedHosts();

        /** Origins of browser frontends that may call the API, such as {@code https://portal.example}. */
        Optional<Set<String>> corsOrigins();

        Limits limits();

        Timeouts timeouts();

        Feed feed();

        interface Limits {

            /** Largest request body, counted while it streams. */
            @WithDefault("25M")
            MemorySize body();

            /** Longest request line. */
            @WithDefault("8K")
            MemorySize requestLine();

            /** All request headers together. */
            @WithDefault("16K")
            MemorySize headers();

            /** Most header lines of one request. */
            @WithDefault("100")
            int headerCount();

            /** Connections to one service, for each event loop. */
            @WithDefault("64")
            int connections();

            /** Requests waiting for a connection to one service, for each event loop; beyond it the answer is 503. */
            @WithDefault("256")
            int waiting();

            /** Verified tokens remembered. */
            @WithDefault("10000")
            int tokens();

            /** Bad tokens one client address may show in a second before its unknown tokens are answered with 429. */
            @WithDefault("50")
            int badTokens();
        }

        interface Timeouts {

            /** Until a connection to a service stands. */
            @WithDefault("2s")
            Duration connect();

            /** Until a service begins to answer once it has the request. */
            @WithDefault("30s")
            Duration response();

            /** Silence of either side while a body is under way. */
            @WithDefault("60s")
            Duration idle();

            /** One request from first to last byte. */
            @WithDefault("10m")
            Duration total();

            /** Silence of a stream of events; services send a comment every 15 s. */
            @WithDefault("10m")
            Duration stream();

            /** A client connection without a request. */
            @WithDefault("75s")
            Duration keepAlive();

            /** How often the above are looked at; the grain of all of them. */
            @WithDefault("1s")
            Duration sweep();

            /** How long requests under way may take to finish at shutdown. */
            @WithDefault("20s")
            Duration drain();
        }

        /** The change feed. */
        interface Feed {

            /** Topics whose events make up the feed. Default: all of the three services. */
            @WithDefault("mpf.projects.project.v1,mpf.projects.taxonomy.v1,mpf.projects.organisation.v1,"
                    + "mpf.events.event.v1,mpf.events.registration.v1,mpf.events.positioning.v1,"
                    + "mpf.calls.call.v1,mpf.calls.application.v1,mpf.calls.grant.v1")
            Set<String> topics();

            /** How long a change can be read; a cursor that stands before what was removed is answered with 410. */
            @WithDefault("P30D")
            Duration retention();

            /** Live streams served at once by this instance; beyond it the answer is 503. */
            @WithDefault("200")
            int streams();

            /** How often the feed is looked at for the live streams, while there are any. */
            @WithDefault("250ms")
            Duration poll();

            /** Silence after which a live stream carries a comment. */
            @WithDefault("15s")
            Duration ping();

            /** Longest pause between attempts to prepare the database or to reach the broker at start; the first is 1 s. */
            @WithDefault("15s")
            Duration longestRetry();
        }
    }

    interface Identity {

        /** The {@code iss} that tokens must carry. */
        String issuer();

        /** The issuer's signing keys (JWK set). */
        URI jwksUrl();

        /** Where the portal says tokens are had, in development; by default the place the issuer's kind implies. */
        Optional<URI> tokenUrl();

        /** The {@code aud} that tokens must name. */
        @WithDefault("mpf")
        String audience();

        /** Accepted {@code typ} headers: RFC 9068's, and that of providers which do not follow it yet. */
        @WithDefault("at+jwt,JWT")
        Set<String> tokenTypes();

        /** Tolerated difference between the issuer's clock and ours. */
        @WithDefault("30s")
        Duration clockSkew();

        /** Keys are fetched anew at most this often when a token names an unknown one. */
        @WithDefault("10s")
        Duration keyRefresh();
    }
}
