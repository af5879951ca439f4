package eu.mpf.web.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A caller for tests without a request. In this package, because only here one can be made. */
public final class KnownCaller extends Caller {

    private final Set<String> roles;
    private final @Nullable String organisation;

    public KnownCaller(Set<String> roles, @Nullable String organisation) {
        super(null, null);
        this.roles = roles;
        this.organisation = organisation;
    }

    @Override
    public Set<String> roles() {
        return roles;
    }

    @Override
    public Optional<String> organisation() {
        return Optional.ofNullable(organisation);
    }
}
