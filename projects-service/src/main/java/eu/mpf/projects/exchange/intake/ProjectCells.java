package eu.mpf.projects.exchange.intake;

import eu.mpf.projects.exchange.ProjectRecord;
import eu.mpf.projects.project.Budget;
import eu.mpf.projects.project.GranteeStanding;
import eu.mpf.projects.project.Partner;
import eu.mpf.projects.project.PartnerRole;
import eu.mpf.projects.project.ProjectKind;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.RateBasis;
import eu.mpf.projects.project.Visibility;
import eu.mpf.projects.published.NewPublishedValue;
import eu.mpf.projects.published.PublishedField;
import eu.mpf.web.bulk.Row;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project from the cells of a table. Several values of a cell are separated by {@code ;}. Amounts that are plain numbers
 * are read as such; what stands there with words or in another form is kept as printed, and read only beyond doubt.
 */
final class ProjectCells {

    /** Columns whose cells are always kept as printed. */
    private static final Map<String, PublishedField> PRINTED = printed();

    private static final Pattern NUMBER = Pattern.compile("[\\d.,\\s]+");

    /** Derived by the platform: an export has them, an import cannot set them. */
    private static final Set<String> DERIVED = Set.of("id", "version", "callKey");

    private static final Set<String> TEXTS = Set.of(
            "code",
            "reference",
            "acronym",
            "acronymVariants",
            "kind",
            "title",
            "summary",
            "leadOrganisation",
            "leadName",
            "partners",
            "beneficiaries",
            "memberStates",
            "partnerCountries",
            "region",
            "themes",
            "startDate",
            "endDate",
            "fund",
            "total",
            "euShare",
            "nationalShare",
            "ratePercent",
            "currency",
            "activities",
            "predecessor",
            "bindingLanguage",
            "visibility",
            "moneyPublic",
            "effectiveOn",
            "status",
            "statusSince",
            "statusReason",
            "granteeStanding",
            "source");

    private ProjectCells() {}

    /** Every column there is; {@code title.fr} and {@code summary.fr} hold texts in further languages. */
    static Set<String> columns() {
        Set<String> columns = new HashSet<>(TEXTS);
        columns.addAll(PRINTED.keySet());
        columns.addAll(DERIVED);
        LocalizedText.LANGUAGES.forEach(language -> columns.addAll(Set.of("title." + language, "summary." + language)));
        return columns;
    }

    static ProjectRecord read(Row row) {
        DERIVED.forEach(column ->
                row.text(column).ifPresent(value -> row.warn(column, "not-imported", "is given by the platform")));
        List<NewPublishedValue> published = new ArrayList<>();
        PRINTED.forEach(
                (column, field) -> row.text(column).ifPresent(value -> published.add(value(row, field, value))));
        Budget budget = budget(row, published);
        String lead = row.text("leadOrganisation").orElse(null);
        LocalizedText title = text(row, "title");
        if (title == null) {
            row.error("title", "required", "must not be empty");
            row.throwIfErrors();
            throw new IllegalStateException("a row without a title is refused");
        }
        return new ProjectRecord(
                row.text("code").orElse(null),
                title,
                text(row, "summary"),
                row.text("reference").orElse(null),
                row.text("acronym").orElse(null),
                many(row, "acronymVariants"),
                row.constant("kind", ProjectKind.class).orElse(null),
                lead,
                lead == null ? row.text("leadName").orElse(null) : null,
                partners(row),
                many(row, "beneficiaries"),
                many(row, "memberStates"),
                many(row, "partnerCountries"),
                row.text("region").orElse(null),
                many(row, "themes"),
                row.date("startDate").orElse(null),
                row.date("endDate").orElse(null),
                row.text("fund").orElse(null),
                budget,
                null,
                many(row, "activities"),
                null,
                row.text("predecessor").orElse(null),
                row.text("bindingLanguage").orElse(null),
                row.constant("visibility", Visibility.class).orElse(null),
                row.bool("moneyPublic").orElse(null),
                row.date("effectiveOn").orElse(null),
                row.constant("status", ProjectStatus.class).orElse(null),
                row.date("statusSince").orElse(null),
                row.text("statusReason").orElse(null),
                row.constant("granteeStanding", GranteeStanding.class).orElse(null),
                published,
                null);
    }

    private static @Nullable LocalizedText text(Row row, String column) {
        Map<String, String> texts = new LinkedHashMap<>();
        LocalizedText.LANGUAGES.forEach(
                language -> row.text(column + "." + language).ifPresent(text -> texts.put(language, text)));
        row.text(column).ifPresent(text -> texts.put("en", text));
        return texts.isEmpty() ? null : new LocalizedText(texts);
    }

    /** By the code of the register where it looks like one, else by name. */
    private static List<Partner> partners(Row row) {
        return many(row, "partners").stream()
                .map(each -> each.matches("[A-Z0-9][A-Z0-9-]{1,59}")
                        ? new Partner(each, null, PartnerRole.PARTNER)
                        : new Partner(null, each, PartnerRole.PARTNER))
                .toList();
    }

    private static @Nullable Budget budget(Row row, List<NewPublishedValue> published) {
        String currency = row.text("currency").orElse("EUR");
        Money total = money(row, "total", PublishedField.TOTAL, currency, published);
        Money share = money(row, "euShare", PublishedField.EU_SHARE, currency, published);
        Money national = money(row, "nationalShare", PublishedField.NATIONAL_SHARE, currency, published);
        BigDecimal rate = row.percent("ratePercent").orElse(null);
        return Stream.of(total, share, national, rate).allMatch(each -> each == null)
                ? null
                : new Budget(
                        total,
                        share,
                        rate,
                        rate == null ? null : RateBasis.STATED,
                        national,
                        List.of(),
                        null,
                        List.of(),
                        null);
    }

    private static @Nullable Money money(
            Row row, String column, PublishedField field, String currency, List<NewPublishedValue> published) {
        String text = row.text(column).orElse(null);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            published.add(value(row, field, text));
            return null;
        }
        return row.decimal(column)
                .filter(amount -> {
                    boolean cents = amount.scale() <= 2 && currency.matches("[A-Z]{3}");
                    if (!cents) {
                        row.error(
                                column, "invalid", "is an amount with at most two decimals, in a currency of ISO 4217");
                    }
                    return cents;
                })
                .map(amount -> new Money(amount, currency))
                .orElse(null);
    }

    private static NewPublishedValue value(Row row, PublishedField field, String printed) {
        return new NewPublishedValue(field, printed, row.text("source").orElse("import"), null, true);
    }

    private static List<String> many(Row row, String column) {
        return row.texts(column, ";");
    }

    private static Map<String, PublishedField> printed() {
        Map<String, PublishedField> columns = new LinkedHashMap<>();
        columns.put("period", PublishedField.PERIOD);
        columns.put("start", PublishedField.START);
        columns.put("end", PublishedField.END);
        columns.put("duration", PublishedField.DURATION);
        columns.put("kickOff", PublishedField.KICK_OFF);
        columns.put("closingEvent", PublishedField.CLOSING_EVENT);
        columns.put("share", PublishedField.SHARE);
        columns.put("requestedTotal", PublishedField.REQUESTED_TOTAL);
        columns.put("requestedGrant", PublishedField.REQUESTED_GRANT);
        columns.put("milestone", PublishedField.MILESTONE);
        columns.put("note", PublishedField.NOTE);
        return columns;
    }
}
