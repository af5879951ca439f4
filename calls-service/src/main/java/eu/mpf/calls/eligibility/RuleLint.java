package eu.mpf.calls.eligibility;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the type checker does not see in an expression: a list, a heading, a fund or another word that the call does not know, a
 * rate or an amount that is none, and a cost that grows with the application. The cost counts the steps for lists of {@value #LARGEST_LIST} entries.
 */
final class RuleLint {

    static final long MOST_STEPS = 1_000_000;

    private static final int LARGEST_LIST = 100;
    /** As many words are named to whoever wrote another. */
    private static final int MOST_NAMED = 20;

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final CelAbstractSyntaxTree tree;
    private final Map<String, Set<String>> known;
    private @Nullable String fault;

    private RuleLint(CelAbstractSyntaxTree tree, Map<String, Set<String>> known) {
        this.tree = tree;
        this.known = known;
    }

    /** @param known as {@link Words#known()} */
    static Optional<String> fault(CelAbstractSyntaxTree tree, Map<String, Set<String>> known) {
        RuleLint lint = new RuleLint(tree, known);
        long cost = lint.cost(tree.getExpr());
        if (cost > MOST_STEPS) {
            lint.found("too costly: up to " + cost + " steps, at most " + MOST_STEPS + " are allowed");
        }
        return Optional.ofNullable(lint.fault);
    }

    private long cost(CelExpr expression) {
        return 1
                + switch (expression.getKind()) {
                    case NOT_SET, CONSTANT, IDENT -> 0;
                    case SELECT -> select(expression.select());
                    case CALL -> call(expression.call());
                    case LIST -> sum(expression.list().elements());
                    case STRUCT ->
                        expression.struct().entries().stream()
                                .mapToLong(entry -> cost(entry.value()))
                                .sum();
                    case MAP ->
                        expression.map().entries().stream()
                                .mapToLong(entry -> cost(entry.key()) + cost(entry.value()))
                                .sum();
                    case COMPREHENSION -> loop(expression.comprehension());
                };
    }

    private long sum(List<CelExpr> expressions) {
        return expressions.stream().mapToLong(this::cost).sum();
    }

    private long loop(CelExpr.CelComprehension loop) {
        long once = cost(loop.loopCondition()) + cost(loop.loopStep());
        return cost(loop.iterRange()) + cost(loop.accuInit()) + cost(loop.result()) + LARGEST_LIST * once;
    }

    private long select(CelExpr.CelSelect select) {
        field(select.operand()).ifPresent(map -> map.require(select.field()));
        return cost(select.operand());
    }

    private long call(CelExpr.CelCall call) {
        List<CelExpr> arguments = call.args();
        switch (call.function()) {
            case "_[_]" ->
                field(arguments.getFirst())
                        .ifPresent(map -> text(arguments.get(1)).ifPresent(map::require));
            case "_==_", "_!=_" -> {
                same(arguments.getFirst(), arguments.get(1));
                same(arguments.get(1), arguments.getFirst());
            }
            case "@in" -> {
                field(arguments.get(1))
                        .ifPresent(list -> text(arguments.getFirst()).ifPresent(list::require));
                if (arguments.get(1).getKind() == CelExpr.ExprKind.Kind.LIST) {
                    arguments.get(1).list().elements().forEach(each -> same(arguments.getFirst(), each));
                }
            }
            case "share" -> text(arguments.get(1)).ifPresent(this::rate);
            case "cents" -> text(arguments.getFirst()).ifPresent(this::amount);
            default -> {
                // Every other function is the language's own and has been checked with its types.
            }
        }
        return sum(arguments) + call.target().map(this::cost).orElse(0L);
    }

    /** What is compared with a field has to be a word the field can hold; empty is what it holds where nothing was said. */
    private void same(CelExpr field, CelExpr other) {
        field(field)
                .ifPresent(known -> text(other).filter(text -> !text.isEmpty()).ifPresent(known::require));
    }

    /** The field of {@link Facts} that an expression names, if its words are known. */
    private Optional<Field> field(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return Optional.empty();
        }
        CelExpr.CelSelect select = expression.select();
        String struct = tree.getType(select.operand().id()).map(CelType::name).orElse("");
        return Optional.ofNullable(known.get(struct + "." + select.field()))
                .map(words -> new Field(select.field(), words));
    }

    /** A field of which the words are known. */
    private final class Field {

        private final String name;
        private final Set<String> words;

        private Field(String name, Set<String> words) {
            this.name = name;
            this.words = words;
        }

        private void require(String word) {
            if (!words.contains(word)) {
                found("'" + word + "' is none of " + name
                        + (words.size() <= MOST_NAMED ? ": " + String.join(", ", new TreeSet<>(words)) : ""));
            }
        }
    }

    private static Optional<String> text(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expression.constant().stringValue())
                : Optional.empty();
    }

    private void rate(String text) {
        try {
            BigDecimal rate = Cents.decimal(text);
            if (rate.signum() < 0 || rate.compareTo(HUNDRED) > 0) {
                found("a rate is from 0 to 100, not '" + text + "'");
            }
        } catch (NumberFormatException e) {
            found("not a rate: '" + text + "'");
        }
    }

    private void amount(String text) {
        try {
            if (Cents.decimal(text).stripTrailingZeros().scale() > 2) {
                found("an amount has at most two decimals: '" + text + "'");
            }
        } catch (NumberFormatException e) {
            found("not an amount: '" + text + "'");
        }
    }

    private void found(String what) {
        if (fault == null) {
            fault = what;
        }
    }
}
