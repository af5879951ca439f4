package eu.mpf.system.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * People who want a seat, arriving evenly over a time whether or not the service keeps up. One in ten clicks twice, one in
 * twenty loses the connection once the request is out and tries again with the same key, one in twenty tries again in
 * another tab, one in five of those with a seat gives it up, and every second of these clicks twice on that; whoever gets
 * no answer or is told to repeat does so with the same key. Who does what is decided by the seed.
 */
final class Crowd {

    static final List<String> CATEGORIES = List.of("MEMBER_STATE", "GRANTEE_CURRENT", "EXPERT");

    private static final int REPETITIONS = 5;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"manageToken\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<String> services;
    private final List<String> events;
    private final long seed;
    private final Semaphore inFlight;
    private final Queue<Reply> history = new ConcurrentLinkedQueue<>();
    private final AtomicInteger hungUp = new AtomicInteger();
    private final Queue<Double> sinceArrival = new ConcurrentLinkedQueue<>();

    /**
     * @param services where the instances answer
     * @param events what people register for, in turn
     * @param atOnce how many requests, second clicks not counted, wait for an answer at most
     */
    Crowd(List<String> services, List<String> events, long seed, int atOnce) {
        this.services = services;
        this.events = events;
        this.seed = seed;
        this.inFlight = new Semaphore(atOnce);
    }

    /** Lets them come, and waits until the last has an answer. */
    void come(int people, double seconds) {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < people; person++) {
                long due = start + (long) (person * seconds * 1e9 / people);
                LockSupport.parkNanos(due - System.nanoTime());
                inFlight.acquireUninterruptibly();
                int number = person;
                threads.execute(() -> {
                    try {
                        act(number, seconds > 0 ? due : System.nanoTime());
                    } finally {
                        inFlight.release();
                    }
                });
            }
        }
    }

    /** How many lost a connection with a request under way. */
    int hungUp() {
        return hungUp.get();
    }

    List<Reply> history() {
        return List.copyOf(history);
    }

    /** Milliseconds from each one's arrival to the answer, waiting before the door and repetitions included; in order. */
    double[] sinceArrival() {
        return sinceArrival.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private void act(int person, long arrived) {
        Random chance = new Random(seed * 1_000_003 + person);
        String key = "open-%d-%d".formatted(seed, person);
        Reply made;
        if (chance.nextInt(20) == 0) {
            // Another instance gets the second try; the first has read the request, or is about to.
            if (HungUp.after(registration(person, key, person + 1), registrationOf(person), chance.nextInt(30))) {
                hungUp.incrementAndGet();
            }
        }
        if (chance.nextInt(10) == 0) {
            // Two clicks, as good as at once, and not at the same instance.
            try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
                var second = clicks.submit(() -> register(person, "again", key, person + 1));
                made = register(person, "register", key, person);
                second.get(60, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("the second click was lost", e);
            }
        } else {
            made = register(person, "register", key, person);
        }
        sinceArrival.add((System.nanoTime() - arrived) / 1e6);
        if (chance.nextInt(20) == 0) {
            register(person, "other-tab", key + "-b", person + 1);
        }
        String body = made.body();
        if (made.status() == 201 && body != null) {
            boolean seated = body.contains("\"CONFIRMED\"");
            if (chance.nextInt(seated ? 5 : 25) == 0) {
                withdraw(person, "withdraw", key + "-w", body, person);
                if (chance.nextBoolean()) {
                    withdraw(person, "withdraw-again", key + "-w", body, person + 1);
                }
            }
        }
    }

    private Reply register(int person, String what, String key, int instance) {
        return send(person, what, key, registration(person, key, instance));
    }

    private HttpRequest registration(int person, String key, int instance) {
        return request(instance, "/v1/events/" + events.get(person % events.size()) + "/registrations", key)
                .POST(BodyPublishers.ofString(registrationOf(person)))
                .build();
    }

    private String registrationOf(int person) {
        return """
                {"name":"Person %d","address":"%s","category":"%s",
                 "consent":{"wording":"1","participantList":false,"followUps":false}}""".formatted(person, address(person, seed), CATEGORIES.get(person % CATEGORIES.size()));
    }

    static String address(int person, long seed) {
        return "person-%d-%d@example.org".formatted(person, seed);
    }

    private void withdraw(int person, String what, String key, String registration, int instance) {
        send(
                person,
                what,
                key,
                request(instance, "/v1/registrations/" + first(ID, registration) + ":withdraw", key)
                        .header("If-Match", "\"0\"")
                        .header("Registration-Token", first(TOKEN, registration))
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    private HttpRequest.Builder request(int instance, String path, String key) {
        return HttpRequest.newBuilder(URI.create(services.get(Math.floorMod(instance, services.size())) + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key);
    }

    /** Repeats after 503 and after 409 request-in-progress, as the problem says; every answer goes into the history. */
    private Reply send(int person, String what, String key, HttpRequest request) {
        Reply last = once(person, what, key, request);
        for (int i = 0; i < REPETITIONS && isToBeRepeated(last); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200L << i));
            last = once(person, what, key, request);
        }
        return last;
    }

    static boolean isToBeRepeated(Reply reply) {
        return reply.status() == 0
                || reply.status() == 503
                || (reply.status() == 409 && String.valueOf(reply.body()).contains("request-in-progress"));
    }

    private Reply once(int person, String what, String key, HttpRequest request) {
        long start = System.nanoTime();
        int status = 0;
        @Nullable String body = null;
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            status = answer.statusCode();
            body = answer.body();
        } catch (IOException e) {
            body = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Reply reply = new Reply(person, what, key, status, (System.nanoTime() - start) / 1e6, body);
        history.add(reply);
        return reply;
    }

    static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return found.group(1);
    }

    static String id(String registration) {
        return first(ID, registration);
    }
}
