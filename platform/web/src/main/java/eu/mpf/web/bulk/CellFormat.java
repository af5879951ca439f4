package eu.mpf.web.bulk;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell's number format says about its number (ISO/IEC 29500, 18.8.30). */
final class CellFormat {
    /** The formats every workbook has, that are dates or times. */
    private static final Set<Integer> BUILT_IN_DATES = Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47);

    /** Texts in quotes, escaped characters, colours and conditions in brackets. */
    private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\[[^]]*]");

    private CellFormat() {}

    static boolean isDate(@Nullable Integer id, String format) {
        if (id != null && BUILT_IN_DATES.contains(id)) {
            return true;
        }
        var code = NOT_CODE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return !code.equals("general") && code.matches(".*[ydhs].*|.*mm.*");
    }
}
