package eu.mpf.web.codelist;

import static eu.mpf.web.adjustment.AdjustmentKind.CODE_LIST;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.adjustment.AdjustmentService;
import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next version of a code list. The versions before it stay readable, and nothing stored changes. A list that all
 * services share is changed where it is kept, and told to the others.
 */
@ApplicationScoped
class CodeListAdministrationService {
    private final CodeLists lists;
    private final Adjustments known;
    private final AdjustmentService adjustments;
    private final SharedCodeLists shared;
    private final ObjectMapper json;

    CodeListAdministrationService(
            CodeLists lists,
            Adjustments known,
            AdjustmentService adjustments,
            SharedCodeLists shared,
            ObjectMapper json) {
        this.lists = lists;
        this.known = known;
        this.adjustments = adjustments;
        this.shared = shared;
        this.json = json;
    }

    /** The lists as they are in the database, also where another instance has changed them just now. */
    List<CodeList> latest() {
        known.learn(adjustments.of(CODE_LIST));
        return lists.latest();
    }

    /** @throws ProblemException 404 */
    CodeList latest(String name) {
        return latest().stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("code list", name));
    }

    /** @throws ProblemException 400, 404, 412; 409 for a shared list that another service keeps */
    @Transactional
    CodeList replace(
            String name,
            @Nullable LocalizedText title,
            List<CodeListEntry> entries,
            long expected,
            @Nullable String why) {
        var now = latest(name);
        shared.requireKeptHere(name);
        Versions.check(expected, now.version());
        return save(now, CodeListRules.next(now, title == null ? now.title() : title, entries), why);
    }

    /** @throws ProblemException 400, 404, 412; 409 for a shared list that another service keeps */
    @Transactional
    CodeList putEntry(String name, CodeListEntry entry, long expected, @Nullable String why) {
        var now = latest(name);
        shared.requireKeptHere(name);
        Versions.check(expected, now.version());
        return save(now, CodeListRules.next(now, now.title(), CodeListRules.with(now.entries(), entry)), why);
    }

    /** A version is written once: of two administrators with the same idea at the same time, one is told. */
    private CodeList save(CodeList now, CodeList next, @Nullable String why) {
        adjustments.put(CODE_LIST, next.name() + "/" + next.version(), json.valueToTree(next), 0, now, why);
        shared.tell(next);
        return next;
    }
}
