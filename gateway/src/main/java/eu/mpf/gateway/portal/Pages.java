package eu.mpf.gateway.portal;

import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** HTML answers under a content security policy that allows nothing from elsewhere and nothing inline. */
public final class Pages {

    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private Pages() {}

    public static Response html(String page) {
        return html(page, STRICT);
    }

    /** One whose words are English, with texts in the language the reader prefers. */
    static Response translated(String page, Locale language) {
        String languages = language.getLanguage().equals("en") ? "en" : "en, " + language.getLanguage();
        return builder(page, STRICT, "same-origin")
                .header("Content-Language", languages)
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    static Response html(String page, String securityPolicy) {
        return html(page, securityPolicy, "same-origin");
    }

    /** @param opener what may stay connected with a window that this page opens (Cross-Origin-Opener-Policy) */
    static Response html(String page, String securityPolicy, String opener) {
        return builder(page, securityPolicy, opener)
                .header("Content-Language", "en")
                .header("Vary", "Accept")
                .build();
    }

    private static Response.ResponseBuilder builder(String page, String securityPolicy, String opener) {
        return Response.ok(page)
                .header("Cross-Origin-Opener-Policy", opener)
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Content-Security-Policy", securityPolicy)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache");
    }
}
