package eu.mpf.web.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes out of spans what may name a person: what was asked for in a query (a name somebody looks for), who asked, and from
 * where. Paths hold ids alone and stay.
 */
@Singleton
public class Discretion implements SpanProcessor {

    private static final String WITHHELD = "";

    private static final List<AttributeKey<String>> TELLING = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("user_agent.original"),
            AttributeKey.stringKey("enduser.id"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> key : TELLING) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, WITHHELD);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
