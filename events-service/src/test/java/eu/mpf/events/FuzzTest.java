package eu.mpf.events;

import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.FuzzedContract;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.fuzz.Fuzzer;
import java.util.Map;

@MpfTest
class FuzzTest extends FuzzedContract {

    /** A published event with people in it, one of them waiting: the fuzzer holds their tokens. */
    @Override
    protected void prepare(Fuzzer fuzzer) {
        String event = Programme.publishedEvent(Map.of("capacity", 2)).id();
        for (int i = 0; i < 3; i++) {
            fuzzer.meets(
                    "/v1/registrations",
                    Registrations.register(event, Map.of()).response().asString());
        }
    }
}
