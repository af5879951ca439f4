package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.bench.Deed.Click;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Session;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One application on deadline day: a draft, its saves and files, and the moment it is handed in. */
final class Applicant {

    /** How somebody hands in. */
    enum Habit {
        CALM,
        /** Clicks twice; both requests carry the same key. */
        DOUBLE_CLICK,
        /** Clicks twice; each request is one of its own. */
        IMPATIENT,
        /** Loses the answer and asks again with the same key. */
        REPEATS,
        /** Comes after the deadline. */
        LATE;

        static Habit of(double chance) {
            return chance < 0.02
                    ? LATE
                    : chance < 0.12 ? DOUBLE_CLICK : chance < 0.17 ? IMPATIENT : chance < 0.25 ? REPEATS : CALM;
        }
    }

    private static final int SAVES = 5;
    private static final int ATTEMPTS = 20;
    private static final byte[] NOISE = new byte[8 << 20];

    static {
        new Random(1).nextBytes(NOISE);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, NOISE, 0, head.length);
    }

    /** The hash of so much of the block that all files begin with. */
    private static final Map<Integer, MessageDigest> BEGUN = new ConcurrentHashMap<>();

    private static final Executor SECOND_HAND = command -> Thread.ofVirtual().start(command);

    private final Session session;
    private final String call;
    private final Instant submitsAt;
    private final Duration lead;
    private final Habit habit;
    private final int fileBytes;
    private final int number;
    private final History history;
    private final List<Click> clicks = new CopyOnWriteArrayList<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private volatile String id = "";
    private volatile String lastSave = "";
    private volatile String lastTried = "";
    private volatile @Nullable Click turnedAway;

    /** @param lead how long before handing in the draft is begun */
    Applicant(
            Session session,
            String call,
            Instant submitsAt,
            Duration lead,
            Habit habit,
            int fileBytes,
            int number,
            History history) {
        this.session = session;
        this.call = call;
        this.submitsAt = submitsAt;
        this.lead = lead;
        this.habit = habit;
        this.fileBytes = fileBytes;
        this.number = number;
        this.history = history;
    }

    void run(DeadlineFigures figures) {
        sleepUntil(submitsAt.minus(lead));
        Instant asked = Instant.now();
        Answer draft = insist(
                figures, figures.drafts, key -> session.post("/v1/applications", DeadlineCall.application(call), key));
        Click beginning = new Click(asked, Instant.now(), "", draft);
        if (beginning.problem().equals("call-not-open")) {
            turnedAway = beginning;
            return;
        }
        draft.expect(201);
        id = draft.id();
        String path = "/v1/applications/" + id;
        String etag = draft.etag();
        for (int save = 0; save < SAVES; save++) {
            etag = save(figures, path, etag, save);
            if (save == 1 || save == 3) {
                attach(figures, path, save == 1 ? "PROPOSAL" : "BUDGET");
            }
        }
        sleepUntil(submitsAt);
        handIn(figures, path + ":submit", etag);
    }

    private String save(DeadlineFigures figures, String path, String etag, int save) {
        String acronym = "S" + number + "-" + save;
        ObjectNode patch = Session.object(body -> body.putObject("content").put("acronym", acronym));
        lastTried = acronym;
        Answer saved = insist(figures, figures.saves, key -> session.patch(path, etag, patch));
        if (saved.status() == 412) {
            // The answer to the same save got lost on its way: what is stored says whether it was done.
            saved = session.get(path).expect(200);
            if (!saved.json().path("content").path("acronym").asText().equals(acronym)) {
                throw new IllegalStateException("a save was neither done nor refused: " + acronym);
            }
        }
        saved.expect(200);
        lastSave = acronym;
        return saved.etag();
    }

    /** Megabytes that nobody has sent before, made from one block so that the client has little to do. */
    private void attach(DeadlineFigures figures, String path, String kind) {
        byte[] end = "%n%s %d %s%n".formatted(call, number, kind).getBytes(StandardCharsets.US_ASCII);
        int block = Math.max(16, fileBytes - end.length);
        String name = kind + ".pdf";
        insist(
                        figures,
                        figures.files,
                        key -> session.upload(
                                path + "/attachments",
                                Map.of("kind", kind),
                                name,
                                "application/pdf",
                                BodyPublishers.concat(
                                        BodyPublishers.ofByteArray(NOISE, 0, block), BodyPublishers.ofByteArray(end)),
                                key))
                .expect(201);
        files.put(name, hash(block, end));
    }

    private static String hash(int block, byte[] end) {
        try {
            var digest = (MessageDigest)
                    BEGUN.computeIfAbsent(block, Applicant::begun).clone();
            return HexFormat.of().formatHex(digest.digest(end));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the JDK can be copied", e);
        }
    }

    private static MessageDigest begun(int block) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(NOISE, 0, block);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private void handIn(DeadlineFigures figures, String path, String etag) {
        String key = UUID.randomUUID().toString();
        switch (habit) {
            case CALM, LATE -> click(figures, path, etag, key);
            case DOUBLE_CLICK -> twice(figures, path, etag, key, key);
            case IMPATIENT -> twice(figures, path, etag, key, UUID.randomUUID().toString());
            case REPEATS -> {
                click(figures, path, etag, key);
                click(figures, path, etag, key);
            }
        }
    }

    private void twice(DeadlineFigures figures, String path, String etag, String first, String second) {
        var other = CompletableFuture.runAsync(() -> click(figures, path, etag, second), SECOND_HAND);
        click(figures, path, etag, first);
        other.join();
    }

    /** Until there is an answer that decides: who is told to come again does, with the same key. */
    private void click(DeadlineFigures figures, String path, String etag, String key) {
        Instant sent = Instant.now();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = Instant.now();
            Answer answer = attempt(figures, figures.submits, () -> session.act(path, etag, null, key));
            if (answer != null) {
                history.add(now, number, key, answer);
            }
            if (answer != null && !comeAgain(answer)) {
                clicks.add(new Click(sent, Instant.now(), key, answer));
                return;
            }
            sleepUntil(Instant.now().plusMillis(200L * (attempt + 1)));
        }
        throw new IllegalStateException(path + " was not answered in " + ATTEMPTS + " attempts");
    }

    private static boolean comeAgain(Answer answer) {
        return answer.status() == 503
                || answer.status() == 429
                || answer.json().path("code").asText().equals("request-in-progress");
    }

    private interface Keyed {
        Answer send(String key);
    }

    private Answer insist(DeadlineFigures figures, Latencies kind, Keyed request) {
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = Instant.now();
            Answer answer = attempt(figures, kind, () -> request.send(key));
            if (answer != null) {
                history.add(now, number, key, answer);
            }
            if (answer != null && !comeAgain(answer)) {
                return answer;
            }
            sleepUntil(Instant.now().plusMillis(200L * (attempt + 1)));
        }
        throw new IllegalStateException("no answer in " + ATTEMPTS + " attempts");
    }

    private static @Nullable Answer attempt(DeadlineFigures figures, Latencies kind, Supplier<Answer> request) {
        try {
            return figures.timed(kind, request);
        } catch (UncheckedIOException e) {
            // The connection broke: whether it was done is not known, and the key makes asking again harmless.
            return null;
        }
    }

    static void sleepUntil(Instant moment) {
        try {
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), moment).toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What came of it, once it has run. */
    Deed deed() {
        return new Deed(
                session.identity(), id, lastSave, lastTried, Map.copyOf(files), List.copyOf(clicks), turnedAway);
    }
}
