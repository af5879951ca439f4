package eu.mpf.web.value;

/** What texts show to those who read them. */
public final class Texts {
    /** Letters and symbols by their category that nobody sees: fillers of Hangul, and the Braille pattern without a dot. */
    private static final String UNSEEN = "\u115F\u1160\u2800\u3164\uFFA0";

    private Texts() {}

    /**
     * Whether there is nothing to see in a text. Stricter than {@link String#isBlank}, which takes a no-break space or one
     * without width for something.
     */
    public static boolean isBlank(CharSequence text) {
        int next = 0;
        while (next < text.length()) {
            int point = Character.codePointAt(text, next);
            if (isSeen(point)) {
                return false;
            }
            next += Character.charCount(point);
        }
        return true;
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> UNSEEN.indexOf(point) < 0;
        };
    }
}
