package eu.mpf.web.json;

/** Writes numbers of a fixed width into a text that is put together by hand. */
final class Digits {

    private Digits() {}

    static void put(char[] text, int from, int number, int digits) {
        int rest = number;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** As {@link #put(char[], int, int, int)}, and what follows the number. */
    static void put(char[] text, int from, int number, int digits, char end) {
        put(text, from, number, digits);
        text[from + digits] = end;
    }
}
