package eu.mpf.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X12")
@Tag("X24")
class DiscretionTest {

    @Test
    void aSpanTellsNeitherWhatWasAskedForNorWhoAsked() {
        try (var provider =
                SdkTracerProvider.builder().addSpanProcessor(new Discretion()).build()) {
            var span = provider.get("test")
                    .spanBuilder("GET /v1/people")
                    .setAttribute("url.path", "/v1/people")
                    .setAttribute("url.query", "q=Lukas")
                    .setAttribute("client.address", "192.0.2.7")
                    .startSpan();
            assertThat(span).isInstanceOf(ReadableSpan.class);
            var attributes = ((ReadableSpan) span).toSpanData().getAttributes();
            assertThat(attributes.get(AttributeKey.stringKey("url.path"))).isEqualTo("/v1/people");
            assertThat(attributes.get(AttributeKey.stringKey("url.query"))).isEmpty();
            assertThat(attributes.get(AttributeKey.stringKey("client.address"))).isEmpty();
            assertThat(attributes.get(AttributeKey.stringKey("url.full"))).isNull();
            span.end();
        }
    }
}
