package eu.mpf.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * Any sequence of commands, against a model that knows an application by what has been done to it and not by a table of
 * states: whether it lies with the applicant or with the facility, what was asked, decided and told.
 */
@Tag("C10")
class ApplicationModelProperties {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    /** What is remembered about an application instead of a status. */
    private static final class Model {
        private boolean withApplicant = true;
        private boolean withdrawn;
        private boolean noteHandedIn;
        private boolean invited;
        private boolean handedIn;
        private boolean asked;
        private boolean checked;
        private boolean onReserve;
        private ApplicationCommand refusedBy;
        private boolean awarded;
        private boolean over;
        private int moves;

        private final Application application =
                new Application(UUID.randomUUID(), "APP-1", UUID.randomUUID(), "KEY", "LV-SBG", Content.empty(), NOW);

        /** Whether it may be done, said by what has happened. */
        private boolean may(ApplicationCommand command) {
            boolean open = !over && refusedBy == null && !awarded;
            boolean drafted = withApplicant && !noteHandedIn && !handedIn;
            return switch (command) {
                case EDIT -> open && (withApplicant || asked);
                case SUBMIT_CONCEPT -> open && drafted && (withdrawn || !invited);
                case SUBMIT -> open && withApplicant && (drafted || invited);
                case INVITE, DECLINE -> open && noteHandedIn && !invited && !withApplicant;
                case WITHDRAW -> open && (!drafted || invited && !withdrawn);
                case RETURN -> open && handedIn && !asked && !checked;
                case RESUME -> open && asked;
                case ACCEPT, EXCLUDE -> open && handedIn && !asked && !checked;
                case RESERVE -> open && checked && !onReserve;
                case REJECT, AWARD -> open && checked;
                case REVOKE -> awarded && !over;
                case REOPEN -> refusedBy != null && (refusedBy != ApplicationCommand.REJECT || checked);
            };
        }

        private void note(ApplicationCommand command) {
            moves += command == ApplicationCommand.EDIT ? 0 : 1;
            switch (command) {
                case EDIT -> {}
                case SUBMIT_CONCEPT -> {
                    withApplicant = false;
                    withdrawn = false;
                    noteHandedIn = true;
                    invited = false;
                }
                case SUBMIT -> {
                    withApplicant = false;
                    withdrawn = false;
                    handedIn = true;
                }
                case INVITE -> {
                    invited = true;
                    withApplicant = true;
                }
                case RETURN -> asked = true;
                case RESUME -> asked = false;
                case ACCEPT -> checked = true;
                case RESERVE -> onReserve = true;
                case DECLINE, EXCLUDE, REJECT -> refusedBy = command;
                case AWARD -> awarded = true;
                case REVOKE -> over = true;
                case REOPEN -> {
                    refusedBy = null;
                    onReserve = false;
                }
                case WITHDRAW -> {
                    withApplicant = true;
                    withdrawn = true;
                    noteHandedIn = false;
                    invited = false;
                    handedIn = false;
                    asked = false;
                    checked = false;
                    onReserve = false;
                }
            }
        }

        private void agrees() {
            ApplicationStatus status = application.status();
            assertThat(status.refused()).as("refused: %s", status).isEqualTo(refusedBy != null);
            assertThat(status == ApplicationStatus.AWARDED || status == ApplicationStatus.REVOKED)
                    .isEqualTo(awarded);
            assertThat(application.steps()).hasSize(moves);
            // What a letter has to tell is not seen before it.
            if (status.toldByLetter()) {
                assertThat(application.publicStatus()).isNotEqualTo(status);
            } else {
                assertThat(application.publicStatus()).isEqualTo(status);
            }
            for (ApplicationCommand command : ApplicationCommand.values()) {
                assertThat(status.after(command).isPresent())
                        .as("%s when %s after %s", command, status, application.steps())
                        .isEqualTo(may(command));
            }
        }

        private Model does(ApplicationCommand command) {
            if (may(command)) {
                apply(command);
                note(command);
            } else {
                var before = application.steps();
                assertThatThrownBy(() -> apply(command))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused -> assertThat(refused.type()).isEqualTo(CallsProblem.APPLICATION_STATE));
                assertThat(application.steps()).isEqualTo(before);
            }
            agrees();
            return this;
        }

        /** By the aggregate's own command where it has one. */
        private void apply(ApplicationCommand command) {
            switch (command) {
                case EDIT -> application.edit(Content.empty(), NOW);
                case SUBMIT_CONCEPT -> application.submit(Stage.CONCEPT_NOTE, 1, null, NOW);
                case SUBMIT -> application.submit(Stage.FULL_APPLICATION, 1, null, NOW);
                case WITHDRAW -> application.withdraw("changed", NOW);
                case RESUME -> application.resume(NOW);
                case ACCEPT, EXCLUDE ->
                    application.checked(
                            new EligibilityCheck(
                                    command == ApplicationCommand.ACCEPT, 1, List.of(), List.of(), null, NOW),
                            NOW);
                case REOPEN -> application.reopen("review", NOW);
                case INVITE, DECLINE, RETURN, RESERVE, REJECT, AWARD, REVOKE -> application.move(command, "so", NOW);
            }
        }
    }

    private record Does(ApplicationCommand command) implements Action.Independent<Model> {

        @Override
        public Arbitrary<Transformer<Model>> transformer() {
            return Arbitraries.just(Transformer.transform(command.name(), model -> model.does(command)));
        }
    }

    @Provide
    Arbitrary<ActionChain<Model>> lives() {
        var chains = ActionChain.startWith(Model::new);
        for (ApplicationCommand command : ApplicationCommand.values()) {
            chains = chains.withAction(new Does(command));
        }
        return chains.withMaxTransformations(40);
    }

    @Property(tries = 10_000)
    @Label("an application does what a model of it does, whatever is tried and in whatever order")
    void behavesLikeItsModel(@ForAll("lives") ActionChain<Model> life) {
        life.run();
    }

    @Property(tries = 1)
    @Label("every pair of statuses that a command joins can be walked from a draft")
    void everyPairIsReached() {
        Set<ApplicationStatus> reached = EnumSet.of(ApplicationStatus.DRAFT);
        Map<ApplicationStatus, List<ApplicationStatus>> pairs = new java.util.EnumMap<>(ApplicationStatus.class);
        List<ApplicationStatus> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            ApplicationStatus from = open.removeLast();
            for (ApplicationCommand command : ApplicationCommand.values()) {
                from.after(command).ifPresent(to -> {
                    pairs.computeIfAbsent(from, each -> new ArrayList<>()).add(to);
                    if (reached.add(to)) {
                        open.add(to);
                    }
                });
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ApplicationStatus.values());
        assertThat(pairs).as("only a revoked award leads nowhere").hasSize(ApplicationStatus.values().length - 1);
    }
}
