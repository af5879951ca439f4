package eu.mpf.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.system.client.Exchange;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Tells the story on a terminal: what each step is about, its requests, and what came back, one line each. */
final class Narrator implements Consumer<Exchange> {

    private static final int WIDTH = 150;

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void step(int number, String title) {
        out.printf("%n%d. %s%n", number, title);
    }

    void says(String finding) {
        out.println("   → " + finding);
    }

    @Override
    public void accept(Exchange exchange) {
        out.println(cut("   %-18s %-6s %s%s"
                .formatted(
                        exchange.identity(),
                        exchange.method(),
                        exchange.path(),
                        exchange.sent() == null ? "" : "  " + exchange.sent())));
        out.println(cut("   %-18s %-6d %s".formatted("", exchange.answer().status(), summary(exchange))));
    }

    private static String summary(Exchange exchange) {
        JsonNode body = exchange.answer().json();
        if (!body.isMissingNode()) {
            return body.toString();
        }
        byte[] bytes = exchange.answer().body();
        return bytes.length == 0
                ? ""
                : exchange.answer().headers().firstValue("Content-Type").orElse("?") + ", " + bytes.length + " bytes";
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
