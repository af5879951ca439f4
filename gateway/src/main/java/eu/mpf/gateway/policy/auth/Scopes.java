package eu.mpf.gateway.policy.auth;

import java.util.List;

/** The scopes an API client may be given. What is not named here, keys can never do. */
public final class Scopes {

    /** Reading also comes with writing. */
    public static final List<String> GRANTABLE = List.of(
            "projects:read",
            "projects:write",
            "events:read",
            "events:write",
            "calls:read",
            "calls:write",
            "changes:read",
            "search:read",
            "webhooks:read",
            "webhooks:write");

    private Scopes() {}
}
