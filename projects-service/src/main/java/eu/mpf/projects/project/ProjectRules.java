package eu.mpf.projects.project;

import eu.mpf.projects.organisation.OrganisationDirectory;
import eu.mpf.web.codelist.CodeCheck;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.Countries;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a description must keep to, and the form in which codes are stored. All that is wrong is told at once. */
@ApplicationScoped
class ProjectRules {

    private final CodeLists codeLists;
    private final OrganisationDirectory organisations;

    ProjectRules(CodeLists codeLists, OrganisationDirectory organisations) {
        this.codeLists = codeLists;
        this.organisations = organisations;
    }

    /**
     * Checks a description and puts its codes into the stored form: aliases become codes, doubles go.
     *
     * @throws eu.mpf.web.problem.ProblemException with every violation
     */
    Checked checked(ProjectDetails details) {
        return checked(details, Set.of());
    }

    /** As {@link #checked(ProjectDetails)} of each, with one look at the register for all. */
    List<Checked> checked(List<ProjectDetails> many) {
        Set<String> bodies = new TreeSet<>();
        many.forEach(details -> bodies.addAll(bodies(details)));
        Map<String, String> names = organisations.namesOf(bodies);
        return many.stream().map(details -> checked(details, Set.of(), names)).toList();
    }

    /** The codes this description holds: what it has it keeps, also once retired. */
    static Set<String> codes(ProjectDetails details) {
        Set<String> codes = new TreeSet<>(details.themes());
        Optional.ofNullable(details.region()).ifPresent(codes::add);
        Optional.ofNullable(details.fund()).ifPresent(codes::add);
        return codes;
    }

    /**
     * As {@link #checked(ProjectDetails)}, of a project that holds codes already.
     *
     * @param held codes that may be retired
     */
    Checked checked(ProjectDetails details, Set<String> held) {
        return checked(details, held, organisations.namesOf(bodies(details)));
    }

    /** @param names those of every body the description names that is in the register */
    private Checked checked(ProjectDetails details, Set<String> held, Map<String, String> names) {
        Violations violations = new Violations();
        violations.check(details.title() != null, "/title", "not-null", "A project has a title");
        violations.check(
                details.leadOrganisation() == null || details.leadName() == null,
                "/leadName",
                "two-leads",
                "The lead is an organisation of the register or a free name, not both");
        violations.check(
                details.startDate() == null
                        || details.endDate() == null
                        || !details.endDate().isBefore(details.startDate()),
                "/endDate",
                "before-start",
                "A project does not end before it starts");
        details.money().check(violations);
        checkPartners(details, violations);
        checkOrganisations(details, names.keySet(), violations);
        CodeCheck check = new CodeCheck(codeLists, held, violations);
        List<String> states = check.countries(details.memberStates(), "/memberStates");
        for (int i = 0; i < details.memberStates().size(); i++) {
            String sent = details.memberStates().get(i);
            violations.check(
                    !Countries.known(sent) || Countries.isMemberState(Countries.canonical(sent)),
                    "/memberStates/" + i,
                    "not-a-member-state",
                    sent + " is not a Member State of the European Union");
        }
        List<String> countries = check.countries(details.partnerCountries(), "/partnerCountries");
        List<CountryNote> notes = notes(details, check);
        ProjectDetails.Codes codes = new ProjectDetails.Codes(
                check.optional("regions", details.region(), "/region"),
                check.codes("themes", details.themes(), "/themes"),
                check.optional("funds", details.fund(), "/fund"),
                check.optional("languages", details.bindingLanguage(), "/bindingLanguage"));
        BindingLanguage.missing(codes.bindingLanguage(), texts(details))
                .forEach(pointer -> violations.add(
                        pointer,
                        "binding-language",
                        "must be there in the binding language, " + codes.bindingLanguage()));
        violations.throwIfAny();
        return new Checked(details.withCodes(states, countries, notes, codes), namesOfLead(details, names));
    }

    /**
     * A description that keeps the rules.
     *
     * @param namesOfLead every name under which the leading organisation is found
     */
    record Checked(ProjectDetails details, String namesOfLead) {}

    /** Every name under which the lead is found; empty where it is not in the register. */
    String namesOfLead(ProjectDetails details) {
        return details.leadOrganisation() == null
                ? ""
                : namesOfLead(details, organisations.namesOf(List.of(details.leadOrganisation())));
    }

    private static String namesOfLead(ProjectDetails details, Map<String, String> names) {
        return details.leadOrganisation() == null ? "" : names.getOrDefault(details.leadOrganisation(), "");
    }

    private static void checkPartners(ProjectDetails details, Violations violations) {
        for (int i = 0; i < details.partners().size(); i++) {
            Partner partner = details.partners().get(i);
            violations.check(
                    partner.organisation() != null || partner.name() != null,
                    "/partners/" + i,
                    "nameless",
                    "A partner has the code of an organisation or a name");
        }
    }

    private static Set<String> bodies(ProjectDetails details) {
        Set<String> codes = new TreeSet<>(details.beneficiaries());
        Optional.ofNullable(details.leadOrganisation()).ifPresent(codes::add);
        details.partners().stream()
                .map(Partner::organisation)
                .filter(Objects::nonNull)
                .forEach(codes::add);
        details.inKind().forEach(good -> {
            Optional.ofNullable(good.from()).ifPresent(codes::add);
            Optional.ofNullable(good.to()).ifPresent(codes::add);
        });
        return codes;
    }

    private static void checkOrganisations(ProjectDetails details, Set<String> known, Violations violations) {
        Set<String> missing = bodies(details);
        missing.removeAll(known);
        unknown(missing, details.leadOrganisation(), "/leadOrganisation", violations);
        for (int i = 0; i < details.partners().size(); i++) {
            unknown(missing, details.partners().get(i).organisation(), "/partners/" + i + "/organisation", violations);
        }
        for (int i = 0; i < details.beneficiaries().size(); i++) {
            unknown(missing, details.beneficiaries().get(i), "/beneficiaries/" + i, violations);
        }
        for (int i = 0; i < details.inKind().size(); i++) {
            unknown(missing, details.inKind().get(i).from(), "/inKind/" + i + "/from", violations);
            unknown(missing, details.inKind().get(i).to(), "/inKind/" + i + "/to", violations);
        }
    }

    private static void unknown(Set<String> missing, @Nullable String code, String pointer, Violations violations) {
        violations.check(
                code == null || !missing.contains(code),
                pointer,
                "unknown-organisation",
                "No organisation has the code " + code);
    }

    private static List<CountryNote> notes(ProjectDetails details, CodeCheck codes) {
        List<CountryNote> notes = new ArrayList<>();
        for (int i = 0; i < details.notes().size(); i++) {
            CountryNote note = details.notes().get(i);
            notes.add(new CountryNote(codes.country(note.country(), "/notes/" + i + "/country"), note.note()));
        }
        return notes;
    }

    private static Map<String, LocalizedText> texts(ProjectDetails details) {
        Map<String, LocalizedText> texts = new TreeMap<>();
        Optional.ofNullable(details.title()).ifPresent(title -> texts.put("/title", title));
        Optional.ofNullable(details.summary()).ifPresent(summary -> texts.put("/summary", summary));
        return texts;
    }
}
