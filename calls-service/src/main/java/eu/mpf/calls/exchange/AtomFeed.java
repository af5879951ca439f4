package eu.mpf.calls.exchange;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Calls as an Atom feed (RFC 4287), written entry by entry. */
public final class AtomFeed {

    public static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;
    private final String publicUrl;

    private AtomFeed(XMLStreamWriter xml, String publicUrl) {
        this.xml = xml;
        this.publicUrl = publicUrl;
    }

    /** A row source as the feed takes it. */
    @FunctionalInterface
    public interface Source {
        void forEach(Consumer<PublishedCall> reader);
    }

    /** @param now when the feed is written; it is as new as that, for statuses move with the clock */
    public static void write(OutputStream out, String publicUrl, Instant now, Source calls) {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new AtomFeed(xml, publicUrl).feed(now, calls);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the feed cannot be written", e);
        }
    }

    private void feed(Instant now, Source calls) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("id", publicUrl + "/v1/calls");
        element("title", "Calls for proposals");
        element("updated", now.toString());
        link("self", publicUrl + "/v1/calls", MEDIA_TYPE);
        xml.writeStartElement("author");
        element("name", "Migration Partnership Facility");
        xml.writeEndElement();
        calls.forEach(call -> {
            try {
                entry(call);
            } catch (XMLStreamException e) {
                throw new IllegalStateException("the feed cannot be written", e);
            }
        });
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(PublishedCall call) throws XMLStreamException {
        Instant published = call.publishedAt();
        xml.writeStartElement("entry");
        xml.writeAttribute(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "lang", call.language());
        element("id", "urn:uuid:" + call.id());
        element("title", call.title());
        element("updated", call.updatedAt().toString());
        if (published != null) {
            element("published", published.toString());
        }
        link("alternate", publicUrl + "/v1/calls/" + call.id(), "application/json");
        category("urn:mpf:call:status", call.status().name());
        for (var fund : call.terms().funds()) {
            category("urn:mpf:fund", fund.code());
        }
        for (String theme : call.terms().scope().themes()) {
            category("urn:mpf:theme", theme);
        }
        element("summary", call.description());
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legible(text));
        xml.writeEndElement();
    }

    /** XML holds no control characters (XML 1.0, 2.2): one that was pasted into a title would end every reader's feed. */
    private static String legible(String text) {
        return text.codePoints()
                .filter(each -> each == '\t'
                        || each == '\n'
                        || each == '\r'
                        || each >= 0x20 && each <= 0xD7FF
                        || each >= 0xE000 && each <= 0xFFFD
                        || each >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void link(String rel, String href, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
        xml.writeAttribute("type", type);
    }

    private void category(String scheme, String term) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", scheme);
        xml.writeAttribute("term", legible(term));
    }
}
