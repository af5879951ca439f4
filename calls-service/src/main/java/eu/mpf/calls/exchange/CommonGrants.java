package eu.mpf.calls.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Calls in the CommonGrants protocol 0.4: a list of opportunities, and one in detail. */
public final class CommonGrants {

    public static final String MEDIA_TYPE = "application/vnd.commongrants+json";

    private CommonGrants() {}

    /** The whole list on one page, written item by item. */
    public static void list(ObjectMapper json, OutputStream out, String publicUrl, AtomFeed.Source calls)
            throws IOException {
        AtomicInteger count = new AtomicInteger();
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeNumberField("status", 200);
            generator.writeStringField("message", "Success");
            generator.writeArrayFieldStart("items");
            calls.forEach(call -> {
                try {
                    generator.writePOJO(Opportunity.of(call, publicUrl));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                count.incrementAndGet();
            });
            generator.writeEndArray();
            generator.writePOJOField("paginationInfo", new Pages(1, Math.max(1, count.get()), count.get(), 1));
            generator.writeEndObject();
        }
    }

    /** One opportunity as the protocol answers it. */
    @Schema(name = "CommonGrantsOpportunity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(int status, String message, Opportunity data) {

        public static One of(PublishedCall call, String publicUrl) {
            return new One(200, "Success", Opportunity.of(call, publicUrl));
        }
    }

    record Pages(int page, int pageSize, int totalItems, int totalPages) {}
}
