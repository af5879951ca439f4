package eu.mpf.projects.matrix;

import eu.mpf.projects.matrix.Matrix.Cell;
import eu.mpf.projects.matrix.Matrix.Column;
import eu.mpf.projects.matrix.Matrix.Row;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * The matrix as an SVG picture for a report, which can also be read without being seen: a title, a description, real text,
 * and a table's roles (WAI-ARIA Graphics). The two views differ by shape, not by colour alone, so that a copy in black and
 * white says the same.
 */
final class MatrixPicture {

    private static final String FACILITY = "#003399";
    private static final String GRANTEE = "#b34700";
    private static final String INK = "#1a1a1a";
    private static final String PALE = "#5a5a5a";
    private static final String LINE = "#c8ccd4";

    private static final int MARGIN = 24;
    private static final int CODE = 150;
    private static final int TITLE = 330;
    private static final int LEFT = MARGIN + CODE + TITLE;
    private static final int WIDTH = 112;
    private static final int TOP = 196;
    private static final int HEIGHT = 34;
    private static final int BELOW = 92;
    /** Titles and legend need this much, however few the types are. */
    private static final int NARROWEST = 900;

    private final Matrix matrix;
    private final List<Locale> languages;
    private final MatrixWords words;
    private final Svg svg;
    private final int right;
    /** The earliest version that a cell was carried over from; 0 if there is none. */
    private final int carriedFrom;

    private final boolean reviewed;

    private MatrixPicture(Matrix matrix, MatrixWords words, Svg svg) {
        this.matrix = matrix;
        this.words = words;
        this.languages = words.languages();
        this.svg = svg;
        this.right = LEFT + Math.max(1, matrix.columns().size()) * WIDTH;
        this.carriedFrom = matrix.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::carriedFrom)
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(0);
        this.reviewed = matrix.rows().stream().anyMatch(row -> !row.toReview().isEmpty());
    }

    static void write(Matrix matrix, MatrixWords words, OutputStream out) throws XMLStreamException {
        new MatrixPicture(matrix, words, new Svg(out)).draw();
    }

    private void draw() throws XMLStreamException {
        int width = Math.max(right + MARGIN, NARROWEST);
        int height = TOP + (matrix.rows().size() + 1) * HEIGHT + BELOW;
        svg.start(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "graphics-document document",
                "aria-labelledby",
                "title",
                "aria-describedby",
                "desc",
                "xml:lang",
                words.language(),
                "font-family",
                "'Open Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
                "font-size",
                12,
                "fill",
                INK);
        svg.text("title", title(), "id", "title");
        svg.text("desc", description(), "id", "desc");
        svg.empty("rect", "width", width, "height", height, "fill", "#ffffff");
        svg.empty("rect", "width", width, "height", 6, "fill", FACILITY);
        svg.text(
                "text",
                words.of("heading"),
                "x",
                MARGIN,
                "y",
                44,
                "font-size",
                22,
                "font-weight",
                700,
                "fill",
                FACILITY);
        svg.text(
                "text",
                words.of("version", matrix.typologyVersion(), set()) + " " + counts(),
                "x",
                MARGIN,
                "y",
                68,
                "font-size",
                13,
                "fill",
                PALE);
        legend();
        svg.start("g", "role", "table", "aria-labelledby", "title");
        header();
        for (int i = 0; i < matrix.rows().size(); i++) {
            row(matrix.rows().get(i), TOP + i * HEIGHT, i % 2 == 1);
        }
        totals(TOP + matrix.rows().size() * HEIGHT);
        svg.end();
        footer(height - 40);
        svg.end();
        svg.finish();
    }

    private void legend() throws XMLStreamException {
        int y = 100;
        svg.start("g", "aria-hidden", "true");
        int x = MARGIN + 8;
        facility(x, y - 4);
        x = said("facility", x + 14, y);
        grantee(x, y - 4);
        x = said("grantee", x + 14, y);
        if (carriedFrom > 0) {
            facility(x, y - 4);
            svg.text("text", "v" + carriedFrom, "x", x + 12, "y", y - 7, "font-size", 9, "fill", PALE);
            x = said("carried", x + 28, y);
        }
        if (reviewed) {
            svg.text("text", "?", "x", x, "y", y, "font-weight", 700, "fill", GRANTEE);
            said("review", x + 14, y);
        }
        svg.end();
    }

    /** Writes a word of the legend and returns where the next mark goes: a letter is about so wide. */
    private int said(String word, int x, int y) throws XMLStreamException {
        svg.text("text", words.of(word), "x", x, "y", y);
        return x + words.of(word).length() * 13 / 2 + 28;
    }

    private void header() throws XMLStreamException {
        svg.start("g", "role", "row", "font-weight", 600);
        svg.text("text", words.of("project"), "role", "columnheader", "x", MARGIN, "y", TOP - 14);
        for (int i = 0; i < matrix.columns().size(); i++) {
            List<String> name = Svg.wrap(matrix.columns().get(i).name().get(languages), 16, 4);
            svg.lines(
                    name,
                    middle(i),
                    TOP - 14 - (name.size() - 1) * 15,
                    15,
                    "role",
                    "columnheader",
                    "text-anchor",
                    "middle");
        }
        svg.empty(
                "line", "x1", MARGIN, "y1", TOP - 4, "x2", right, "y2", TOP - 4, "stroke", FACILITY, "stroke-width", 2);
        svg.end();
    }

    private void row(Row row, int y, boolean shaded) throws XMLStreamException {
        svg.start("g", "role", "row");
        if (shaded) {
            svg.empty("rect", "x", MARGIN, "y", y, "width", right - MARGIN, "height", HEIGHT, "fill", "#f3f6fb");
        }
        List<String> title = Svg.wrap(row.title(), 52, 2);
        svg.start("g", "role", "rowheader");
        svg.text("title", row.code() + ", " + row.title());
        svg.text(
                "text",
                Svg.wrap(row.code(), 20, 1).getFirst(),
                "x",
                MARGIN + 4,
                "y",
                y + 21,
                "font-weight",
                600,
                "font-size",
                11);
        svg.lines(title, MARGIN + CODE, y + (title.size() == 1 ? 21 : 14), 14, "font-size", 11.5);
        svg.end();
        for (int i = 0; i < matrix.columns().size(); i++) {
            cell(row, i, y + HEIGHT / 2);
        }
        if (!row.toReview().isEmpty()) {
            svg.start("g", "role", "note");
            svg.text("title", review(row));
            svg.text("text", "?", "x", LEFT - 12, "y", y + 21, "font-weight", 700, "fill", GRANTEE);
            svg.end();
        }
        svg.end();
    }

    private void cell(Row row, int column, int y) throws XMLStreamException {
        String type = matrix.columns().get(column).code();
        for (Cell cell : row.cells()) {
            if (cell.type().equals(type)) {
                String said = said(row, cell, matrix.columns().get(column));
                svg.start("g", "role", "cell", "aria-label", said);
                svg.text("title", said);
                int x = middle(column);
                if (cell.facility()) {
                    facility(cell.grantee() ? x - 12 : x, y);
                }
                if (cell.grantee()) {
                    grantee(cell.facility() ? x + 12 : x, y);
                }
                if (cell.carriedFrom() != null) {
                    svg.text(
                            "text",
                            "v" + cell.carriedFrom(),
                            "x",
                            x + (cell.facility() && cell.grantee() ? 24 : 12),
                            "y",
                            y - 3,
                            "font-size",
                            9,
                            "fill",
                            PALE);
                }
                svg.end();
            }
        }
    }

    private void totals(int y) throws XMLStreamException {
        svg.start("g", "role", "row", "font-weight", 600);
        svg.empty("line", "x1", MARGIN, "y1", y + 1, "x2", right, "y2", y + 1, "stroke", LINE);
        svg.text("text", words.of("totals"), "role", "rowheader", "x", MARGIN + 4, "y", y + 22);
        for (int i = 0; i < matrix.columns().size(); i++) {
            Column column = matrix.columns().get(i);
            int x = middle(i);
            svg.start("g", "role", "cell", "aria-label", words.of("total", column.facility(), column.grantee()));
            svg.text(
                    "text",
                    Integer.toString(column.facility()),
                    "x",
                    x - 12,
                    "y",
                    y + 22,
                    "text-anchor",
                    "middle",
                    "fill",
                    FACILITY);
            svg.text(
                    "text",
                    Integer.toString(column.grantee()),
                    "x",
                    x + 12,
                    "y",
                    y + 22,
                    "text-anchor",
                    "middle",
                    "fill",
                    GRANTEE);
            svg.end();
        }
        svg.end();
    }

    private void footer(int y) throws XMLStreamException {
        Matrix.Agreement agreement = matrix.agreement();
        String agreed = agreement.compared() == 0
                ? words.of("agreement.none")
                : words.of("agreement", agreement.agreed(), agreement.compared());
        svg.text("text", agreed, "x", MARGIN, "y", y, "fill", PALE);
        svg.text("text", words.of("source", set()), "x", MARGIN, "y", y + 18, "font-size", 11, "fill", PALE);
    }

    private void facility(int x, int y) throws XMLStreamException {
        svg.empty("circle", "cx", x, "cy", y, "r", 8, "fill", FACILITY);
    }

    private void grantee(int x, int y) throws XMLStreamException {
        svg.empty(
                "rect",
                "x",
                x - 7,
                "y",
                y - 7,
                "width",
                14,
                "height",
                14,
                "fill",
                "none",
                "stroke",
                GRANTEE,
                "stroke-width",
                2.5);
    }

    private static int middle(int column) {
        return LEFT + column * WIDTH + WIDTH / 2;
    }

    private String said(Row row, Cell cell, Column column) {
        String who = words.of(
                cell.facility() && cell.grantee() ? "by.both" : cell.facility() ? "by.facility" : "by.grantee");
        String from = cell.carriedFrom() == null ? "" : words.of("carried.from", cell.carriedFrom());
        return row.code() + ": " + column.name().get(languages) + " (" + who + from + ")";
    }

    private String review(Row row) {
        return row.toReview().stream()
                .map(each -> words.of("review.of", each.type(), each.typologyVersion(), each.reason()))
                .collect(Collectors.joining("; "));
    }

    private String title() {
        return words.of("title", matrix.typologyVersion(), set());
    }

    private String set() {
        return matrix.snapshot() == null
                ? words.of("set.day", words.day(matrix.asOf()))
                : words.of("set.snapshot", matrix.snapshot(), words.day(matrix.asOf()));
    }

    private String counts() {
        long all = matrix.rows().size() + matrix.unclassified();
        return words.of("counts", matrix.rows().size(), all);
    }

    private String description() {
        StringBuilder text = new StringBuilder(
                words.of("description", matrix.rows().size(), matrix.columns().size()));
        for (Column column : matrix.columns()) {
            text.append(' ')
                    .append(words.of(
                            "description.type", column.name().get(languages), column.facility(), column.grantee()));
        }
        return text.append(' ')
                .append(words.of("description.unclassified", matrix.unclassified()))
                .toString();
    }
}
