package eu.mpf.testkit.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Whose token a request carries. */
public final class Bearer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bearer() {}

    /** @param authorization the header's value; without a token of three parts the caller is {@code anonymous} */
    public static String subject(@Nullable String authorization) {
        String[] parts = authorization == null ? new String[0] : authorization.split("\\.");
        if (parts.length != 3) {
            return "anonymous";
        }
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
                    .path("sub")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
