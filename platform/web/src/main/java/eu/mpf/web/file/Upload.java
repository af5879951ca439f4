package eu.mpf.web.file;

import eu.mpf.web.idempotency.UploadedDigests;
import eu.mpf.web.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A file as it comes in; nothing of it is believed yet.
 *
 * @param name as the sender calls it
 * @param mediaType as the sender declares it; null or {@code application/octet-stream} declares nothing
 * @param language BCP 47, of the content
 */
public record Upload(
        String name, @Nullable String mediaType, @Nullable String language, Source source) {

    /** The bytes; opened more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** A temporary file, whose digest may have been asked for before. */
    record Uploaded(Path file) implements Source {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        /** What it holds, if somebody has read it before; null if not. */
        FileContents.@Nullable Measure measured() throws IOException {
            var digest = UploadedDigests.of(file);
            return digest == null ? null : new FileContents.Measure(digest, Files.size(file));
        }
    }

    /**
     * A part of a multipart form. It lies in a temporary file, so that memory does not grow with its size.
     *
     * @throws ProblemException 400 if the form has no such part
     */
    public static Upload of(@Nullable FileUpload part, @Nullable String language) {
        if (part == null) {
            throw ProblemException.invalid("/file", "required", "the form must have a part with a file");
        }
        return new Upload(
                part.fileName() == null ? "" : part.fileName(),
                part.contentType(),
                language,
                new Uploaded(part.uploadedFile()));
    }

    /** A file made by the service itself, or a small body. */
    public static Upload of(String name, String mediaType, @Nullable String language, byte[] bytes) {
        return new Upload(name, mediaType, language, () -> new ByteArrayInputStream(bytes));
    }
}
