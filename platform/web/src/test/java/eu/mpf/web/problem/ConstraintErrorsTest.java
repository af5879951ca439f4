package eu.mpf.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X4")
class ConstraintErrorsTest {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
            .buildValidatorFactory()
            .getValidator();

    record Partner(@NotBlank String name) {}

    record Project(
            @NotBlank String title,
            @Valid List<Partner> partners,
            @Valid Map<String, Partner> roles,
            List<@Size(max = 3) String> tags) {}

    /** As JAX-RS binds it. */
    public static class Filter {
        @QueryParam("least")
        @Min(1)
        public int least;
    }

    /** As resources are. */
    public static class Resource {
        public String create(@NotNull @Valid Project project) {
            return "";
        }

        public String list(@QueryParam("size") @Min(1) int size, @Valid @BeanParam Filter filter) {
            return "";
        }
    }

    private static List<FieldError> errors(Object value) {
        return ConstraintErrors.problem(new ConstraintViolationException(VALIDATOR.validate(value)))
                .errors();
    }

    private static List<FieldError> errors(String method, Class<?>[] types, @Nullable Object... values)
            throws Exception {
        var violations = VALIDATOR
                .forExecutables()
                .validateParameters(new Resource(), Resource.class.getMethod(method, types), values);
        return ConstraintErrors.problem(new ConstraintViolationException(violations))
                .errors();
    }

    @Test
    void pathsBecomePointersInTheirOrder() {
        var project = new Project(
                " ",
                List.of(new Partner("a"), new Partner("")),
                Map.of("lead", new Partner("")),
                List.of("abc", "abcd"));
        assertThat(errors(project))
                .containsExactly(
                        new FieldError("/partners/1/name", "not-blank", "must not be blank"),
                        new FieldError("/roles/lead/name", "not-blank", "must not be blank"),
                        new FieldError("/tags/1", "size", "size must be between 0 and 3"),
                        new FieldError("/title", "not-blank", "must not be blank"));
    }

    @Test
    void theBodyOfARequestHasPointersOfItsOwn() throws Exception {
        var project = new Project("", List.of(), Map.of(), List.of());
        assertThat(errors("create", new Class<?>[] {Project.class}, project))
                .containsExactly(new FieldError("/title", "not-blank", "must not be blank"));
        assertThat(errors("create", new Class<?>[] {Project.class}, (Object) null))
                .containsExactly(new FieldError("", "not-null", "must not be null"));
    }

    @Test
    void aQueryParameterIsNamedWithItsQuestionMark() throws Exception {
        Class<?>[] types = {int.class, Filter.class};
        var filter = new Filter();
        filter.least = 1;
        assertThat(errors("list", types, 0, filter))
                .containsExactly(new FieldError(
                        "?"
                                + Resource.class
                                        .getMethod("list", types)
                                        .getParameters()[0]
                                        .getName(),
                        "min",
                        "must be greater than or equal to 1"));
        filter.least = 0;
        assertThat(errors("list", types, 1, filter))
                .containsExactly(new FieldError("?least", "min", "must be greater than or equal to 1"));
    }

    @Test
    void oneErrorIsTheDetailAndNoneIsStillABrokenRule() {
        var one = ConstraintErrors.problem(new ConstraintViolationException(VALIDATOR.validate(new Partner(""))));
        assertThat(one.type()).isEqualTo(CommonProblem.VALIDATION_FAILED);
        assertThat(one.detail()).isEqualTo("/name: must not be blank");
        var none = ConstraintErrors.problem(new ConstraintViolationException(Set.of()));
        assertThat(none.type()).isEqualTo(CommonProblem.VALIDATION_FAILED);
        assertThat(none.detail()).isEqualTo("The request breaks a rule.");
        assertThat(Failures.problem(new ConstraintViolationException(Set.of())).type())
                .isEqualTo(CommonProblem.VALIDATION_FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|en",
                "''|en",
                "fr|fr",
                "fr-BE|fr",
                "nl, de;q=0.5, fr;q=0.4|de",
                "nl|en",
                "*|en",
                "de;q=nonsense|en"
            })
    void aTitleIsInTheLanguagePreferred(@Nullable String header, String language) {
        assertThat(ProblemTexts.language(header).getLanguage()).isEqualTo(language);
    }

    @Test
    void everyCommonProblemHasATitleInEachLanguageOffered() {
        for (var problem : CommonProblem.values()) {
            assertThat(ProblemTexts.title(problem, Locale.ENGLISH)).isEqualTo(problem.title());
            assertThat(ProblemTexts.title(problem, Locale.FRENCH)).isNotEqualTo(problem.title());
            assertThat(ProblemTexts.title(problem, Locale.GERMAN)).isNotEqualTo(problem.title());
        }
    }

    @Test
    void aProblemNobodyTranslatedKeepsItsEnglishTitle() {
        var own = new ProblemType() {
            @Override
            public String code() {
                return "unheard-of";
            }

            @Override
            public int status() {
                return 409;
            }

            @Override
            public String title() {
                return "Unheard of";
            }
        };
        assertThat(ProblemTexts.title(own, Locale.FRENCH)).isEqualTo("Unheard of");
        var catalogue = new ProblemCatalogue(List.of(ProblemCatalogue.Part.of(own)));
        assertThat(catalogue.find("unheard-of")).containsSame(own);
        assertThat(catalogue.find("conflict")).contains(CommonProblem.CONFLICT);
        assertThat(catalogue.find("nothing")).isEmpty();
        assertThat(catalogue.types()).hasSize(CommonProblem.values().length + 1);
        assertThat(catalogue.types()).extracting(ProblemType::code).isSorted();
    }
}
