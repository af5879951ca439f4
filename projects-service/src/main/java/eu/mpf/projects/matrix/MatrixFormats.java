package eu.mpf.projects.matrix;

import eu.mpf.projects.matrix.Matrix.Cell;
import eu.mpf.projects.matrix.Matrix.Column;
import eu.mpf.projects.matrix.Matrix.Row;
import eu.mpf.web.export.Table;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamException;

/** The matrix as a picture and as a table: {@code F} for the facility's view, {@code G} for the grantee's own. */
public final class MatrixFormats {

    private MatrixFormats() {}

    /** An accessible SVG picture. */
    public static byte[] svg(Matrix matrix, MatrixWords words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MatrixPicture.write(matrix, words, out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Memory refused the picture", e);
        }
        return out.toByteArray();
    }

    public static Table<Row> table(Matrix matrix, MatrixWords words) {
        Table<Row> table = Table.of(Row.class).column("code", Row::code).column("title", Row::title);
        for (Column column : matrix.columns()) {
            table = table.column(column.name().get(words.languages()), row -> mark(row, column.code()));
        }
        return table.column(
                "to review",
                row -> String.join(
                        "; ", row.toReview().stream().map(Matrix.ToReview::type).toList()));
    }

    private static String mark(Row row, String type) {
        for (Cell cell : row.cells()) {
            if (cell.type().equals(type)) {
                return (cell.facility() ? "F" : "") + (cell.grantee() ? "G" : "");
            }
        }
        return "";
    }
}
