package eu.mpf.projects.exchange.iati;

import eu.mpf.web.value.LocalizedText;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements with their attributes in one call each. An attribute without a value is left out. */
final class XmlOut {

    private final XMLStreamWriter xml;

    XmlOut(OutputStream out) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw brokenOff(e);
        }
    }

    /** The outermost element, with the namespace of our own attributes. */
    void root(String element, @Nullable Object... attributes) {
        try {
            xml.writeStartElement(element);
            xml.writeNamespace(Iati.OWN_PREFIX, Iati.OWN);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw brokenOff(e);
        }
    }

    XmlOut start(String element, @Nullable Object... attributes) {
        try {
            xml.writeStartElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw brokenOff(e);
        }
    }

    XmlOut empty(String element, @Nullable Object... attributes) {
        try {
            xml.writeEmptyElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw brokenOff(e);
        }
    }

    XmlOut end() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw brokenOff(e);
        }
    }

    /** Characters that XML cannot hold, such as control characters, are left out: an unreadable file helps nobody. */
    XmlOut text(String text) {
        try {
            xml.writeCharacters(
                    text.codePoints().allMatch(XmlOut::allowed)
                            ? text
                            : text.codePoints()
                                    .filter(XmlOut::allowed)
                                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                    .toString());
            return this;
        } catch (XMLStreamException e) {
            throw brokenOff(e);
        }
    }

    void element(String element, String text) {
        start(element).text(text).end();
    }

    void narrative(String text) {
        element("narrative", text);
    }

    /** One narrative for each language. */
    void narratives(LocalizedText text) {
        for (Map.Entry<String, String> each : text.values().entrySet()) {
            start("narrative", "xml:lang", each.getKey()).text(each.getValue()).end();
        }
    }

    void finish() {
        try {
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw brokenOff(e);
        }
    }

    private void attributes(@Nullable Object... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                xml.writeAttribute(String.valueOf(pairs[i]), String.valueOf(pairs[i + 1]));
            }
        }
    }

    private static boolean allowed(int character) {
        return character >= 0x20
                        && character != 0xFFFE
                        && character != 0xFFFF
                        && !(character >= 0xD800 && character < 0xE000)
                || character == '\t'
                || character == '\n'
                || character == '\r';
    }

    private static UncheckedIOException brokenOff(XMLStreamException cause) {
        return new UncheckedIOException("The export broke off", new java.io.IOException(cause));
    }
}
