package eu.mpf.system.up;

import eu.mpf.embedded.Identity;
import java.util.stream.Collectors;

/** What a person needs to know once everything runs. */
final class Greeting {

    private final Options options;
    private final Progress progress;

    Greeting(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    void print(long residentBytes) {
        String gateway = Part.GATEWAY.url(options.port());
        String identities = Identity.all().stream().map(Identity::id).collect(Collectors.joining(", "));
        progress.line("ready, %d MiB of memory in use".formatted(residentBytes >> 20));
        progress.plain(
                """

                  The portal        %1$s/
                  A first request   curl '%1$s/v1/projects?pageSize=5'
                  A token           TOKEN=$(./mpf token programme-officer)
                                    curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/calls'
                  Or without mpf    curl -d grant_type=client_credentials -d client_id=programme-officer \\
                                         -d client_secret=dev-secret %2$s/mpf/token
                  Identities        %3$s
                  The whole story   ./mpf story
                  Logs and data     %4$s

                  The identity provider gives a token to whoever asks: this is for development only.
                  Ctrl-C stops everything.
                """.formatted(gateway, Part.IDENTITY_PROVIDER.url(options.port()), wrap(identities), options.home()));
    }

    private static String wrap(String identities) {
        return identities.replaceAll("(.{50,78},) ", "$1\n                    ");
    }
}
