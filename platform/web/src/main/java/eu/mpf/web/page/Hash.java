package eu.mpf.web.page;

import eu.mpf.web.value.Sha256;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Tells two queries apart: a page token made for one is refused by the other. */
final class Hash {
    private Hash() {}

    static String of(String from, String where, List<?> arguments) {
        var text = new StringBuilder(from).append('\0').append(where);
        for (var argument : arguments) {
            text.append('\0').append(argument instanceof Object[] array ? Arrays.toString(array) : argument);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(text.toString()), 12));
    }
}
