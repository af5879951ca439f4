package eu.mpf.events.registration.api;

import eu.mpf.events.registration.IntakeService;
import eu.mpf.events.registration.ManageToken;
import eu.mpf.events.registration.Registered;
import eu.mpf.events.registration.Registering;
import eu.mpf.events.registration.RegistrationRequest;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.idempotency.Asked;
import eu.mpf.web.idempotency.GroupCommit;
import eu.mpf.web.idempotency.Lane;
import eu.mpf.web.problem.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where all who register wait at this instance, whatever for, so that groups are as large as can be: the larger, the cheaper
 * each of them. Nobody here waits for another's lock on the seats; whoever else holds some does so for one change alone.
 */
@ApplicationScoped
class IntakeLane {
    private final IntakeService service;
    private final ManageToken tokens;
    private final Lane<RegistrationRequest> lane;

    IntakeLane(GroupCommit commits, IntakeService service, ManageToken tokens, MeterRegistry meters) {
        this.service = service;
        this.tokens = tokens;
        this.lane = commits.lane(this::decide);
        Gauge.builder("mpf.registrations.waiting", lane, Lane::waiting)
                .description("Registrations that wait here until the group before them is decided.")
                .register(meters);
    }

    Response register(RegistrationRequest request) {
        return lane.ask(request);
    }

    private void decide(List<Asked<RegistrationRequest>> group) {
        service.register(group.stream().map(Waiting::new).toList());
    }

    private final class Waiting implements Registering {
        private final Asked<RegistrationRequest> asked;

        Waiting(Asked<RegistrationRequest> asked) {
            this.asked = asked;
        }

        @Override
        public RegistrationRequest request() {
            return asked.request();
        }

        @Override
        public void serve(Supplier<Registered> work) {
            asked.answer(() -> {
                Registered made = work.get();
                return Answers.created(
                        "/v1/registrations/" + made.id(),
                        RegistrationView.of(made, request().details(), tokens.of(made.id())),
                        0);
            });
        }

        @Override
        public void refuse(ProblemException problem) {
            asked.refuse(problem);
        }
    }
}
