package eu.mpf.system.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Eight letters that stand in the marked person's name and in their address, and nowhere else on the platform.
 *
 * @param letters lower case; the name begins with a capital
 */
record Mark(String letters) {

    static Mark random() {
        StringBuilder letters = new StringBuilder("zq");
        for (int i = 0; i < 10; i++) {
            letters.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return new Mark(letters.toString());
    }

    String name() {
        return capitalised() + " Marked";
    }

    String address() {
        return letters + "@mpf.example";
    }

    private String capitalised() {
        return letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
    }

    /** Without the first letter, so that no change of case hides it. */
    String needle() {
        return letters.substring(1);
    }

    /** As a column of bytes shows it. */
    String hex() {
        return HexFormat.of().formatHex(needle().getBytes(StandardCharsets.US_ASCII));
    }

    /** In the bytes, or in what a PDF, a workbook or an archive shows to its reader. */
    boolean isIn(byte[] bytes) {
        return isIn(ReadableText.of(bytes));
    }

    boolean isIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(needle());
    }
}
