package eu.mpf.events.registration;

import static eu.mpf.events.Programme.publishedEvent;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.attendance.AttendanceService;
import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.registration.SeatModel.Entry;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.quarkus.arc.Arc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random lives of an event, step by step against the {@link SeatModel}, on the real service and its database: whoever has a
 * seat, an offer or a place in line here has it there. A failure names its seed and all steps up to it.
 */
@MpfTest
@Tag("E5")
@Tag("E4")
class RegistrationModelTest {
    private static final int STEPS = 40;

    private final RegistrationService service =
            Arc.container().instance(RegistrationService.class).get();
    private final IntakeService intake =
            Arc.container().instance(IntakeService.class).get();
    private final AttendanceService door =
            Arc.container().instance(AttendanceService.class).get();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theServiceGivesAndTakesSeatsAsTheModelDoes(long seed) {
        Random random = new Random(seed);
        int seats = 1 + random.nextInt(5);
        int limit = random.nextInt(3);
        boolean offers = random.nextBoolean();
        UUID event = UUID.fromString(publishedEvent(Map.of(
                        "capacity",
                        seats,
                        "categoryLimits",
                        Map.of(SeatModel.LIMITED.name(), limit),
                        "registration",
                        Map.of("promotion", offers ? "OFFER" : "AUTOMATIC")))
                .id());
        SeatModel model = new SeatModel(seats, limit, offers);
        List<String> steps = new ArrayList<>(List.of("seats=%d limit=%d offers=%s".formatted(seats, limit, offers)));
        for (int step = 0; step < STEPS; step++) {
            steps.add(step(random, event, model));
            assertThat(stored(event)).as("seed %d: %s", seed, steps).isEqualTo(model.states());
        }
    }

    private String step(Random random, UUID event, SeatModel model) {
        List<Entry> mayLeave =
                model.in(RegistrationStatus.WAITLISTED, RegistrationStatus.OFFERED, RegistrationStatus.CONFIRMED);
        List<Entry> offered = model.in(RegistrationStatus.OFFERED);
        List<Entry> seated = model.in(RegistrationStatus.CONFIRMED);
        List<Entry> arrived = model.in(RegistrationStatus.CHECKED_IN);
        int die = random.nextInt(10);
        if (die < 2 && !mayLeave.isEmpty()) {
            Entry who = any(random, mayLeave);
            service.withdraw(who.id, version(who), null, all -> true);
            return done(model, who, RegistrationStatus.WITHDRAWN);
        }
        if (die < 4 && !offered.isEmpty()) {
            Entry who = any(random, offered);
            service.acceptOffer(who.id, version(who), all -> true);
            return done(model, who, RegistrationStatus.CONFIRMED);
        }
        if (die < 5 && !offered.isEmpty()) {
            Entry who = any(random, offered);
            Sql.execute(
                    "UPDATE registration SET offer_expires_at = now() - interval '1 s' WHERE id = ?::uuid",
                    who.id.toString());
            service.lapse(who.id);
            return done(model, who, RegistrationStatus.WITHDRAWN);
        }
        if (die < 6 && !seated.isEmpty()) {
            Entry who = any(random, seated);
            door.checkIn(who.id, version(who));
            return done(model, who, RegistrationStatus.CHECKED_IN);
        }
        if (die < 7 && !arrived.isEmpty()) {
            Entry who = any(random, arrived);
            door.undoCheckIn(who.id, version(who));
            return done(model, who, RegistrationStatus.CONFIRMED);
        }
        AudienceCategory category = random.nextBoolean() ? SeatModel.LIMITED : AudienceCategory.EXPERT;
        UUID id = intake.enter(event, somebody(category)).orElseThrow().id();
        model.register(id, category);
        return "register " + category;
    }

    private static String done(SeatModel model, Entry who, RegistrationStatus next) {
        model.become(who, next);
        return "%d becomes %s".formatted(model.entries.indexOf(who) + 1, next);
    }

    private static Entry any(Random random, List<Entry> among) {
        return among.get(random.nextInt(among.size()));
    }

    private static RegistrationDetails somebody(AudienceCategory category) {
        return new RegistrationDetails(
                "Somebody",
                UUID.randomUUID() + "@example.org",
                category,
                null,
                null,
                null,
                null,
                null,
                null,
                new Consent("1", false, false, null));
    }

    private static long version(Entry who) {
        return ((Number) Sql.query("SELECT version FROM registration WHERE id = ?::uuid", who.id.toString())
                        .getFirst()
                        .get("version"))
                .longValue();
    }

    /** In the order of arrival. */
    private static List<Map.Entry<UUID, RegistrationStatus>> stored(UUID event) {
        return Sql.query(
                        "SELECT id, status FROM registration WHERE scope_id = ?::uuid ORDER BY number",
                        event.toString())
                .stream()
                .map(row -> Map.entry(
                        UUID.fromString(String.valueOf(row.get("id"))),
                        RegistrationStatus.valueOf(String.valueOf(row.get("status")))))
                .toList();
    }
}
