package eu.mpf.events.form;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.web.problem.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;

/** Whether one answer is of the type its question asks for, and within its limits. */
final class AnswerRules {
    /** No answer is counted in more than that, and the database would not take everything that JSON can write. */
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private static final int MOST_DECIMALS = 400;

    private AnswerRules() {}

    /** Whether anybody counts in it, and the database takes it. */
    static boolean isWithinReach(BigDecimal number) {
        return number.scale() <= MOST_DECIMALS && number.abs().compareTo(LARGEST) <= 0;
    }

    /** @param pointer to the answer, in the request */
    static void check(FormQuestion question, JsonNode answer, String pointer, Violations wrong) {
        switch (question.type()) {
            case TEXT -> text(question, answer, pointer, wrong);
            case NUMBER -> number(question, answer, pointer, wrong);
            case CHOICE -> choice(question, answer, pointer, wrong);
            case MULTI_CHOICE -> choices(question, answer, pointer, wrong);
            case BOOLEAN -> wrong.check(answer.isBoolean(), pointer, "not-a-boolean", "must be true or false");
            case DATE -> date(question, answer, pointer, wrong);
        }
    }

    private static void text(FormQuestion question, JsonNode answer, String pointer, Violations wrong) {
        if (!answer.isTextual()) {
            wrong.add(pointer, "not-a-text", "must be a string");
            return;
        }
        String text = answer.asText();
        wrong.check(!question.isRequired() || !text.isBlank(), pointer, "required", "must not be blank");
        wrong.check(
                text.codePointCount(0, text.length()) <= question.longest(),
                pointer,
                "too-long",
                "has more than %d characters".formatted(question.longest()));
    }

    private static void number(FormQuestion question, JsonNode answer, String pointer, Violations wrong) {
        if (!answer.isNumber()) {
            wrong.add(pointer, "not-a-number", "must be a number");
            return;
        }
        // A number beyond all doubles is read as infinite, and has no decimal value.
        boolean infinite = (answer.isDouble() || answer.isFloat()) && !Double.isFinite(answer.doubleValue());
        if (infinite || !isWithinReach(answer.decimalValue())) {
            wrong.add(pointer, "out-of-range", "must lie between -1e15 and 1e15");
            return;
        }
        BigDecimal number = answer.decimalValue();
        BigDecimal min = question.min();
        BigDecimal max = question.max();
        wrong.check(min == null || number.compareTo(min) >= 0, pointer, "too-small", "must be at least " + min);
        wrong.check(max == null || number.compareTo(max) <= 0, pointer, "too-large", "must be at most " + max);
    }

    private static void choice(FormQuestion question, JsonNode answer, String pointer, Violations wrong) {
        wrong.check(
                answer.isTextual() && question.optionKeys().contains(answer.asText()),
                pointer,
                "unknown-option",
                "must be one of " + question.optionKeys());
    }

    private static void choices(FormQuestion question, JsonNode answer, String pointer, Violations wrong) {
        if (!answer.isArray()) {
            wrong.add(pointer, "not-a-list", "must be a list of options");
            return;
        }
        wrong.check(!question.isRequired() || !answer.isEmpty(), pointer, "required", "must not be empty");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < answer.size(); i++) {
            choice(question, answer.get(i), pointer + "/" + i, wrong);
            wrong.check(seen.add(answer.get(i).asText()), pointer + "/" + i, "duplicate", "is chosen twice");
        }
    }

    private static void date(FormQuestion question, JsonNode answer, String pointer, Violations wrong) {
        LocalDate date;
        try {
            date = LocalDate.parse(answer.isTextual() ? answer.asText() : "");
        } catch (DateTimeParseException e) {
            wrong.add(pointer, "not-a-date", "must be a date, YYYY-MM-DD");
            return;
        }
        LocalDate earliest = question.earliest();
        LocalDate latest = question.latest();
        wrong.check(
                earliest == null || !date.isBefore(earliest), pointer, "too-early", "must not be before " + earliest);
        wrong.check(latest == null || !date.isAfter(latest), pointer, "too-late", "must not be after " + latest);
    }
}
