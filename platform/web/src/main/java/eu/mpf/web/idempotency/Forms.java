package eu.mpf.web.idempotency;

import eu.mpf.web.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.multipart.FileItem;

/** The digest of an uploaded form: its fields, and the names and bytes of its files, which are read piece by piece. */
final class Forms {
    private Forms() {}

    static String digest() {
        var request = (ResteasyReactiveRequestContext) CurrentRequestManager.get();
        if (request == null || request.getFormData() == null) {
            return "";
        }
        var form = request.getFormData();
        var parts = new ArrayList<String>();
        for (var name : form) {
            for (var value : form.get(name)) {
                parts.add(name);
                if (value.isFileItem()) {
                    parts.add(Objects.toString(value.getFileName(), ""));
                    parts.add(digest(request, value.getFileItem()));
                } else {
                    parts.add(value.getValue());
                }
            }
        }
        return HexFormat.of().formatHex(Digests.sha256(parts.toArray(String[]::new)));
    }

    private static String digest(ResteasyReactiveRequestContext request, FileItem file) {
        try (var in = new DigestInputStream(open(file), Sha256.digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            var digest = in.getMessageDigest().digest();
            if (!file.isInMemory()) {
                UploadedDigests.keep(request, file.getFile(), digest);
            }
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(FileItem file) throws IOException {
        return file.isInMemory() ? file.getInputStream() : Files.newInputStream(file.getFile());
    }
}
