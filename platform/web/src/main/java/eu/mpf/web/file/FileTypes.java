package eu.mpf.web.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Locale;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** What type a file is: its content decides, and its name and declared type must agree (Apache Tika's register). */
final class FileTypes {
    private static final MediaTypeRegistry REGISTRY =
            MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry();
    private static final Detector DETECTOR = new DefaultDetector(MimeTypes.getDefaultMimeTypes());

    private FileTypes() {}

    /**
     * The content's type; the name only tells apart what the first bytes cannot, as CSV from plain text.
     *
     * @param size bytes
     * @throws NotWhatItSays if name, declared type or inner structure contradict the content
     */
    static String of(Upload upload, long size) throws IOException, NotWhatItSays {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, upload.name());
        MediaType found;
        try (var content = new BufferedInputStream(upload.source().open(), 65_536)) {
            found = DETECTOR.detect(content, metadata).getBaseType();
        }
        var byName = DETECTOR.detect(null, metadata).getBaseType();
        if (!found.equals(byName)) {
            throw new NotWhatItSays("the content is %s, the name says %s".formatted(found, byName));
        }
        var declared = declared(upload.mediaType());
        if (declared != null && !found.equals(declared)) {
            throw new NotWhatItSays("the content is %s, not %s as declared".formatted(found, declared));
        }
        if (Packages.isPackage(found.toString())) {
            Packages.check(upload, found.toString());
        } else {
            Polyglots.check(upload, size);
        }
        if (found.toString().equals(FileRules.PDF)) {
            PdfCheck.check(upload);
        }
        return found.toString();
    }

    private static @Nullable MediaType declared(@Nullable String header) {
        var type = header == null ? null : MediaType.parse(header.toLowerCase(Locale.ROOT));
        return type == null || type.getBaseType().equals(MediaType.OCTET_STREAM)
                ? null
                : REGISTRY.normalize(type.getBaseType());
    }

    /** Content, name and declared type disagree. The message is for the sender. */
    static final class NotWhatItSays extends Exception {
        private static final long serialVersionUID = 1L;

        NotWhatItSays(String message) {
            super(message);
        }
    }
}
