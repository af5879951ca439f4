package eu.mpf.web.bulk;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of every import, taken as {@code @BeanParam}. */
public class ImportParams {
    @QueryParam("validateOnly")
    @Parameter(description = "Tries every row and keeps nothing.")
    public @Nullable Boolean validateOnly;

    @QueryParam("decimal")
    @Parameter(description = "How the file writes decimals: POINT (1,234.56; the default) or COMMA (1.234,56).")
    public @Nullable DecimalStyle decimal;

    @QueryParam("source")
    @Parameter(description = "Where the file comes from; kept with every object it touches.")
    public @Nullable String source;

    @QueryParam("sourceDate")
    @Parameter(description = "The date at which the file's values held.")
    public @Nullable LocalDate sourceDate;

    boolean isDryRun() {
        return Boolean.TRUE.equals(validateOnly);
    }

    DecimalStyle style() {
        return decimal == null ? DecimalStyle.POINT : decimal;
    }
}
