package eu.mpf.web.file;

import eu.mpf.web.file.FileTypes.NotWhatItSays;
import java.io.IOException;

/**
 * Files that are two things at once. A zip archive is read from its end, most others from their beginning: an archive, and
 * so a program for the Java virtual machine, can hang on a picture or a PDF that shows as if nothing were.
 */
final class Polyglots {
    /** The record that ends an archive, and the longest comment after it (APPNOTE 4.3.16). */
    private static final int END_RECORD = 22;

    private static final int TAIL = END_RECORD + 65_535;

    private Polyglots() {}

    static void check(Upload upload, long size) throws IOException, NotWhatItSays {
        if (endsAsArchive(tail(upload, size))) {
            throw new NotWhatItSays("an archive hangs on the file");
        }
    }

    private static byte[] tail(Upload upload, long size) throws IOException {
        try (var in = upload.source().open()) {
            in.skipNBytes(Math.max(0, size - TAIL));
            return in.readAllBytes();
        }
    }

    /** Only where the comment's length fits: four bytes alone may be anywhere. */
    private static boolean endsAsArchive(byte[] tail) {
        for (int at = tail.length - END_RECORD; at >= 0; at--) {
            if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                var comment = (tail[at + 20] & 0xff) | (tail[at + 21] & 0xff) << 8;
                if (at + END_RECORD + comment == tail.length) {
                    return true;
                }
            }
        }
        return false;
    }
}
