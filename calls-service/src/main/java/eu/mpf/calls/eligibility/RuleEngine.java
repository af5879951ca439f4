package eu.mpf.calls.eligibility;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks and asks the rules of a call. An expression is type-checked when the call is published, so a name it misspells
 * is found by the officer and not by an applicant; it sees only {@link Facts} and two functions:
 * {@code share(cents, rate)}, that part rounded half up to the cent, and {@code cents("12.34")}.
 */
@ApplicationScoped
public class RuleEngine {

    private static final CelOptions LIMITS =
            CelOptions.current().comprehensionMaxIterations(10_000).build();

    private static final int MOST_PROGRAMS = 2_000;

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Map<String, CelRuntime.Program> programs = new ConcurrentHashMap<>();

    public RuleEngine() {
        FactTypes types = new FactTypes(Facts.class);
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(LIMITS)
                .setTypeProvider(types)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(
                        CelFunctionDecl.newFunctionDeclaration(
                                "share",
                                CelOverloadDecl.newGlobalOverload(
                                        "share_int_string", SimpleType.INT, SimpleType.INT, SimpleType.STRING)),
                        CelFunctionDecl.newFunctionDeclaration(
                                "cents",
                                CelOverloadDecl.newGlobalOverload("cents_string", SimpleType.INT, SimpleType.STRING)))
                .setResultType(SimpleType.BOOL);
        for (RecordComponent component : Facts.class.getRecordComponents()) {
            builder.addVar(
                    component.getName(),
                    types.findType(component.getType().getSimpleName()).orElseThrow());
        }
        this.compiler = builder.build();
        this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(LIMITS)
                .addFunctionBindings(
                        CelFunctionBinding.from("share_int_string", Long.class, String.class, RuleEngine::share),
                        CelFunctionBinding.from("cents_string", String.class, RuleEngine::cents))
                .build();
    }

    /**
     * Why the expression cannot be a rule of a call, with the place in it, or empty when it can: it has the right types, names
     * nothing that the call does not know, and can be asked of a typical application.
     */
    public Optional<String> fault(Rule rule, Words words) {
        try {
            CelRuntime.Program program = program(rule.expression());
            Optional<String> fault =
                    RuleLint.fault(compiler.compile(rule.expression()).getAst(), words.known());
            if (fault.isPresent()) {
                return fault;
            }
            for (Facts facts : words.typical()) {
                if (rule.appliesTo(Stage.valueOf(facts.application().stage()))) {
                    program.eval(FactTypes.map(facts));
                }
            }
            return Optional.empty();
        } catch (CelValidationException | CelEvaluationException e) {
            return Optional.of(firstLine(e));
        }
    }

    /** Every rule that does not hold, in the order of the call; a rule that cannot be evaluated does not hold. */
    public List<RuleFailure> failures(List<Rule> rules, Stage stage, Facts facts) {
        Map<String, Object> values = FactTypes.map(facts);
        List<RuleFailure> failures = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.appliesTo(stage)) {
                ask(rule, values).ifPresent(failures::add);
            }
        }
        return failures;
    }

    private Optional<RuleFailure> ask(Rule rule, Map<String, Object> values) {
        try {
            boolean holds = Boolean.TRUE.equals(program(rule.expression()).eval(values));
            return holds ? Optional.empty() : Optional.of(failure(rule, null));
        } catch (CelValidationException | CelEvaluationException e) {
            return Optional.of(failure(rule, firstLine(e)));
        }
    }

    private static RuleFailure failure(Rule rule, @Nullable String note) {
        return new RuleFailure(rule.id(), rule.words(), rule.section(), rule.pointer(), note);
    }

    private CelRuntime.Program program(String expression) throws CelValidationException, CelEvaluationException {
        CelRuntime.Program known = programs.get(expression);
        if (known != null) {
            return known;
        }
        CelRuntime.Program program =
                runtime.createProgram(compiler.compile(expression).getAst());
        if (programs.size() >= MOST_PROGRAMS) {
            programs.clear();
        }
        programs.put(expression, program);
        return program;
    }

    private static Long share(Long cents, String rate) {
        return Cents.of(Cents.money(cents, "EUR").times(Cents.decimal(rate).movePointLeft(2)));
    }

    private static Long cents(String amount) {
        return Cents.of(new Money(Cents.decimal(amount), "EUR"));
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
