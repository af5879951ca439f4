package eu.mpf.calls.search;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.call.AskedCodes;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.language.Languages;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Keeping searches, and telling their owners. */
@ApplicationScoped
@Transactional
public class SavedSearchService {

    private static final int MOST = 50;
    private static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);

    private final SavedSearches searches;
    private final MergePatch mergePatch;
    private final Alerts alerts;
    private final Languages languages;
    private final PersonHash people;
    private final AuditTrail audit;
    private final Caller caller;
    private final Sql sql;
    private final AskedCodes codes;

    SavedSearchService(
            SavedSearches searches,
            MergePatch mergePatch,
            Alerts alerts,
            Languages languages,
            PersonHash people,
            AuditTrail audit,
            Caller caller,
            Sql sql,
            AskedCodes codes) {
        this.searches = searches;
        this.mergePatch = mergePatch;
        this.alerts = alerts;
        this.languages = languages;
        this.people = people;
        this.audit = audit;
        this.caller = caller;
        this.sql = sql;
        this.codes = codes;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<SavedSearch> page(PageParams params) {
        return searches.page(params, caller.subject());
    }

    /** @throws ProblemException 404 also for somebody else's */
    @Transactional(Transactional.TxType.SUPPORTS)
    public SavedSearch get(UUID id) {
        return searches.find(id, caller.subject()).orElseThrow(() -> ProblemException.notFound("saved search", id));
    }

    public SavedSearch create(SavedSearch.Terms asked) {
        SavedSearch.Terms terms = asked.in(codes);
        String address = caller.email()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN, "Your token tells no address to which alerts could go."));
        sql.lock("saved-searches/" + caller.subject());
        if (searches.count(caller.subject()) >= MOST) {
            throw new ProblemException(CallsProblem.TOO_MANY_SEARCHES, "You may keep " + MOST + " searches.");
        }
        UUID id = Ids.next();
        searches.insert(
                id,
                caller.subject(),
                new SavedSearches.Person(
                        address,
                        languages.pick(OFFERED).getLanguage(),
                        people.ofWritten(address).orElse(null)),
                terms);
        searches.takeAsKnown(id);
        audit.record("saved-search.create", "saved-search", id, null, terms, null);
        return get(id);
    }

    public SavedSearch edit(UUID id, long version, JsonNode patch) {
        SavedSearch before = get(id);
        Versions.check(version, before.version());
        SavedSearch.Terms terms =
                mergePatch.apply(before.terms(), patch, SavedSearch.Terms.class).in(codes);
        if (!searches.update(id, caller.subject(), version, terms)) {
            Versions.check(version, get(id).version());
        }
        searches.takeAsKnown(id);
        audit.record("saved-search.edit", "saved-search", id, before.terms(), terms, null);
        return get(id);
    }

    public void delete(UUID id, long version) {
        SavedSearch before = get(id);
        Versions.check(version, before.version());
        searches.delete(id, caller.subject());
        audit.record("saved-search.delete", "saved-search", id, before.terms(), null, null);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<SavedSearch.Match> matches(UUID id) {
        get(id);
        return searches.matches(id);
    }

    /** Looks for new matches of all searches; one instance at a time does. */
    public void match() {
        sql.lock("saved-search-matching");
        searches.matchAll();
    }

    /** Tells one owner what came to match; false when nobody is to be told. */
    public boolean tellNext() {
        SavedSearches.Due due = searches.claim().orElse(null);
        if (due == null) {
            return false;
        }
        alerts.tell(due, searches.tell(due.id()));
        return true;
    }
}
