package eu.mpf.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The ten steps, in order. Every run makes a call and an event of its own, so the story can be told again and again on the
 * same platform.
 */
public final class Story {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Platform platform;
    private final Platform quiet;
    private final Narrator narrator;
    private final String run = DateTimeFormatter.ofPattern("yyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());

    /** @param platform a running platform that holds the demo data */
    public Story(Platform platform, PrintStream out) {
        this.narrator = new Narrator(out);
        this.platform = platform.loggingTo(narrator);
        this.quiet = platform;
    }

    /** @throws RuntimeException at the first promise that does not hold */
    public void tell() {
        tell(_ -> {});
    }

    /** @param afterStep called with the number of each step that is done, from 1 */
    void tell(IntConsumer afterStep) {
        Started started = new Started();
        CallStory call = new CallStory(this);
        ApplicationStory application = new ApplicationStory(this, call);
        EventStory event = new EventStory(this, call);
        List<Step> steps = List.of(
                new Step("The call is published, with an envelope of its own for each of two funds", call::publish),
                new Step(
                        "A question is answered for all without the asker's name; a corrigendum raises the envelope",
                        call::clarify),
                new Step(
                        "An authority drafts, checks, submits in time and gets a receipt; too late is refused",
                        application::submit),
                new Step(
                        "Checked, consulted, scored, ranked, decided, awarded; the fund's money moves with it",
                        application::decide),
                new Step("The award becomes a project: exactly one", application::becomesProject),
                new Step("The exchange event is published; seats run out, the waiting list moves up", event::register),
                new Step(
                        "Grantees place their projects; version 2 of the typology; the matrix shows both",
                        event::position),
                new Step(
                        "The open questions move to a follow-up on 30 October 2023, 10:00 in Brussels",
                        event::followUp),
                new Step("The synopsis report is generated, reviewed and published", event::report),
                new Step(
                        "A partner's program, away until now, catches up; an award is withdrawn; the portfolio leaves as IATI",
                        new PartnerStory(this, application::withdrawAward)::catchUp));
        for (int i = 0; i < steps.size(); i++) {
            narrator.step(i + 1, steps.get(i).title());
            steps.get(i).act().run();
            afterStep.accept(i + 1);
        }
        narrator.says("all ten steps, in %d s".formatted(started.seconds()));
    }

    private record Step(String title, Runnable act) {}

    private static final class Started {
        private final long nanos = System.nanoTime();

        long seconds() {
            return (System.nanoTime() - nanos) / 1_000_000_000L;
        }
    }

    Session as(String identity) {
        return platform.as(identity);
    }

    /** Without telling of each request: for long lists of the same. */
    Session quietly(String identity) {
        return quiet.as(identity);
    }

    /** Without telling of each request: a program of a partner, with its API key. */
    Session program(String name, String key) {
        return quiet.withKey(name, key);
    }

    Session anonymous() {
        return platform.anonymous();
    }

    void says(String finding) {
        narrator.says(finding);
    }

    /** The key with the mark of this run. */
    String mine(String key) {
        return key + "-" + run;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ObjectNode english(String text) {
        return object().put("en", text);
    }

    static ObjectNode euro(String amount) {
        return object().put("amount", amount).put("currency", "EUR");
    }

    static JsonNode json(String text) {
        return Session.json(text);
    }
}
