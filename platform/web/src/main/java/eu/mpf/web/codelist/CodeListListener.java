package eu.mpf.web.codelist;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.web.ServiceName;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hears of new versions of the lists that all services share; who keeps them has nothing to hear. */
@ApplicationScoped
class CodeListListener implements EventListener {
    private final SharedCodeLists shared;
    private final String consumer;

    CodeListListener(SharedCodeLists shared, ServiceName service) {
        this.shared = shared;
        this.consumer = service.name() + ".code-lists";
    }

    record Told(
            @Nullable String name,
            int version,
            @Nullable LocalizedText title,
            @Nullable String source,
            @Nullable List<CodeListEntry> entries) {}

    @Override
    public String consumer() {
        return consumer;
    }

    @Override
    public Set<String> topics() {
        return shared.areKeptHere() ? Set.of() : Set.of(SharedCodeLists.TOPIC);
    }

    @Override
    public Set<String> types() {
        return Set.of(SharedCodeLists.CHANGED);
    }

    /** Each version stays readable, also one that is overtaken by the next. */
    @Override
    public boolean latestOnly() {
        return false;
    }

    @Override
    public void on(IncomingEvent event) {
        var told = event.dataAs(Told.class);
        if (told.name() == null || told.title() == null || told.entries() == null || told.version() < 1) {
            throw new PermanentFailure("a code list has a name, a version, a title and entries");
        }
        shared.learn(new CodeList(told.name(), told.version(), told.title(), told.source(), told.entries()));
    }
}
