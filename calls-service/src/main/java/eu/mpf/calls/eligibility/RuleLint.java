package eu.mpf.calls.eligibility;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the type checker does not see in an expression: a list of the call that is not there, a rate or an amount that is
 * none, and a cost that grows with the application. The cost counts the steps for lists of {@value #LARGEST_LIST} entries.
 */
final class RuleLint {

    static final long MOST_STEPS = 1_000_000;

    private static final int LARGEST_LIST = 100;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Set<String> lists;
    private @Nullable String fault;

    private RuleLint(Set<String> lists) {
        this.lists = lists;
    }

    /** @param lists the names of the call's lists */
    static Optional<String> fault(CelExpr expression, Set<String> lists) {
        RuleLint lint = new RuleLint(lists);
        long cost = lint.cost(expression);
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
        if (isLists(select.operand())) {
            known(select.field());
        }
        return cost(select.operand());
    }

    private long call(CelExpr.CelCall call) {
        List<CelExpr> arguments = call.args();
        switch (call.function()) {
            case "_[_]" -> {
                if (isLists(arguments.getFirst())) {
                    text(arguments.get(1)).ifPresent(this::known);
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

    private static boolean isLists(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                && expression.select().field().equals("lists")
                && expression.select().operand().getKind() == CelExpr.ExprKind.Kind.IDENT
                && expression.select().operand().ident().name().equals("call");
    }

    private static Optional<String> text(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expression.constant().stringValue())
                : Optional.empty();
    }

    private void known(String list) {
        if (!lists.contains(list)) {
            found("the call has no list '" + list + "'");
        }
    }

    private void rate(String text) {
        try {
            BigDecimal rate = new BigDecimal(text);
            if (rate.signum() < 0 || rate.compareTo(HUNDRED) > 0) {
                found("a rate is from 0 to 100, not '" + text + "'");
            }
        } catch (NumberFormatException e) {
            found("not a rate: '" + text + "'");
        }
    }

    private void amount(String text) {
        try {
            if (new BigDecimal(text).stripTrailingZeros().scale() > 2) {
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
