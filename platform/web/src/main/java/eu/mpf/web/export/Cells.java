package eu.mpf.web.export;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values look as text in a cell: as in the API's JSON where that is a string. */
final class Cells {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Cells() {}

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant -> INSTANT.format(instant);
            case BigDecimal number -> number.toPlainString();
            case Money money -> money.amount().toPlainString();
            case LocalizedText text -> text.get(List.of());
            case Collection<?> many -> many.stream().map(Cells::text).collect(Collectors.joining("; "));
            default -> value.toString();
        };
    }
}
