package eu.mpf.calls.call;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.CallsConfig;
import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.eligibility.RuleEngine;
import eu.mpf.calls.fund.Balance;
import eu.mpf.calls.fund.FundBalances;
import eu.mpf.calls.fund.Purse;
import eu.mpf.calls.notice.CallNotice;
import eu.mpf.calls.notice.CallNotices;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The use cases of a call. */
@ApplicationScoped
@Transactional
public class CallService {

    private final Calls calls;
    private final FundBalances balances;
    private final RuleEngine rules;
    private final CallCodes codes;
    private final GuidelinesFiles guidelines;
    private final MergePatch mergePatch;
    private final CallNotices notices;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final CallsConfig config;

    CallService(
            Calls calls,
            FundBalances balances,
            RuleEngine rules,
            CallCodes codes,
            GuidelinesFiles guidelines,
            MergePatch mergePatch,
            CallNotices notices,
            Outbox outbox,
            AuditTrail audit,
            CallsConfig config) {
        this.calls = calls;
        this.balances = balances;
        this.rules = rules;
        this.codes = codes;
        this.guidelines = guidelines;
        this.mergePatch = mergePatch;
        this.notices = notices;
        this.outbox = outbox;
        this.audit = audit;
        this.config = config;
    }

    /** Whether a call could be drafted under this key; does nothing. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void check(String key, CallTerms terms) {
        free(key);
        codes.coded(terms, null, "/terms");
    }

    private void free(String key) {
        if (calls.count("key", key) > 0) {
            throw new ProblemException(CallsProblem.CALL_KEY_TAKEN, "There is a call with the key " + key + ".");
        }
    }

    public Call create(String key, CallTerms written) {
        free(key);
        UUID id = Ids.next();
        CallTerms terms = guidelines.filledIn(id, codes.coded(written, null, "/terms"), "/terms");
        Call call = new Call(id, key, terms, calls.clock());
        calls.persist(call);
        calls.flush();
        audit.record("call.create", "call", call.id(), null, terms, null);
        return call;
    }

    /**
     * Takes a draft from elsewhere. One that is there already is brought up to date as long as nobody has worked on it.
     *
     * @throws ProblemException 409 when it is published or was edited here
     */
    public Drafted takeDraft(String key, CallTerms terms) {
        Call known = calls.find("key", key).firstResult();
        if (known == null) {
            return new Drafted(create(key, terms), Change.CREATED);
        }
        if (known.terms().equals(terms)) {
            return new Drafted(known, Change.UNCHANGED);
        }
        if (known.isPublic() || known.isEdited()) {
            throw new ProblemException(
                    CallsProblem.CALL_STATE, "The call " + key + " has been worked on here; nothing is overwritten.");
        }
        CallTerms before = known.terms();
        known.replace(terms);
        calls.flush();
        audit.record("call.import", "call", known.id(), before, terms, null);
        return new Drafted(known, Change.UPDATED);
    }

    /** A draft taken from elsewhere, and what that changed. */
    public record Drafted(Call call, Change change) {}

    /** What taking a draft changed. */
    public enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    public Call edit(UUID id, long version, JsonNode patch) {
        Call call = calls.get(id, version);
        CallTerms before = call.terms();
        CallTerms patched =
                mergePatch.apply(new CallEdit(before), patch, CallEdit.class).terms();
        call.edit(guidelines.filledIn(id, codes.coded(patched, before, "/terms"), "/terms"));
        calls.flush();
        audit.record("call.edit", "call", id, before, call.terms(), null);
        return call;
    }

    /**
     * Throws a draft away; its key is free again.
     *
     * @throws ProblemException 409 once it was published: from then on it is cancelled
     */
    public void discard(UUID id, long version) {
        Call call = calls.get(id, version);
        call.requireDiscardable();
        guidelines.removeAll(id);
        calls.delete(call);
        calls.flush();
        audit.record("call.discard", "call", id, call.terms(), null, null);
    }

    /** What the call links to, for somebody to follow once this transaction is over. */
    public List<FoundLink> links(UUID id) {
        return LinksOfCall.in(calls.get(id).terms()).list();
    }

    /** What an amendment would link to beyond the edition in force. */
    public List<FoundLink> links(UUID id, Amendment amendment) {
        CallTerms before = calls.get(id).terms();
        return LinksOfCall.broughtBy(before, changed(id, before, amendment), amendment.corrections());
    }

    /**
     * @param links of the call, followed before
     * @throws ProblemException 409 naming each place, while a link is dead or leads nowhere
     */
    public Call publish(UUID id, long version, CheckedLinks links) {
        Call call = calls.get(id, version);
        CallStatus before = call.status();
        CallEvent event = call.publish(rules);
        requireGivenOut(call);
        links.requireSound();
        calls.add(new CallEdition(id, 1, call.terms(), call.now(), null, List.of()));
        calls.flush();
        List<Balance> opened = envelopes(call, Set.of());
        outbox.publish(CallFacts.event(call, event, opened, null));
        audit.record(
                "call.publish",
                "call",
                id,
                Map.of("status", before),
                Map.of("status", call.status(), "edition", 1),
                null);
        return call;
    }

    /** What applicants are to follow, they can have. */
    private void requireGivenOut(Call call) {
        List<FieldError> heldBack = guidelines.heldBack(call.terms());
        if (!heldBack.isEmpty()) {
            throw new ProblemException(
                    CallsProblem.CALL_NOT_PUBLISHABLE,
                    "Files of the guidelines of " + call.key() + " are not found clean.",
                    heldBack);
        }
    }

    /** @param links that the amendment brings, followed before */
    public Call amend(UUID id, long version, Amendment amendment, CheckedLinks links) {
        Call call = calls.get(id, version);
        CallTerms before = call.terms();
        CallTerms changed = changed(id, before, amendment);
        List<Correction> corrections = codes.coded(amendment.corrections());
        CallEvent event = call.amend(withEnvelopes(changed, amendment.envelopes()), rules);
        requireGivenOut(call);
        links.requireSound();
        // Money first, then the call's row: the order in which awards lock them too.
        List<Balance> moved = envelopes(call, before.purses().keySet());
        calls.awaitTaking(id);
        moved.forEach(balance -> call.purse(balance.purse(), balance.depleted()));
        calls.add(new CallEdition(id, call.edition(), call.terms(), call.now(), amendment.reason(), corrections));
        calls.flush();
        outbox.publish(CallFacts.event(call, event, moved, null));
        notices.queue(notice(call, event, amendment.reason(), amendment.corrections()));
        audit.record("call.amend", "call", id, before, call.terms(), amendment.reason());
        return call;
    }

    private CallTerms changed(UUID id, CallTerms before, Amendment amendment) {
        return amendment.changes() == null
                ? before
                : guidelines.filledIn(
                        id,
                        codes.coded(mergePatch.apply(before, amendment.changes(), CallTerms.class), before, ""),
                        "");
    }

    private static CallTerms withEnvelopes(CallTerms terms, List<Amendment.Envelope> envelopes) {
        List<FundLine> funds = new ArrayList<>(terms.funds());
        for (int i = 0; i < envelopes.size(); i++) {
            Amendment.Envelope envelope = envelopes.get(i);
            String lot = envelope.lot() == null ? "" : envelope.lot();
            if (!terms.purses().containsKey(new Purse(envelope.fund(), lot))) {
                throw ProblemException.invalid("/envelopes/" + i, "unknown-fund", "the call has no such fund or lot");
            }
            String currency =
                    terms.fund(envelope.fund()).orElseThrow().envelope().currency();
            if (!envelope.envelope().currency().equals(currency)) {
                throw ProblemException.invalid(
                        "/envelopes/" + i + "/envelope/currency", "other-currency", "the fund is in " + currency);
            }
            funds.replaceAll(
                    fund -> fund.code().equals(envelope.fund()) ? fund.withEnvelope(lot, envelope.envelope()) : fund);
        }
        return terms.withFunds(funds);
    }

    /**
     * Opens, moves and takes away purses, so that they hold what the terms say and no more: one that stayed beside the lots its
     * fund was divided into would give its money twice.
     */
    private List<Balance> envelopes(Call call, Set<Purse> before) {
        Map<Purse, Money> purses = call.terms().purses();
        for (Purse purse : before) {
            if (!purses.containsKey(purse) && !balances.close(call.id(), purse)) {
                throw new ProblemException(
                        CallsProblem.FUND_IN_USE,
                        "Money of " + purse + " is awarded: it can neither be taken away nor divided into lots.");
            }
        }
        List<Balance> moved = new ArrayList<>();
        purses.forEach((purse, envelope) -> moved.add(envelope(call, purse, envelope)));
        return moved;
    }

    private Balance envelope(Call call, Purse purse, Money envelope) {
        BigDecimal depletedBelow = call.terms().fund(purse.fund()).orElseThrow().depletedBelowAmount();
        return balances.setEnvelope(call.id(), purse, envelope, depletedBelow)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.ENVELOPE_TOO_SMALL,
                        "More than " + envelope + " of " + purse
                                + " is awarded already, or it is in another currency."));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<CallEdition> editions(UUID id) {
        return calls.editions(id);
    }

    public Call suspend(UUID id, long version, String reason) {
        return move(id, version, reason, Call::suspend);
    }

    public Call reopen(UUID id, long version, String reason) {
        return move(id, version, reason, Call::reopen);
    }

    public Call close(UUID id, long version, String reason) {
        return move(id, version, reason, Call::close);
    }

    public Call cancel(UUID id, long version, String reason) {
        return move(id, version, reason, Call::cancel);
    }

    private Call move(UUID id, long version, String reason, BiFunction<Call, String, CallEvent> command) {
        calls.awaitTaking(id);
        Call call = calls.get(id, version);
        CallStatus before = call.status();
        CallEvent event = command.apply(call, reason);
        calls.flush();
        outbox.publish(CallFacts.event(call, event, balances.of(id), null));
        notices.queue(notice(call, event, reason, List.of()));
        audit.record(event.type(), "call", id, before, call.status(), reason);
        return call;
    }

    private static CallNotice notice(Call call, CallEvent event, String reason, List<Correction> corrections) {
        return new CallNotice(
                Ids.next(),
                call.id(),
                event.name(),
                call.edition(),
                new CallNotice.Facts(
                        call.key(),
                        call.terms().title(),
                        reason,
                        corrections.stream()
                                .map(line ->
                                        new CallNotice.Correction(line.section(), line.page(), line.was(), line.is()))
                                .toList()));
    }

    /** The calls that the clock has moved since others were last told. */
    public List<UUID> movedByTheClock() {
        return calls.movedByTheClock();
    }

    /** Tells others what the clock did to a call. Whoever comes second, here or in another instance, finds it told. */
    public void followClock(UUID id) {
        calls.awaitTaking(id);
        Call call = calls.locked(id);
        CallStatus before = call.status();
        call.followClock(config.arrivalGrace()).ifPresent(event -> {
            calls.flush();
            outbox.publish(CallFacts.event(call, event, balances.of(id), null));
            audit.record(event.type(), "call", id, before, call.status(), "by the clock");
        });
    }

    /**
     * Tells others, once each time, that a purse of the call ran out or holds enough again. The purse's row is locked by
     * whoever moved the money, so two movements of it come here one after the other.
     */
    public void purseMoved(UUID id, Balance balance) {
        if (calls.isDepleted(id, balance.purse()) == balance.depleted()) {
            return;
        }
        calls.awaitTaking(id);
        Call call = calls.lockedAnew(id);
        call.purse(balance.purse(), balance.depleted()).ifPresent(event -> {
            calls.flush();
            outbox.publish(CallFacts.event(call, event, balances.of(id), null));
        });
    }

    /** Tells others of an answered question. */
    public void clarified(
            UUID id, UUID clarificationId, String language, LocalizedText question, LocalizedText answer) {
        Call call = calls.touched(id);
        calls.flush();
        outbox.publish(CallFacts.event(
                call,
                CallEvent.CLARIFICATION_PUBLISHED,
                balances.of(id),
                CallFacts.Clarified.of(
                        clarificationId,
                        language,
                        question,
                        answer,
                        call.terms().binding())));
    }

    /** What of a draft may be changed by a merge patch. */
    record CallEdit(@NotNull @Valid CallTerms terms) {}

    /**
     * A change to a published call.
     *
     * @param changes a merge patch of the terms
     * @param envelopes new envelopes, without repeating the funds
     */
    public record Amendment(
            String reason,
            List<Correction> corrections,
            @Nullable JsonNode changes,
            List<Envelope> envelopes) {

        /** The new envelope of a fund or of one of its lots. */
        public record Envelope(String fund, @Nullable String lot, Money envelope) {}
    }
}
