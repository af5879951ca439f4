package eu.mpf.gateway.kit;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of server-sent events, as plain as the standard allows. */
public final class EventStream implements Closeable {

    /** One event; a comment has neither id nor name. The end of the stream is {@link #END}. */
    public record Event(String id, String name, String data, String comment) {}

    public static final Event END = new Event("", "end", "", "");

    public final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();

    public EventStream(String url, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofVirtual().start(() -> read(response));
    }

    private void read(HttpResponse<InputStream> answer) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String name = "";
            String comment = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String value = line.substring(line.indexOf(':') + 1).trim();
                if (line.isEmpty()) {
                    events.add(new Event(id, name, data.toString(), comment));
                    id = "";
                    name = "";
                    comment = "";
                    data.setLength(0);
                } else if (line.startsWith(":")) {
                    comment = value;
                } else if (line.startsWith("id:")) {
                    id = value;
                } else if (line.startsWith("event:")) {
                    name = value;
                } else if (line.startsWith("data:")) {
                    data.append(value);
                }
            }
            events.add(END);
        } catch (IOException e) {
            events.add(new Event("", "broken", String.valueOf(e.getMessage()), ""));
        }
    }

    /** The next event or comment; waits up to twenty seconds. */
    public Event next() throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing came");
        }
        return event;
    }

    /** The next event that is not a comment. */
    public Event nextChange() throws InterruptedException {
        Event event = next();
        while (!event.comment().isEmpty()) {
            event = next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
        client.shutdownNow();
    }
}
