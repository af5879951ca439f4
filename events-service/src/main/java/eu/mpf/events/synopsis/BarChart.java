package eu.mpf.events.synopsis;

import eu.mpf.events.synopsis.Lettering.Side;
import eu.mpf.events.synopsis.SynopsisDocument.Bar;
import java.util.List;
import java.util.stream.Collectors;

/** Horizontal bars as SVG, with a title and a description for those who do not see them. */
final class BarChart {
    /** Of the letters, in the picture's units. */
    static final int LETTERS = 14;

    private static final int WIDTH = 720;
    private static final int LABELS = 290;
    private static final int ROW = 32;
    private static final int BAR = 20;

    private BarChart() {}

    /** With letters that can be read, searched and enlarged. */
    static String forScreen(String title, List<Bar> bars) {
        return svg(title, bars, (text, x, y, side, bold) -> """
                <text x="%d" y="%d"%s%s fill="#1c1c1c">%s</text>""".formatted(
                        Math.round(x),
                        Math.round(y),
                        side == Side.BEFORE ? " text-anchor=\"end\"" : "",
                        bold ? " font-weight=\"bold\"" : "",
                        SynopsisHtml.escape(text)));
    }

    /** With letters as shapes. */
    static String forPrint(String title, List<Bar> bars) {
        return svg(title, bars, new Outlines(LETTERS));
    }

    private static String svg(String title, List<Bar> bars, Lettering lettering) {
        int height = bars.size() * ROW + 8;
        String described = SynopsisHtml.escape("%s. %s".formatted(title, description(bars)));
        StringBuilder svg = new StringBuilder();
        // The PDF takes the alternative text from alt, browsers from title and desc.
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" alt="%s" \
                aria-labelledby="chart-title chart-description" font-family="Liberation Sans, Arial, sans-serif" \
                font-size="%d"><title id="chart-title">%s</title><desc id="chart-description">%s</desc>""".formatted(
                        WIDTH,
                        height,
                        WIDTH,
                        height,
                        described,
                        LETTERS,
                        SynopsisHtml.escape(title),
                        SynopsisHtml.escape(description(bars))));
        svg.append("<line x1=\"%d\" y1=\"0\" x2=\"%d\" y2=\"%d\" stroke=\"#8a97a6\" stroke-width=\"1\"/>"
                .formatted(LABELS, LABELS, height));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = i * ROW + 4;
            int length = (WIDTH - LABELS - 60) * bar.percent() / 100;
            svg.append(lettering.write(bar.label(), LABELS - 10, y + 17, Side.BEFORE, false))
                    .append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#17375e\"/>"
                            .formatted(LABELS, y + 2, length, BAR))
                    .append(lettering.write(
                            Integer.toString(bar.value()), LABELS + length + 8, y + 17, Side.AFTER, true));
        }
        return svg.append("</svg>").toString();
    }

    private static String description(List<Bar> bars) {
        return bars.stream()
                .map(bar -> "%s: %d".formatted(bar.label(), bar.value()))
                .collect(Collectors.joining("; ", "", "."));
    }
}
