package eu.mpf.projects.exchange.iati;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a file of activities, of the facility or of others, into lines as the import of projects takes them. Neither
 * document types nor entities from elsewhere are read.
 */
public final class IatiReader {

    private IatiReader() {}

    /** @throws ProblemException 400 for what is no file of activities of version 2 */
    public static InputStream lines(InputStream file, ObjectMapper json) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(file);
            xml.nextTag();
            String version = xml.getAttributeValue(null, "version");
            if (!xml.getLocalName().equals("iati-activities") || version == null || !version.startsWith("2.")) {
                throw refused("It begins with " + xml.getLocalName() + ", not with iati-activities of version 2");
            }
            // A body is limited, and lines are shorter than the elements they come from.
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    ObjectNode line = new ActivityMapping(json, XmlNode.read(xml)).line();
                    lines.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
                    lines.write('\n');
                }
            }
            return new ByteArrayInputStream(lines.toByteArray());
        } catch (XMLStreamException e) {
            String where =
                    e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
            throw refused("It is not well-formed XML" + where);
        } catch (MissingResourceException e) {
            // The parser refuses, and has no words for why.
            throw refused("It is not well-formed XML");
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST, detail);
    }
}
