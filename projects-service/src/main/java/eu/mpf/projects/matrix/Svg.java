package eu.mpf.projects.matrix;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements a picture is made of; escaping is the writer's business. */
final class Svg {

    private final XMLStreamWriter out;

    Svg(OutputStream bytes) throws XMLStreamException {
        out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        out.writeStartDocument("UTF-8", "1.0");
    }

    Svg start(String name, Object... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        attributes(attributes);
        return this;
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    void empty(String name, Object... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        attributes(attributes);
    }

    void text(String name, String text, Object... attributes) throws XMLStreamException {
        start(name, attributes);
        out.writeCharacters(text);
        end();
    }

    /** Lines below each other, the first one's base line at y. */
    void lines(List<String> lines, int x, int y, int height, Object... attributes) throws XMLStreamException {
        start("text", attributes);
        for (int i = 0; i < lines.size(); i++) {
            text("tspan", lines.get(i), "x", x, "y", y + i * height);
        }
        end();
    }

    void finish() throws XMLStreamException {
        out.writeEndDocument();
        out.flush();
    }

    private void attributes(Object... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            out.writeAttribute((String) pairs[i], pairs[i + 1].toString());
        }
    }

    /**
     * Breaks a text at its spaces. What does not fit into the last line ends with an ellipsis: a renderer would let it run
     * over its neighbour.
     *
     * @param width letters per line
     */
    static List<String> wrap(String text, int width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (longer.length() <= width || line.isEmpty()) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        boolean cut = lines.size() > most;
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
        for (int i = 0; i < shown.size(); i++) {
            boolean last = cut && i == shown.size() - 1;
            String each = shown.get(i);
            if (each.length() > width || (last && each.length() >= width)) {
                shown.set(i, each.substring(0, width - 1).strip() + "…");
            } else if (last) {
                shown.set(i, each + " …");
            }
        }
        return shown;
    }
}
