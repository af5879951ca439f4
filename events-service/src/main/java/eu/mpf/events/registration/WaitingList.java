package eu.mpf.events.registration;

import eu.mpf.events.EventsConfig;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Passes free seats on, in the order of the line. Works on seats that are locked already. */
@ApplicationScoped
class WaitingList {
    private final RegistrationRepository registrations;
    private final SeatStatements statements;
    private final RegistrationMails mails;
    private final Scenes scenes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final int portion;

    WaitingList(
            RegistrationRepository registrations,
            SeatStatements statements,
            RegistrationMails mails,
            Scenes scenes,
            Outbox outbox,
            AuditTrail audit,
            EventsConfig config) {
        this.registrations = registrations;
        this.statements = statements;
        this.mails = mails;
        this.scenes = scenes;
        this.outbox = outbox;
        this.audit = audit;
        this.portion = config.passOnPortion();
        if (portion < 1) {
            throw new IllegalArgumentException("mpf.events.pass-on-portion must be at least 1, not " + portion);
        }
    }

    /** How many may still be written to in this transaction. */
    private static final class Portion {
        private int left;

        Portion(int left) {
            this.left = left;
        }

        /** @return whether there was one left */
        boolean takeOne() {
            return left > 0 && left-- > 0;
        }
    }

    /**
     * Gives free seats to whoever is first in line for them, then stores the counters. Many seats at once go in portions,
     * each a transaction of its own: the lock on a hot event is never held for thousands of letters.
     *
     * @return whether there are more to give, which {@link PassOnJob} does
     */
    boolean moveUp(UUID scopeId, Seats seats, Scene scene) {
        Portion rest = new Portion(portion);
        seats.passOn(scene.isToCome() && promoteSome(scopeId, seats, scene, rest));
        for (SeatCounter session : seats.sessions()) {
            session.passOn(scene.isToCome() && fill(session, rest));
        }
        statements.store(seats);
        return seats.anyPassingOn();
    }

    /** @return whether there are more to promote */
    private boolean promoteSome(UUID scopeId, Seats seats, Scene scene, Portion rest) {
        while (seats.somebodyWaits() && !seats.categoriesWithRoom().isEmpty()) {
            UUID next = statements.nextInLine(scopeId, seats.categoriesWithRoom());
            if (next == null) {
                return false;
            }
            if (!rest.takeOne()) {
                return true;
            }
            promote(registrations.get(next), seats, scene);
        }
        return false;
    }

    private void promote(Registration registration, Seats seats, Scene scene) {
        seats.leave(registration.category());
        seats.take(registration.category());
        News news;
        if (scene.policy().offers()) {
            Instant until = scene.offerUntil();
            registration.offer(until);
            news = News.offered(until);
        } else {
            registration.promote();
            news = News.of(Occasion.PROMOTED);
            seatInSessions(registration.id(), seats);
        }
        registrations.flush();
        List<ChosenSession> sessions = statements.sessionsOf(registration.id());
        outbox.publish(RegistrationFact.of("registration.promoted", registration, sessions));
        audit.record(
                "registration.promote",
                "registration",
                registration.id(),
                RegistrationStatus.WAITLISTED,
                registration.status(),
                null);
        mails.tell(Recipient.of(registration), news, scene);
    }

    /**
     * Somebody has a seat at the event now: the sessions chosen are decided. Where others wait already, the line is asked
     * afterwards: what is free in the session belongs to who came first.
     */
    void seatInSessions(UUID registrationId, Seats seats) {
        for (ChosenSession chosen : statements.sessionsOf(registrationId)) {
            if (chosen.state() != SessionSeatState.REQUESTED) {
                continue;
            }
            if (!statements.isPlanned(chosen.sessionId())) {
                statements.sessionState(registrationId, chosen.sessionId(), SessionSeatState.RELEASED);
                continue;
            }
            seats.session(chosen.sessionId()).ifPresent(counter -> {
                if (counter.hasRoom() && counter.waiting() == 0) {
                    counter.take();
                    statements.sessionState(registrationId, chosen.sessionId(), SessionSeatState.SEAT);
                } else {
                    counter.join();
                    statements.sessionState(registrationId, chosen.sessionId(), SessionSeatState.WAITING);
                }
            });
        }
    }

    /** Somebody gave up: seats and places in line go back. */
    void leave(Registration registration, RegistrationStatus before, Seats seats) {
        if (before.holdsSeat()) {
            seats.release(registration.category());
        } else if (before == RegistrationStatus.WAITLISTED) {
            seats.leave(registration.category());
        }
        for (ChosenSession chosen : statements.sessionsOf(registration.id())) {
            seats.session(chosen.sessionId()).ifPresent(counter -> {
                switch (chosen.state()) {
                    case SEAT -> counter.release();
                    case WAITING -> counter.leave();
                    case REQUESTED, RELEASED -> {
                        // Holds nothing.
                    }
                }
            });
            statements.sessionState(registration.id(), chosen.sessionId(), SessionSeatState.RELEASED);
        }
    }

    /** @return whether there are more to seat */
    private boolean fill(SeatCounter session, Portion rest) {
        UUID sessionId = session.sessionId;
        if (sessionId == null || session.waiting() == 0 || !session.hasRoom() || !statements.isPlanned(sessionId)) {
            return false;
        }
        Scene scene = scenes.ofSession(sessionId);
        while (session.hasRoom() && session.waiting() > 0) {
            UUID next = statements.nextInLine(sessionId);
            if (next == null) {
                return false;
            }
            if (!rest.takeOne()) {
                return true;
            }
            session.leave();
            session.take();
            statements.sessionState(next, sessionId, SessionSeatState.SEAT);
            Registration registration = registrations.get(next);
            registration.seatInSession();
            registrations.flush();
            outbox.publish(RegistrationFact.of("registration.promoted", registration, statements.sessionsOf(next)));
            audit.record(
                    "registration.session-seat",
                    "registration",
                    next,
                    new ChosenSession(sessionId, SessionSeatState.WAITING),
                    new ChosenSession(sessionId, SessionSeatState.SEAT),
                    null);
            mails.tell(Recipient.of(registration), News.of(Occasion.SEATED), scene, "/" + sessionId, true);
        }
        return false;
    }
}
