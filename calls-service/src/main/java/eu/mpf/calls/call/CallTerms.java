package eu.mpf.calls.call;

import eu.mpf.calls.eligibility.Rule;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.fund.Purse;
import eu.mpf.calls.scoring.ScoringScheme;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything a call says. Criteria, points, rates, minimum and maximum grants, eligible bodies are data here, never
 * constants in code. Once published, a change makes a new edition.
 *
 * @param timeZone the zone of every local time here, for example {@code Europe/Brussels}
 * @param opensLocal when applications may be handed in; at once when absent
 * @param conceptNote whether a concept note comes first and the full application by invitation
 * @param lists named lists that rules refer to as {@code call.lists['name']}
 * @param scope what it is about and whom it is for; open where nothing is said
 */
public record CallTerms(
        @NotNull LocalizedText title,
        @Nullable LocalizedText summary,
        @NotNull DeadlineModel deadlineModel,
        boolean conceptNote,
        @Schema(examples = "Europe/Brussels") @NotBlank String timeZone,
        @Nullable LocalDateTime opensLocal,
        List<@Valid Deadline> deadlines,
        @Nullable LocalDateTime questionsUntilLocal,
        List<@Valid Strand> strands,
        List<@Valid FundLine> funds,
        List<String> regions,
        @Nullable @Valid Guidelines guidelines,
        @Size(max = 200) List<@Valid Rule> rules,
        @Size(max = 100) Map<String, @Size(max = 100) List<String>> lists,
        Map<Stage, @Valid ScoringScheme> scoring,
        @Nullable @Valid Preselection preselection,
        @Nullable @Valid DecisionRules decision,
        @Size(max = 50) List<@Valid AttachmentRule> attachments,
        @Nullable @Valid CheckRules check,
        @Valid Scope scope,

        @Nullable
        @Schema(
                description =
                        "The language whose version of the texts counts; a code of the list `languages`. English, or the title's first, if absent.",
                examples = "en")
        String bindingLanguage) {

    public CallTerms {
        deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
        strands = strands == null ? List.of() : List.copyOf(strands);
        funds = funds == null ? List.of() : List.copyOf(funds);
        regions = regions == null ? List.of() : List.copyOf(regions);
        rules = rules == null ? List.of() : List.copyOf(rules);
        lists = lists == null ? Map.of() : Map.copyOf(lists);
        scoring = scoring == null ? Map.of() : Map.copyOf(scoring);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        scope = scope == null ? Scope.OPEN : scope;
    }

    /** The language whose version of the texts counts. */
    public String binding() {
        return BindingLanguage.of(bindingLanguage, title);
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public @Nullable Instant opensAt() {
        return opensLocal == null ? null : opensLocal.atZone(zone()).toInstant();
    }

    public @Nullable Instant questionsUntilAt() {
        return questionsUntilLocal == null
                ? null
                : questionsUntilLocal.atZone(zone()).toInstant();
    }

    /** The last deadline of all; none for a rolling call without a final one. */
    public @Nullable Instant finalDeadlineAt() {
        return deadlines.stream()
                .map(deadline -> deadline.instant(zone()))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The last moment at which a stage may be handed in, if there is one. */
    public Optional<Instant> deadlineFor(Stage stage) {
        Optional<Instant> own = lastOf(stage);
        return own.isPresent() || deadlineModel == DeadlineModel.TWO_STAGE
                ? own
                : Optional.ofNullable(finalDeadlineAt());
    }

    /** The deadline that closes the round something handed in now belongs to; until then staff do not open it. */
    public Optional<Instant> sealedUntil(Stage stage, Instant submittedAt) {
        return switch (deadlineModel) {
            case ROLLING_UNTIL_DEPLETED -> Optional.empty();
            case SINGLE_STAGE, TWO_STAGE -> deadlineFor(stage);
            case CUT_OFFS ->
                deadlines.stream()
                        .map(deadline -> deadline.instant(zone()))
                        .filter(deadline -> Deadline.admits(deadline, submittedAt))
                        .min(Instant::compareTo);
        };
    }

    private Optional<Instant> lastOf(Stage stage) {
        return deadlines.stream()
                .filter(deadline -> deadline.stage() == stage)
                .map(deadline -> deadline.instant(zone()))
                .max(Instant::compareTo);
    }

    public Stage firstStage() {
        return conceptNote ? Stage.CONCEPT_NOTE : Stage.FULL_APPLICATION;
    }

    public Optional<FundLine> fund(@Nullable String code) {
        return funds.stream().filter(line -> Objects.equals(line.code(), code)).findFirst();
    }

    /** What an attachment of this kind has to be like; empty where the call knows no such kind. */
    public Optional<AttachmentRule> attachment(String kind) {
        return attachments.stream()
                .filter(rule -> rule.code().equals(kind))
                .findFirst()
                .or(() -> kind.equals(AttachmentRule.OTHER.code())
                        ? Optional.of(AttachmentRule.OTHER)
                        : Optional.empty());
    }

    public Optional<ScoringScheme> scheme(Stage stage) {
        return Optional.ofNullable(scoring.get(stage));
    }

    /** Where money is taken from, with its envelope: each lot of a fund that has lots, else the fund. */
    public Map<Purse, Money> purses() {
        Map<Purse, Money> purses = new LinkedHashMap<>();
        for (FundLine fund : funds) {
            if (fund.lots().isEmpty()) {
                purses.put(new Purse(fund.code(), ""), fund.envelope());
            }
            fund.lots().forEach(lot -> purses.put(new Purse(fund.code(), lot.code()), lot.envelope()));
        }
        return purses;
    }

    /** The files of the guidelines; none where they are only linked to. */
    public List<GuidelinesFile> guidelinesFiles() {
        return guidelines == null ? List.of() : guidelines.files();
    }

    CallTerms withGuidelines(Guidelines changed) {
        return withCodes(funds, regions, changed, scope, bindingLanguage);
    }

    CallTerms withFunds(List<FundLine> changed) {
        return withCodes(changed, regions, guidelines, scope, bindingLanguage);
    }

    /** The same terms in codes. */
    CallTerms withCodes(
            List<FundLine> codedFunds,
            List<String> codedRegions,
            @Nullable Guidelines codedGuidelines,
            Scope codedScope,
            @Nullable String language) {
        return new CallTerms(
                title,
                summary,
                deadlineModel,
                conceptNote,
                timeZone,
                opensLocal,
                deadlines,
                questionsUntilLocal,
                strands,
                codedFunds,
                codedRegions,
                codedGuidelines,
                rules,
                lists,
                scoring,
                preselection,
                decision,
                attachments,
                check,
                codedScope,
                language);
    }
}
