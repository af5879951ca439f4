package eu.mpf.gateway.policy;

import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.time.RehearsalHeader;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * Headers that protect every answer, its own pages' and services' alike; what a service sets itself stays. In a rehearsal they
 * also say that it is one.
 */
public final class SecurityHeaders {

    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence CSP = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence CORP = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence COOP = HttpHeaders.createOptimized("Cross-Origin-Opener-Policy");
    private static final CharSequence HSTS = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence TWO_YEARS = HttpHeaders.createOptimized("max-age=63072000; includeSubDomains");

    private final boolean secure;

    /** @param publicUrl only a platform that is reached by https may tell browsers to insist on it */
    public SecurityHeaders(String publicUrl) {
        this.secure = publicUrl.startsWith("https:");
    }

    /** Adds what is missing. */
    public void complete(MultiMap headers) {
        setIfAbsent(headers, NOSNIFF, "nosniff");
        setIfAbsent(headers, CSP, "default-src 'none'; frame-ancestors 'none'");
        setIfAbsent(headers, REFERRER, "no-referrer");
        headers.set(CORP, "same-origin");
        setIfAbsent(headers, COOP, "same-origin");
        if (secure) {
            headers.set(HSTS, TWO_YEARS);
        }
        PlatformTime.rehearsed()
                .ifPresent(offset -> setIfAbsent(headers, RehearsalHeader.NAME, RehearsalHeader.value(offset)));
    }

    private static void setIfAbsent(MultiMap headers, CharSequence name, CharSequence value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
