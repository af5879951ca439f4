package eu.mpf.web.security;

import io.smallrye.config.ConfigMapping;

/** Whose tokens are accepted; the OpenID Connect settings refer to these keys. */
@ConfigMapping(prefix = "mpf.identity")
public interface IdentityConfig {

    /** Issuer of the tokens, exactly as it stands in {@code iss}. Default: the provider of the local stack. */
    String issuer();

    /** Where the issuer's public keys are. Default: {@code /jwks} below the issuer. */
    String jwksUrl();

    /**
     * Issuer of the short-lived tokens that the gateway makes of API keys: the second one accepted. Default:
     * {@code /gateway} below {@code mpf.public-url}.
     */
    String gatewayIssuer();

    /** Where the gateway's public keys are. Default: {@code /.well-known/jwks.json} below {@code mpf.public-url}. */
    String gatewayJwksUrl();

    /**
     * Secret behind the hash of normalised addresses, the same in every service so that a person can be matched across
     * them. At least 32 characters. Default: {@code mpf.events.address-key}, its name in earlier releases, else
     * {@code development-only-address-key-change-me}, for development only.
     */
    String addressKey();
}
