package eu.mpf.system.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** {@code ./mpf token <identity>}: prints a bearer token of the running stack. */
public final class Token {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private Token() {}

    public static void main(String[] arguments) throws InterruptedException {
        URI endpoint = URI.create(Part.IDENTITY_PROVIDER.url(Integer.parseInt(arguments[1])) + "/mpf/token");
        var request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_secret=dev-secret&client_id=" + arguments[0]))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var token = ACCESS_TOKEN.matcher(
                    http.send(request, BodyHandlers.ofString()).body());
            if (!token.find()) {
                System.err.println("mpf: nobody is called " + arguments[0] + "; ./mpf up lists the identities");
                System.exit(1);
            }
            System.out.println(token.group(1));
        } catch (IOException e) {
            System.err.println("mpf: no stack answers at " + endpoint + "; start one with ./mpf up");
            System.exit(1);
        }
    }
}
