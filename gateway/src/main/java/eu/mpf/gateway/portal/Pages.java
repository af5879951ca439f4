package eu.mpf.gateway.portal;

import jakarta.ws.rs.core.Response;

/** HTML answers under a content security policy that allows nothing from elsewhere and nothing inline. */
public final class Pages {

    private static final String STRICT = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private Pages() {}

    public static Response html(String page) {
        return html(page, STRICT);
    }

    static Response html(String page, String securityPolicy) {
        return html(page, securityPolicy, "same-origin");
    }

    /** @param opener what may stay connected with a window that this page opens (Cross-Origin-Opener-Policy) */
    static Response html(String page, String securityPolicy, String opener) {
        return Response.ok(page)
                .header("Cross-Origin-Opener-Policy", opener)
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Content-Language", "en")
                .header("Content-Security-Policy", securityPolicy)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept")
                .build();
    }
}
