package eu.mpf.calls.letter;

import eu.mpf.calls.call.Calls;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Letters for all of a call, whatever their number: asked for in one request and written some at a time, so that no
 * transaction grows with the call. A crash loses nothing and sends nothing twice: what was written is noted with it.
 */
@ApplicationScoped
@Transactional
public class LetterBatchService {

    private static final int AT_A_TIME = 20;
    private static final int MOST = 20_000;

    private final LetterBatches batches;
    private final Letters letters;
    private final LetterService service;
    private final Calls calls;
    private final AuditTrail audit;
    private final Caller caller;

    LetterBatchService(
            LetterBatches batches,
            Letters letters,
            LetterService service,
            Calls calls,
            AuditTrail audit,
            Caller caller) {
        this.batches = batches;
        this.letters = letters;
        this.service = service;
        this.calls = calls;
        this.audit = audit;
        this.caller = caller;
    }

    /** @param chosen none for all of the call that wait for a letter now */
    public LetterBatch start(UUID callId, List<UUID> chosen) {
        calls.get(callId);
        List<UUID> ids = chosen.isEmpty() ? letters.due(callId, MOST) : List.copyOf(new TreeSet<>(chosen));
        UUID id = Ids.next();
        batches.add(id, callId, caller.subject(), ids);
        audit.record("letter.batch", "call", callId, null, ids.size(), id.toString());
        return batches.get(id);
    }

    /** Writes the next letters of the oldest batch that nobody works on; false when there is nothing to do. */
    public boolean step() {
        UUID id = batches.claim().orElse(null);
        if (id == null) {
            return false;
        }
        LetterBatch batch = batches.get(id);
        List<LetterBatches.Item> next = batches.next(id, AT_A_TIME);
        for (LetterBatches.Item item : next) {
            batches.done(id, item.position(), service.attempt(batch.callId(), item.applicationId(), batch.askedBy()));
        }
        if (next.size() < AT_A_TIME) {
            batches.finish(id);
        }
        return true;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public LetterBatch get(UUID id) {
        return batches.get(id);
    }

    /** What became of each application it has come to. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Outcome> outcomes(UUID id) {
        return batches.items(id).stream()
                .filter(item -> item.letterId() != null || item.code() != null)
                .map(item -> new Outcome(
                        item.applicationId(), item.letterId(), item.reference(), item.code(), item.detail()))
                .toList();
    }

    /** The letters it has written so far, by their ids. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<UUID> written(UUID id) {
        batches.get(id);
        return batches.items(id).stream()
                .map(LetterBatches.Item::letterId)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A letter, or why there is none. */
    public record Outcome(
            UUID applicationId,
            @Nullable UUID letterId,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String detail) {}
}
