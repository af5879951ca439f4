package eu.mpf.events.synopsis;

import eu.mpf.events.synopsis.SynopsisDocument.Bar;
import java.util.List;
import java.util.stream.Collectors;

/** Horizontal bars as SVG, with a title and a description for those who do not see them. */
final class BarChart {
    private static final int WIDTH = 720;
    private static final int LABELS = 260;
    private static final int ROW = 34;

    private BarChart() {}

    static String svg(String title, List<Bar> bars) {
        int height = bars.size() * ROW + 8;
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
                aria-labelledby="chart-title chart-description" font-family="Liberation Sans, Arial, sans-serif" \
                font-size="14"><title id="chart-title">%s</title><desc id="chart-description">%s</desc>""".formatted(WIDTH, height, escape(title), escape(description(bars))));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = i * ROW + 4;
            int length = (WIDTH - LABELS - 60) * bar.percent() / 100;
            svg.append("""
                    <text x="%d" y="%d" text-anchor="end" fill="#1b1b1b">%s</text>\
                    <rect x="%d" y="%d" width="%d" height="22" fill="#1f4e79"></rect>\
                    <text x="%d" y="%d" fill="#1b1b1b" font-weight="bold">%d</text>""".formatted(
                            LABELS - 10,
                            y + 16,
                            escape(bar.label()),
                            LABELS,
                            y,
                            Math.max(length, 2),
                            LABELS + Math.max(length, 2) + 8,
                            y + 16,
                            bar.value()));
        }
        return svg.append("</svg>").toString();
    }

    private static String description(List<Bar> bars) {
        return bars.stream()
                .map(bar -> "%s: %d".formatted(bar.label(), bar.value()))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
