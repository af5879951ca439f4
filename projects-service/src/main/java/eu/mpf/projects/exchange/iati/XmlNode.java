package eu.mpf.projects.exchange.iati;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element with all that is in it; attributes of our own namespace begin with {@code mpf:}. */
record XmlNode(String name, Map<String, String> attributes, List<XmlNode> children, String text) {

    /** No element of the standard stands deeper. */
    private static final int DEEPEST = 20;

    /** Reads the element the reader stands on, to its end. */
    static XmlNode read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, 0);
    }

    private static XmlNode read(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("Elements within elements without end", xml.getLocation());
        }
        String name = xml.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = Iati.OWN.equals(xml.getAttributeNamespace(i)) ? Iati.OWN_PREFIX + ":" : "";
            attributes.put(prefix + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        List<XmlNode> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(read(xml, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return new XmlNode(name, attributes, children, text.toString().strip());
    }

    @Nullable
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    boolean is(String attribute, String value) {
        return value.equals(attributes.get(attribute));
    }

    Stream<XmlNode> all(String child) {
        return children.stream().filter(each -> each.name.equals(child));
    }

    @Nullable
    XmlNode first(String child) {
        return all(child).findFirst().orElse(null);
    }
}
