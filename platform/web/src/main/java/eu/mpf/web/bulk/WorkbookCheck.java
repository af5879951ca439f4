package eu.mpf.web.bulk;

import eu.mpf.web.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before anything is read from it, so that none of its rows is done if it is hostile: unpacks to
 * far more than it holds, has parts twice, macros, a DTD, elements nested without end, or cells where no sheet has any
 * (reading one would take the memory for all cells before it). It reads the archive as the reader does, by its central
 * directory: two views of one archive would be a way around the check.
 */
final class WorkbookCheck {
    static final long MOST_UNPACKED = 256L << 20;
    /** These are held in memory while rows are read. */
    static final long MOST_SHARED_TEXT = 64L << 20;

    private static final int MOST_PARTS = 1_000;
    private static final long SMALL = 1 << 20;
    private static final int HIGHEST_RATIO = 300;
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 10;

    /** Columns A to XFD (ISO/IEC 29500). */
    private static final Pattern CELL =
            Pattern.compile("([A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])[1-9][0-9]{0,6}");

    private static final XMLInputFactory XML = xml();

    private WorkbookCheck() {}

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * @return whether cells have formats; without, none of them is a date
     * @throws ProblemException 400 for what is no workbook, or not one to be read
     */
    static boolean check(Path file) {
        try (var zip = ZipFile.builder().setPath(file).get()) {
            var names = new HashSet<String>();
            var unpacked = 0L;
            for (var entry : Collections.list(zip.getEntries())) {
                if (!names.add(entry.getName()) || names.size() > MOST_PARTS) {
                    throw refused("workbook-invalid", "the workbook has a part twice, or too many parts");
                }
                if (entry.getName().endsWith("vbaProject.bin")) {
                    throw refused("macros", "the workbook holds macros");
                }
                unpacked += checkPart(zip, entry, MOST_UNPACKED - unpacked);
            }
            if (!names.contains("xl/workbook.xml")) {
                throw refused("workbook-invalid", "the file is a zip archive, but no workbook");
            }
            return names.contains("xl/styles.xml");
        } catch (IOException | XMLStreamException | MissingResourceException e) {
            throw refused("workbook-invalid", "the file is no workbook, or a damaged one");
        }
    }

    /** @return how many bytes the part unpacks to */
    private static long checkPart(ZipFile zip, ZipArchiveEntry entry, long most)
            throws IOException, XMLStreamException {
        var limit = entry.getName().endsWith("sharedStrings.xml") ? Math.min(most, MOST_SHARED_TEXT) : most;
        try (var bytes = new Counted(zip.getInputStream(entry), limit, entry.getCompressedSize())) {
            if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                checkXml(XML.createXMLStreamReader(bytes));
            } else {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return bytes.count;
        }
    }

    private static void checkXml(XMLStreamReader xml) throws XMLStreamException {
        var depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused("workbook-invalid", "the workbook declares entities");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw refused("workbook-invalid", "the workbook is nested too deeply");
                    }
                    checkPlace(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // texts and comments are data
                }
            }
        }
    }

    private static void checkPlace(XMLStreamReader xml) {
        var at = xml.getAttributeValue(null, "r");
        var isWrong = switch (xml.getLocalName()) {
            case "c" -> at != null && !CELL.matcher(at).matches();
            case "row" -> at != null && !at.matches("[1-9][0-9]{0,6}");
            default -> false;
        };
        var style = xml.getAttributeValue(null, "s");
        if (isWrong || (xml.getLocalName().equals("c") && style != null && !isNumber(style))) {
            throw refused("workbook-invalid", "the workbook has a cell where no sheet has one");
        }
    }

    private static boolean isNumber(String text) {
        return text.length() < LONGEST_NUMBER && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static ProblemException refused(String code, String message) {
        return ProblemException.invalid("", code, message);
    }

    /** Stops where a part unpacks to more than it may. What the archive says of its own sizes is not believed. */
    private static final class Counted extends FilterInputStream {
        private final long limit;
        private final long packed;
        private long count;

        Counted(InputStream in, long limit, long packed) {
            super(in);
            this.limit = limit;
            this.packed = Math.max(1, packed);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            return one < 0 ? one : counted(1, one);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            var read = super.read(buffer, from, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int more, int result) {
            count += more;
            if (count > limit || (count > SMALL && count / packed > HIGHEST_RATIO)) {
                throw refused("too-large", "the workbook unpacks to too much");
            }
            return result;
        }
    }
}
