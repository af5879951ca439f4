package eu.mpf.embedded;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.stream.Collectors;

/** Where people sign in at the development identity provider: a button for everybody it knows. */
final class LoginPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Sign in · MPF development identities</title>
              <style>
                body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 36rem; padding: 0 1rem; }
                ul { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); list-style: none; padding: 0; }
                button { font: inherit; min-height: 2.75rem; width: 100%%; }
              </style>
            </head>
            <body>
              <main>
                <h1>Who are you?</h1>
                <p>This identity provider is for development: it believes everybody.</p>
                <ul>
            %s
                </ul>
              </main>
            </body>
            </html>
            """;

    private LoginPage() {}

    /** @param client for which people sign in */
    static Path write(String client, Path page) throws IOException {
        return Files.writeString(
                page,
                PAGE.formatted(Identity.all().stream()
                        .map(identity -> button(identity, client))
                        .collect(Collectors.joining("\n"))));
    }

    private static String button(Identity identity, String client) {
        var claims = new HashMap<>(IdentityProvider.claims(identity));
        claims.put("client_id", client);
        return """
                      <li><form method="post"><input type="hidden" name="username" value="%s"><input type="hidden" name="claims" value="%s"><button>%s</button></form></li>\
                """.formatted(
                identity.id(),
                JSONObjectUtils.toJSONString(claims).replace("&", "&amp;").replace("\"", "&quot;"),
                identity.name());
    }
}
