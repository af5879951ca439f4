package eu.mpf.web.idempotency;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** The digest of an uploaded form: its fields by name and the bytes of its files. */
final class Forms {
    private Forms() {}

    static String digest(RoutingContext context) {
        var request = (ResteasyReactiveRequestContext) CurrentRequestManager.get();
        if (request == null || request.getFormData() == null) {
            return "";
        }
        var form = request.getFormData();
        var parts = new ArrayList<String>();
        for (var name : form) {
            for (var value : form.get(name)) {
                parts.add(name);
                try {
                    parts.add(
                            value.isFileItem()
                                    ? text(
                                            value.getFileItem().isInMemory()
                                                    ? value.getFileItem()
                                                            .getInputStream()
                                                            .readAllBytes()
                                                    : Files.readAllBytes(
                                                            value.getFileItem().getFile()))
                                    : value.getValue());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return text(Digests.sha256(parts.toArray(String[]::new)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
