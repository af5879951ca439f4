package eu.mpf.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
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

        /** Operations that will go, by any name; see the keys below each. */
        Map<String, Deprecation> deprecations();

        Limits limits();

        RateLimits rateLimits();

        Breaker breaker();

        Keys keys();

        Webhooks webhooks();

        Timeouts timeouts();

        Feed feed();

        Traces traces();

        /** Spans of the gateway's own; the services have theirs from {@code quarkus.otel.exporter.otlp.endpoint}. */
        interface Traces {

            /** The collector's base address (OTLP over HTTP), for example {@code http://collector:4318}; none if not set. */
            Optional<URI> endpoint();

            /** The share of traces begun here that are kept, from 0 to 1; services keep what the gateway keeps. */
            @WithDefault("1")
            double sampled();
        }

        interface Limits {

            /** Largest request body, counted while it streams. */
            @WithDefault("25M")
            MemorySize body();

            /** Largest file of an import ({@code POST …:import}), counted while it streams. */
            @WithDefault("256M")
            MemorySize importBody();

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

        /** How many requests one client may make; over all instances, give or take what fits between two tellings. */
        interface RateLimits {

            /** The time in which the numbers below may be used up; a bucket fills again evenly over it. */
            @WithDefault("1m")
            Duration window();

            /** Requests of one address without a credential. */
            @WithDefault("300")
            int anonymous();

            /** Requests of one subject of the identity provider. */
            @WithDefault("1200")
            int token();

            /** Requests of one API client, with all its keys. */
            @WithDefault("1200")
            int key();

            /** How often instances tell each other what clients have used. */
            @WithDefault("1s")
            Duration share();
        }

        /** When a failing service is left alone for a while. */
        interface Breaker {

            /** How many of the last requests are looked at. */
            @WithDefault("20")
            int volume();

            /** The share of them that must have found the service unreachable or silent. */
            @WithDefault("0.5")
            double failureRatio();

            /** How long requests are then answered at once with 503. */
            @WithDefault("5s")
            Duration pause();

            /** How many trials must succeed in a row before all requests go through again. */
            @WithDefault("2")
            int successes();
        }

        /** API keys of partners. */
        interface Keys {

            /** How long what is known of a key is relied on: within this a revoked one ends on every instance. */
            @WithDefault("15s")
            Duration fresh();

            /** How long a key lives if its holder does not say. */
            @WithDefault("P90D")
            Duration lifetime();

            /** The longest life of a key. */
            @WithDefault("P366D")
            Duration longestLifetime();

            /** How long a rotated key still serves beside its successor. */
            @WithDefault("P7D")
            Duration overlap();
        }

        /** Events brought to partners' endpoints. */
        interface Webhooks {

            /** Encrypts the secrets that sign; changing it makes those already given out unusable. A secret. */
            @WithDefault("development-only")
            String secretKey();

            /** Pauses after failed attempts, each blurred by a fifth; when they are used up, the webhook is switched off. */
            @WithDefault("5s,30s,2m,10m,30m,1h,2h,4h,7h,9h")
            List<Duration> retries();

            /** How long one attempt may take. */
            @WithDefault("15s")
            Duration timeout();

            /** How often each instance looks for what is due. */
            @WithDefault("1s")
            Duration poll();

            /** Endpoints one instance delivers to at once. */
            @WithDefault("50")
            int atOnce();

            /** How long a replaced secret signs beside its successor. */
            @WithDefault("P1D")
            Duration overlap();

            /** How long settled deliveries stay in the log. */
            @WithDefault("P30D")
            Duration log();

            /** Allows endpoints on private addresses and plain http: for tests and the local stack, never in production. */
            @WithDefault("false")
            boolean allowPrivate();
        }

        /** One operation, or all under a path, that will go. */
        interface Deprecation {

            /**
             * The path; a segment in braces stands for any one, with the verb behind it if there is one:
             * {@code /v1/projects/{id}/old}, {@code /v1/projects/{id}:close}.
             */
            String path();

            /** Its methods; all if not set. */
            Optional<Set<String>> methods();

            /** Since when it is deprecated. */
            LocalDate since();

            /** When it goes. */
            Optional<LocalDate> sunset();

            /** What comes instead: a path or an address. */
            Optional<String> successor();
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

            /**
             * Silence of a client whose body a service is reading already; no more than {@code idle}. Below the services'
             * own limit ({@code quarkus.http.read-timeout}), at which they break off without an answer.
             */
            @WithDefault("8s")
            Duration receive();

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
            @WithDefault("P93D")
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

        /**
         * The {@code iss} of the tokens the gateway makes of API keys, which services accept as second issuer. Default:
         * {@code /gateway} below the public address.
         */
        @WithDefault("${mpf.public-url:http://127.0.0.1:8080}/gateway")
        String gatewayIssuer();

        /** Where the portal says tokens are had, in development; by default the place the issuer's kind implies. */
        Optional<URI> tokenUrl();

        /** Where people sign in (authorization endpoint), for the API page; by default the place the issuer's kind implies. */
        Optional<URI> authorizationUrl();

        /** The public client (code flow with PKCE) with which people sign in on the API page; without it they paste a token. */
        Optional<String> portalClient();

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
