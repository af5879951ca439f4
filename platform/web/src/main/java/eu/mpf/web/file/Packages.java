package eu.mpf.web.file;

import eu.mpf.web.file.FileTypes.NotWhatItSays;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Looks into office documents, which are zip archives: the first bytes of any zip look the same. Refuses macros and
 * archives that would unpack to far more than an office document does.
 */
final class Packages {
    /** Where the main part of each Office Open XML type lies (ISO/IEC 29500). */
    private static final Map<String, String> MAIN_PARTS =
            Map.of(FileRules.DOCX, "word/", FileRules.XLSX, "xl/", FileRules.PPTX, "ppt/");

    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
    /** Macros of both standards and of Excel 4, and controls (ActiveX). */
    private static final Pattern ACTIVE =
            Pattern.compile("(?i)vbaProject\\.bin$|vbaData\\.xml$|^Basic/|^Scripts/|/macrosheets/|/activeX/");

    private static final Pattern LEAVES_ITS_FOLDER = Pattern.compile("^/|\\\\|(^|/)\\.\\.(/|$)|^[A-Za-z]:");

    private static final long MAXIMUM_UNPACKED = 512L << 20;
    private static final int MAXIMUM_ENTRIES = 10_000;

    private Packages() {}

    static boolean isPackage(String mediaType) {
        return MAIN_PARTS.containsKey(mediaType) || mediaType.startsWith(OPEN_DOCUMENT);
    }

    static void check(Upload upload, String mediaType) throws IOException, NotWhatItSays {
        var mainPart = MAIN_PARTS.get(mediaType);
        var isWhatItSays = false;
        var buffer = new byte[65_536];
        var unpacked = 0L;
        var entries = 0;
        try (var zip = new ZipInputStream(upload.source().open())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                if (ACTIVE.matcher(name).find()) {
                    throw new NotWhatItSays("the document holds macros");
                }
                if (LEAVES_ITS_FOLDER.matcher(name).find()) {
                    throw new NotWhatItSays("the document has a part outside of it");
                }
                // ODF 1.3, part 2: the first entry holds the type as plain text.
                isWhatItSays |= mainPart != null
                        ? name.startsWith(mainPart)
                        : entries == 0 && name.equals("mimetype") && holds(zip, mediaType);
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > MAXIMUM_UNPACKED) {
                        throw new NotWhatItSays("the document unpacks to too much");
                    }
                }
                if (++entries > MAXIMUM_ENTRIES) {
                    throw new NotWhatItSays("the document has too many parts");
                }
            }
        } catch (ZipException | EOFException e) {
            throw new NotWhatItSays("the document is damaged");
        }
        if (!isWhatItSays) {
            throw new NotWhatItSays("the content is a zip archive, but not " + mediaType);
        }
    }

    private static boolean holds(ZipInputStream zip, String mediaType) throws IOException {
        return new String(zip.readNBytes(100), StandardCharsets.US_ASCII).equals(mediaType);
    }
}
