package eu.mpf.events.synopsis;

import eu.mpf.events.event.Publicity;
import eu.mpf.web.link.CheckedLink;
import eu.mpf.web.link.CheckedLink.LinkState;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Follows the links of a report. What leads to a file of this service is not called over the network, where the way back
 * in may be closed: it is looked up, and sound while the public may have the file.
 */
@ApplicationScoped
public class ReportLinks {
    private static final String UUID_PATTERN = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final String MAY_BE_HAD = """
            SELECT 1 FROM material m JOIN session s ON s.id = m.session_id JOIN event e ON e.id = s.event_id
            WHERE m.session_id = ? AND m.id = ? AND m.consent = 'GIVEN' AND %s
              AND (m.embargo_until IS NULL OR m.embargo_until <= platform_clock())
            """.formatted(Publicity.PUBLIC);

    private final Sql sql;
    private final LinkChecker web;
    private final Pattern file;

    ReportLinks(
            Sql sql,
            LinkChecker web,
            @ConfigProperty(name = "mpf.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.web = web;
        this.file = Pattern.compile("%s/v1/sessions/%s/materials/%s/content"
                .formatted(Pattern.quote(publicUrl), UUID_PATTERN, UUID_PATTERN));
    }

    /** All of them, in order. It waits for strangers, so it is never called inside a transaction. */
    public CheckedLinks check(List<FoundLink> links) {
        Iterator<CheckedLink> elsewhere = web.check(
                        links.stream().filter(link -> !isOwn(link)).toList())
                .all()
                .iterator();
        return new CheckedLinks(links.stream()
                .map(link -> isOwn(link) ? lookUp(link) : elsewhere.next())
                .toList());
    }

    /** Those to files of this service, as things stand in this transaction. */
    CheckedLinks checkOwn(List<FoundLink> links) {
        return new CheckedLinks(
                links.stream().filter(this::isOwn).map(this::lookUp).toList());
    }

    private boolean isOwn(FoundLink link) {
        return file.matcher(link.target()).matches();
    }

    private CheckedLink lookUp(FoundLink link) {
        Matcher ids = file.matcher(link.target());
        boolean there = ids.matches()
                && sql.first(
                                MAY_BE_HAD,
                                row -> row.getInt(1),
                                UUID.fromString(ids.group(1)),
                                UUID.fromString(ids.group(2)))
                        .isPresent();
        return new CheckedLink(
                link.pointer(),
                link.place(),
                link.text(),
                link.target(),
                there ? LinkState.SOUND : LinkState.DEAD,
                there ? 200 : 404);
    }
}
