package eu.mpf.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.Closeable;
import java.io.IOException;

/**
 * Reads the objects of a JSON column one after the other, all with one parser: one for each row would be most of what it costs
 * to pass a row on.
 */
public final class StoredObjects implements Closeable {

    private final JsonParser parser;
    private final ByteArrayFeeder feeder;

    StoredObjects(JsonParser parser) {
        this.parser = parser;
        this.feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    /**
     * The parser, on the start of this object; it is to be read to its end before the next.
     *
     * @param object in UTF-8, with nothing behind it
     * @throws IOException if the object before was not read to its end
     */
    public JsonParser next(byte[] object) throws IOException {
        feeder.feedInput(object, 0, object.length);
        parser.nextToken();
        return parser;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
