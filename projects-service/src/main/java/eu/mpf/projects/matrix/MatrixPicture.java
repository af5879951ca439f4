package eu.mpf.projects.matrix;

import eu.mpf.projects.matrix.Matrix.Cell;
import eu.mpf.projects.matrix.Matrix.Column;
import eu.mpf.projects.matrix.Matrix.Row;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The matrix as an SVG picture that can be read without being seen: a title, a description, real text, and a table's
 * roles (WAI-ARIA Graphics). The two views differ by shape, not by colour alone.
 */
final class MatrixPicture {

    private static final int LEFT = 330;
    private static final int TOP = 150;
    private static final int WIDTH = 90;
    private static final int HEIGHT = 26;
    private static final int BELOW = 60;
    private static final int LONGEST_TITLE = 44;

    private final Matrix matrix;
    private final List<Locale> languages;
    private final XMLStreamWriter svg;

    private MatrixPicture(Matrix matrix, List<Locale> languages, XMLStreamWriter svg) {
        this.matrix = matrix;
        this.languages = languages;
        this.svg = svg;
    }

    static void write(Matrix matrix, List<Locale> languages, OutputStream out) throws XMLStreamException {
        XMLStreamWriter svg =
                XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        new MatrixPicture(matrix, languages, svg).draw();
        svg.flush();
    }

    private void draw() throws XMLStreamException {
        int width = LEFT + matrix.columns().size() * WIDTH + 20;
        int height = TOP + matrix.rows().size() * HEIGHT + BELOW;
        svg.writeStartDocument("UTF-8", "1.0");
        start("svg", "xmlns", "http://www.w3.org/2000/svg", "width", width, "height", height);
        attributes("viewBox", "0 0 " + width + " " + height, "role", "img", "aria-labelledby", "title desc");
        attributes("font-family", "sans-serif", "font-size", 12, "xml:lang", "en");
        text("title", title(), "id", "title");
        text("desc", description(), "id", "desc");
        empty("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
        text("text", title(), "x", 10, "y", 24, "font-size", 16, "font-weight", "bold");
        start("g", "role", "table", "aria-label", title());
        header();
        for (int i = 0; i < matrix.rows().size(); i++) {
            row(matrix.rows().get(i), TOP + i * HEIGHT);
        }
        svg.writeEndElement();
        legend(height - 22);
        svg.writeEndElement();
        svg.writeEndDocument();
    }

    private void header() throws XMLStreamException {
        start("g", "role", "row");
        for (int i = 0; i < matrix.columns().size(); i++) {
            Column column = matrix.columns().get(i);
            int x = LEFT + i * WIDTH + WIDTH / 2;
            String name = column.name().get(languages);
            text(
                    "text",
                    name,
                    "role",
                    "columnheader",
                    "x",
                    x,
                    "y",
                    TOP - 12,
                    "transform",
                    "rotate(-35 " + x + " " + (TOP - 12) + ")");
        }
        svg.writeEndElement();
    }

    private void row(Row row, int y) throws XMLStreamException {
        start("g", "role", "row");
        empty("line", "x1", 10, "y1", y, "x2", LEFT + matrix.columns().size() * WIDTH, "y2", y, "stroke", "#d0d0d0");
        text("text", shortened(row.title()), "role", "rowheader", "x", 10, "y", y + HEIGHT - 8);
        for (int i = 0; i < matrix.columns().size(); i++) {
            String code = matrix.columns().get(i).code();
            for (Cell cell : row.cells()) {
                if (cell.type().equals(code)) {
                    cell(cell, row, i, y);
                }
            }
        }
        svg.writeEndElement();
    }

    private void cell(Cell cell, Row row, int column, int y) throws XMLStreamException {
        int x = LEFT + column * WIDTH + WIDTH / 2;
        int middle = y + HEIGHT / 2;
        String who =
                cell.facility() && cell.grantee() ? "facility and grantee" : cell.facility() ? "facility" : "grantee";
        start("g", "role", "cell", "aria-label", row.code() + ": " + cell.type() + " (" + who + ")");
        text("title", row.code() + ": " + cell.type() + " (" + who + ")");
        if (cell.facility()) {
            empty("circle", "cx", x - 12, "cy", middle, "r", 7, "fill", "#1f4e79");
        }
        if (cell.grantee()) {
            empty(
                    "rect",
                    "x",
                    x + 5,
                    "y",
                    middle - 7,
                    "width",
                    14,
                    "height",
                    14,
                    "fill",
                    "none",
                    "stroke",
                    "#b34700",
                    "stroke-width",
                    2);
        }
        svg.writeEndElement();
    }

    private void legend(int y) throws XMLStreamException {
        empty("circle", "cx", 18, "cy", y - 4, "r", 7, "fill", "#1f4e79");
        text("text", "the facility's view", "x", 32, "y", y);
        empty(
                "rect",
                "x",
                160,
                "y",
                y - 11,
                "width",
                14,
                "height",
                14,
                "fill",
                "none",
                "stroke",
                "#b34700",
                "stroke-width",
                2);
        text("text", "the grantee's own view", "x", 182, "y", y);
    }

    private String title() {
        String set = matrix.snapshot() == null ? "as of " + matrix.asOf() : "of the snapshot " + matrix.snapshot();
        return "Projects by partnership type, typology version " + matrix.typologyVersion() + ", " + set;
    }

    private String description() {
        StringBuilder text = new StringBuilder("A table of ")
                .append(matrix.rows().size())
                .append(" projects and ")
                .append(matrix.columns().size())
                .append(" types. ");
        for (Column column : matrix.columns()) {
            text.append(column.name().get(languages))
                    .append(": ")
                    .append(column.facility())
                    .append(" in the facility's view, ")
                    .append(column.grantee())
                    .append(" in the grantees'. ");
        }
        return text.append(matrix.unclassified())
                .append(" projects are not classified.")
                .toString();
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE - 1).strip() + "…";
    }

    private void start(String name, Object... attributes) throws XMLStreamException {
        svg.writeStartElement(name);
        attributes(attributes);
    }

    private void empty(String name, Object... attributes) throws XMLStreamException {
        svg.writeEmptyElement(name);
        attributes(attributes);
    }

    private void text(String name, String text, Object... attributes) throws XMLStreamException {
        start(name, attributes);
        svg.writeCharacters(text);
        svg.writeEndElement();
    }

    private void attributes(Object... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            svg.writeAttribute((String) pairs[i], pairs[i + 1].toString());
        }
    }
}
