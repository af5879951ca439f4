package eu.mpf.web.security;

import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A caller as a test says, without a token. */
@Vetoed
public class KnownCaller extends Caller {

    private final String subject;
    private final @Nullable String organisation;
    private final Set<String> roles;

    @SuppressWarnings("NullAway")
    public KnownCaller(String subject, @Nullable String organisation, String... roles) {
        super(null, null);
        this.subject = subject;
        this.organisation = organisation;
        this.roles = Set.of(roles);
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Set<String> roles() {
        return roles;
    }

    @Override
    public Optional<String> organisation() {
        return Optional.ofNullable(organisation);
    }

    @Override
    public boolean isAnonymous() {
        return subject.equals("anonymous");
    }
}
