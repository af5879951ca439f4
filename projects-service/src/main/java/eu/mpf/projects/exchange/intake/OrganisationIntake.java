package eu.mpf.projects.exchange.intake;

import static eu.mpf.projects.ProjectsProblem.CODE_TAKEN;

import eu.mpf.projects.exchange.OrganisationRecord;
import eu.mpf.projects.organisation.Identifier;
import eu.mpf.projects.organisation.OrganisationKind;
import eu.mpf.projects.organisation.OrganisationName;
import eu.mpf.projects.organisation.OrganisationReader;
import eu.mpf.projects.organisation.OrganisationService;
import eu.mpf.projects.organisation.OrganisationView;
import eu.mpf.web.bulk.Row;
import eu.mpf.web.bulk.RowOutcome;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.PlatformTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Takes one row of a file into the register of organisations, in the transaction of the row. */
@ApplicationScoped
public class OrganisationIntake {

    /** Names as the records have them; {@code formerName} and {@code renamedOn} are for tables. */
    static final Set<String> COLUMNS = Set.of(
            "code",
            "name",
            "kind",
            "country",
            "identifiers",
            "names",
            "formerName",
            "renamedOn",
            "succeededBy",
            "succeededOn");

    private final OrganisationService organisations;
    private final OrganisationReader reader;

    OrganisationIntake(OrganisationService organisations, OrganisationReader reader) {
        this.organisations = organisations;
        this.reader = reader;
    }

    /** A line of JSON. */
    public RowOutcome takeLine(Row row) {
        return take(row.as(OrganisationRecord.class));
    }

    /** A line of CSV; identifiers are {@code SCHEME:value; SCHEME:value}. */
    public RowOutcome takeCells(Row row) {
        Optional<String> code = row.required("code");
        Optional<String> name = row.required("name");
        Optional<String> country = row.required("country");
        Optional<OrganisationKind> kind = row.constant("kind", OrganisationKind.class);
        if (kind.isEmpty() && row.text("kind").isEmpty()) {
            row.error("kind", "required", "must not be empty");
        }
        code.filter(each -> !each.matches("[A-Z0-9][A-Z0-9-]{1,59}"))
                .ifPresent(each -> row.error("code", "invalid", "is of capital letters, digits and dashes"));
        List<Identifier> identifiers = new ArrayList<>();
        for (String each : row.texts("identifiers", ";")) {
            int colon = each.indexOf(':');
            if (colon < 1 || !each.substring(0, colon).matches("[A-Z][A-Z0-9-]{1,29}")) {
                row.error("identifiers", "invalid", "is a scheme in capitals, a colon and a value: " + each);
            } else {
                identifiers.add(new Identifier(each.substring(0, colon), each.substring(colon + 1)));
            }
        }
        Optional<String> former = row.text("formerName");
        Optional<LocalDate> renamed = row.date("renamedOn");
        if (former.isPresent() && renamed.isEmpty()) {
            row.error("renamedOn", "required", "must say since when the present name is in use");
        }
        List<OrganisationName> names = former.isEmpty() || renamed.isEmpty() || name.isEmpty()
                ? List.of()
                : List.of(
                        new OrganisationName(former.get(), null, renamed.get().minusDays(1)),
                        new OrganisationName(name.get(), renamed.get(), null));
        LocalDate succeededOn = row.date("succeededOn").orElse(null);
        row.throwIfErrors();
        return take(new OrganisationRecord(
                code.orElseThrow(),
                name.orElseThrow(),
                kind.orElseThrow(),
                country.orElseThrow(),
                identifiers,
                names,
                row.text("succeededBy").orElse(null),
                succeededOn));
    }

    private RowOutcome take(OrganisationRecord told) {
        Optional<OrganisationView> known = reader.byCode(told.code());
        if (known.isPresent()) {
            if (OrganisationRecord.of(known.get()).equals(told.normal())) {
                return RowOutcome.unchanged(told.code(), known.get().id());
            }
            throw new ProblemException(
                    CODE_TAKEN, "Organisation " + told.code() + " exists and is told otherwise; change it instead");
        }
        List<OrganisationName> names = told.names() == null ? List.of() : told.names();
        String first = names.isEmpty() ? told.name() : names.getFirst().name();
        OrganisationView view = organisations.register(told.code(), first, told.details());
        for (OrganisationName next : names.subList(Math.min(1, names.size()), names.size())) {
            if (next.from() == null) {
                throw ProblemException.invalid("/names", "undated", "A later name says from when it is in use");
            }
            view = organisations.rename(view.id(), view.version(), next.name(), next.from(), "Imported");
        }
        if (!names.isEmpty() && !Objects.equals(names.getLast().name(), told.name())) {
            throw ProblemException.invalid("/names", "last-name", "The last name is the one of today");
        }
        if (told.succeededBy() != null) {
            LocalDate on = told.succeededOn() == null ? PlatformTime.today(ZoneOffset.UTC) : told.succeededOn();
            view = organisations.succeed(view.id(), view.version(), told.succeededBy(), on, "Imported");
        }
        return RowOutcome.created(view.code(), view.id());
    }
}
