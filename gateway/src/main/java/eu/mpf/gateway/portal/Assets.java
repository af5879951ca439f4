package eu.mpf.gateway.portal;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** The few files the pages need, all from this process: our style sheet and the kept library that shows the API. */
final class Assets {

    private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
    private static final Map<String, String> PLACES = Map.of(
            "portal.css", "/portal/portal.css",
            "mark.svg", "/portal/mark.svg",
            "portal.js", "/portal/portal.js",
            "docs.js", "/portal/docs.js",
            "docs.css", "/portal/docs.css",
            "oauth2-redirect.js", SWAGGER + "oauth2-redirect.js",
            "swagger-ui.css", SWAGGER + "swagger-ui.css",
            "swagger-ui-bundle.js", SWAGGER + "swagger-ui-bundle.js");

    private Assets() {}

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in =
                Assets.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    static Response get(String name) {
        String place = PLACES.get(name);
        InputStream in = place == null ? null : Assets.class.getResourceAsStream(place);
        if (in == null) {
            throw new NotFoundException();
        }
        return Response.ok(in)
                .header("Content-Type", type(name))
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            default -> "image/svg+xml";
        };
    }
}
