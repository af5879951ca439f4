package eu.mpf.events.synopsis;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Letters as shapes, from the report's own font: a picture in a PDF then looks the same wherever it was made, whatever
 * fonts the machine has. What is written stands in the picture's description.
 */
final class Outlines implements Lettering {
    private final TrueTypeFont regular = font("Regular");
    private final TrueTypeFont heavy = font("Bold");
    private final double size;

    /** @param size of the letters, in the picture's units */
    Outlines(double size) {
        this.size = size;
    }

    @Override
    public String write(String text, double x, double y, Side side, boolean bold) {
        TrueTypeFont font = bold ? heavy : regular;
        try {
            double scale = size / font.getUnitsPerEm();
            CmapLookup letters = font.getUnicodeCmapLookup();
            double width = 0;
            GeneralPath line = new GeneralPath();
            for (int codePoint : text.codePoints().toArray()) {
                int glyph = letters.getGlyphId(codePoint);
                GlyphData shape = font.getGlyph().getGlyph(glyph);
                if (shape != null) {
                    line.append(shape.getPath().getPathIterator(AffineTransform.getTranslateInstance(width, 0)), false);
                }
                width += font.getAdvanceWidth(glyph);
            }
            double from = side == Side.BEFORE ? x - width * scale : x;
            // Letters of a font stand upwards, those of a picture downwards.
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, from, y);
            return "<path fill=\"#1c1c1c\" d=\"%s\"/>".formatted(path(line.getPathIterator(place)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(PathIterator shape) {
        StringBuilder d = new StringBuilder();
        double[] p = new double[6];
        for (; !shape.isDone(); shape.next()) {
            int points;
            switch (shape.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> {
                    d.append('M');
                    points = 1;
                }
                case PathIterator.SEG_LINETO -> {
                    d.append('L');
                    points = 1;
                }
                case PathIterator.SEG_QUADTO -> {
                    d.append('Q');
                    points = 2;
                }
                case PathIterator.SEG_CUBICTO -> {
                    d.append('C');
                    points = 3;
                }
                default -> {
                    d.append('Z');
                    points = 0;
                }
            }
            for (int i = 0; i < 2 * points; i++) {
                d.append(String.format(Locale.ROOT, "%.2f ", p[i]));
            }
        }
        return d.toString();
    }

    private static TrueTypeFont font(String face) {
        String file = "liberation/LiberationSans-%s.ttf".formatted(face);
        try (InputStream stream = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file), file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
