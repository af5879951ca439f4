package eu.mpf.calls.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one reader sees an application: from when on, what of it, and whether for the first time. Nothing of it is stored. */
public final class Reading {

    private @Nullable Instant at;
    private @Nullable Instant sealedUntil;
    private @Nullable HandedIn shown;
    private boolean openedBefore;

    Reading() {}

    /** The moment it is read, by the database's clock. */
    Reading at(Instant now) {
        at = now;
        return this;
    }

    /** For a reader outside the consortium: closed to it until then. */
    Reading sealedUntil(@Nullable Instant until) {
        sealedUntil = until;
        return this;
    }

    /** The deadline this reader had to wait for, if there was one. */
    public @Nullable Instant sealedUntil() {
        return sealedUntil;
    }

    /** Whether this reader has to wait: the deadline in force had not passed, by the database's clock, when it was read. */
    public boolean sealed() {
        return sealedUntil != null && (at == null || !at.isAfter(sealedUntil));
    }

    /** For a reader outside the consortium: what was handed in, and never what is drafted since. */
    void show(HandedIn handedIn) {
        shown = handedIn;
    }

    /** What this reader sees instead of the draft; nothing where it reads the application itself. */
    @Nullable
    HandedIn shown() {
        return shown;
    }

    void openedBefore(boolean opened) {
        openedBefore = opened;
    }

    /** Whether whoever reads this now has opened it before. */
    public boolean openedBefore() {
        return openedBefore;
    }
}
