package eu.mpf.calls.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.mpf.calls.fund.Balance;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every event of a call carries: its full public state after the change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallFacts(
        UUID callId,
        String key,
        LocalizedText title,
        String bindingLanguage,
        List<String> regions,
        List<String> themes,
        List<String> countries,
        List<String> applicantKinds,
        CallStatus status,
        int version,
        @Nullable Instant opensAt,
        @Nullable Instant deadlineAt,
        List<FundFacts> funds,
        List<String> depletedFunds,
        @Nullable String reason,
        @Nullable Published clarification,
        @Nullable Texts clarificationTexts) {

    static final String TOPIC = "mpf.calls.call.v1";

    static OutgoingEvent event(Call call, CallEvent event, List<Balance> balances, @Nullable Clarified clarified) {
        Scope scope = call.terms().scope();
        CallFacts facts = new CallFacts(
                call.id(),
                call.key(),
                call.terms().title(),
                call.terms().binding(),
                call.terms().regions(),
                scope.themes(),
                scope.countries(),
                scope.applicantKinds(),
                call.status(),
                call.edition(),
                call.opensAt(),
                call.deadlineAt(),
                balances.stream().map(FundFacts::of).toList(),
                call.depletedFunds(),
                call.reason(),
                clarified == null ? null : clarified.published(),
                clarified == null ? null : clarified.texts());
        return new OutgoingEvent(TOPIC, event.type(), call.id().toString(), call.version(), facts);
    }

    /** @param code the fund's; {@code lot} tells its lots apart */
    record FundFacts(String code, @Nullable String lot, Money envelope, Money available) {

        static FundFacts of(Balance balance) {
            String lot = balance.purse().lot();
            return new FundFacts(
                    balance.purse().fund(),
                    lot.isEmpty() ? null : lot,
                    balance.money(balance.envelope()),
                    balance.money(balance.available()));
        }
    }

    /** A question and its answer; never who asked. */
    record Clarified(Published published, Texts texts) {

        /** @param language of the question @param binding the call's */
        static Clarified of(UUID id, String language, LocalizedText question, LocalizedText answer, String binding) {
            String counts = BindingLanguage.of(binding, answer);
            return new Clarified(
                    new Published(
                            id, question.get(List.of(Locale.of(language))), answer.get(List.of(Locale.of(counts)))),
                    new Texts(language, question, answer, counts));
        }
    }

    /** The question in the language it was asked in, the answer in the one that counts. */
    record Published(UUID clarificationId, String question, String answer) {}

    /** Both in every language they are there in. */
    record Texts(String language, LocalizedText question, LocalizedText answer, String bindingLanguage) {}
}
