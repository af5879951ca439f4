package eu.mpf.web.file;

import eu.mpf.web.file.FileTypes.NotWhatItSays;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what a PDF could do beyond being read (ISO 32000-2, 12.6): scripts, programs it starts, forms it sends, files
 * it carries. A document with such a thing is refused, and so is an encrypted one, into which nobody can look. Opening at
 * a certain page is allowed: an action is recognised by what it does. Objects are looked for in all bytes, whatever the
 * document's own table of contents says, and in every compressed stream; names are compared after their escapes are
 * resolved ({@code /Java#53cript}).
 */
final class PdfCheck {
    private static final Map<String, String> ACTIVE = Map.of(
            "JavaScript", "holds a script",
            "Launch", "starts a program",
            "EmbeddedFile", "carries a file",
            "EmbeddedFiles", "carries files",
            "RichMedia", "holds media that run",
            "XFA", "holds a form that runs",
            "SubmitForm", "sends a form",
            "ImportData", "imports data",
            "Encrypt", "is encrypted");

    /** Objects in a stream packed like this could not be found. */
    private static final Set<String> UNUSUAL_FILTERS = Set.of(
            "ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "Crypt", "AHx", "A85", "LZW", "RL");

    private static final long MOST_INFLATED = 256L << 20;
    private static final int MOST_STREAMS_AT_ONCE = 16;
    private static final int LONGEST_TOKEN = 24;

    private final List<Inflater> streams = new ArrayList<>();
    private final Tokens outside = new Tokens();
    private final Tokens inside = new Tokens();
    private final byte[] inflated = new byte[8_192];
    private long total;
    private boolean packsObjects;
    private boolean isUnusual;

    private PdfCheck() {}

    static void check(Upload upload) throws IOException, NotWhatItSays {
        var check = new PdfCheck();
        try (var in = upload.source().open()) {
            // Readers look for the mark further down too, behind whatever else the file may be.
            if (!new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("%PDF-")) {
                throw new NotWhatItSays("the document begins as something else");
            }
            check.read(in);
        } finally {
            check.streams.forEach(Inflater::end);
        }
    }

    private void read(InputStream in) throws IOException, NotWhatItSays {
        var buffer = new byte[65_536];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            var from = 0;
            for (int i = outside.end(buffer, 0, n); i < n; i = outside.end(buffer, i + 1, n)) {
                var token = outside.endedBy(buffer[i]);
                if (token != null && meets(token, buffer[i])) {
                    inflate(buffer, from, i + 1 - from);
                    from = i + 1;
                    begin();
                }
            }
            inflate(buffer, from, n - from);
        }
    }

    /** @return whether a stream begins after this byte */
    private boolean meets(String token, byte after) throws NotWhatItSays {
        refuse(token);
        switch (token) {
            case "/ObjStm" -> packsObjects = true;
            case "endobj" -> {
                packsObjects = false;
                isUnusual = false;
            }
            case "stream" -> {
                if (packsObjects && isUnusual) {
                    throw new NotWhatItSays("the document hides its objects");
                }
                return after == '\n' || after == '\r';
            }
            default -> isUnusual |= token.startsWith("/") && UNUSUAL_FILTERS.contains(token.substring(1));
        }
        return false;
    }

    private static void refuse(String token) throws NotWhatItSays {
        var why = token.startsWith("/") ? ACTIVE.get(token.substring(1)) : null;
        if (why != null) {
            throw new NotWhatItSays("the document " + why);
        }
    }

    /** Several may be open: what looks like the beginning of a stream may be the inside of one. */
    private void begin() throws NotWhatItSays {
        if (streams.size() >= MOST_STREAMS_AT_ONCE) {
            throw new NotWhatItSays("the document hides its objects");
        }
        streams.add(new Inflater());
    }

    private void inflate(byte[] bytes, int from, int length) throws NotWhatItSays {
        for (Iterator<Inflater> open = streams.iterator(); open.hasNext(); ) {
            var stream = open.next();
            if (length > 0 && !goesOn(stream, bytes, from, length)) {
                stream.end();
                open.remove();
            }
        }
    }

    private boolean goesOn(Inflater stream, byte[] bytes, int from, int length) throws NotWhatItSays {
        // A line may end with \r\n before the data begins.
        var skip = stream.getTotalIn() == 0 && stream.getTotalOut() == 0 && bytes[from] == '\n' ? 1 : 0;
        stream.setInput(bytes, from + skip, length - skip);
        try {
            for (int n = stream.inflate(inflated); n > 0; n = stream.inflate(inflated)) {
                total += n;
                if (total > MOST_INFLATED) {
                    throw new NotWhatItSays("the document unpacks to too much");
                }
                for (int i = inside.end(inflated, 0, n); i < n; i = inside.end(inflated, i + 1, n)) {
                    var token = inside.endedBy(inflated[i]);
                    if (token != null) {
                        refuse(token);
                    }
                }
            }
        } catch (DataFormatException e) {
            return false; // not compressed this way: a picture, or the end
        }
        return !stream.finished();
    }

    /** Names and keywords of a PDF. Nearly all bytes are of neither, and are passed over without a second look. */
    private static final class Tokens {
        private static final boolean[] ENDS = ends();

        private final byte[] token = new byte[LONGEST_TOKEN];
        private int length;
        private int escaped = -1;
        private int digits;

        private static boolean[] ends() {
            var ends = new boolean[256];
            for (int c = 0; c <= ' '; c++) {
                ends[c] = true;
            }
            "()<>[]{}/%".chars().forEach(c -> ends[c] = true);
            return ends;
        }

        /** Where what begins here, or began in the bytes before, has its end; {@code to} if that is not among these. */
        int end(byte[] bytes, int from, int to) {
            int at = from;
            while (at < to && mayGoOn() && !ENDS[bytes[at] & 0xff]) {
                append(bytes[at++]);
            }
            while (at < to && !ENDS[bytes[at] & 0xff]) {
                at++;
            }
            return at;
        }

        private boolean mayGoOn() {
            return length == 0 || (length < LONGEST_TOKEN && (token[0] == '/' || token[0] == 's' || token[0] == 'e'));
        }

        /** The name or keyword that this byte ends, if it may be one that matters; a name begins with a slash. */
        @Nullable
        String endedBy(byte one) {
            var ended = mayMatter() ? new String(token, 0, length, StandardCharsets.ISO_8859_1) : null;
            length = 0;
            escaped = -1;
            if (one == '/') {
                token[length++] = one;
            }
            return ended;
        }

        private boolean mayMatter() {
            return length > 1 && (token[0] == '/' || (length == 6 && (token[0] == 's' || token[0] == 'e')));
        }

        private void append(byte one) {
            if (escaped >= 0) {
                escaped = escaped * 16 + Math.max(0, Character.digit(one, 16));
                if (++digits == 2) {
                    token[length++] = (byte) escaped;
                    escaped = -1;
                }
            } else if (one == '#' && length > 0 && token[0] == '/') {
                escaped = 0;
                digits = 0;
            } else {
                token[length++] = one;
            }
        }
    }
}
