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
}
