package eu.mpf.web.security;

import static eu.mpf.web.adjustment.AdjustmentKind.ORGANISATION_ROLES;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.Adjustments;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives an organisation's people roles here that their tokens do not carry, and takes roles away: a delegation that is
 * consulted, a body that may not apply for a while. Only roles for those outside the facility: nobody becomes staff or
 * administrator this way.
 */
@ApplicationScoped
class OrganisationRoles implements SecurityIdentityAugmentor {
    /** The roles that can be given and taken. */
    static final Set<String> OUTSIDE = Set.of(
            Roles.APPLICANT, Roles.COMMITTEE_MEMBER, Roles.CONSULTEE, Roles.EVALUATOR, Roles.PARTNER, Roles.RAPPORTEUR);

    private final Adjustments adjustments;

    OrganisationRoles(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim("organisation") instanceof Object organisation) {
            var set = adjustments.find(ORGANISATION_ROLES, organisation.toString());
            if (set.isPresent()) {
                return Uni.createFrom().item(with(identity, roles(identity.getRoles(), set.get())));
            }
        }
        return Uni.createFrom().item(identity);
    }

    static Set<String> roles(Set<String> carried, Adjustment set) {
        var roles = new LinkedHashSet<>(carried);
        roles.addAll(of(set, "granted"));
        roles.removeAll(of(set, "withdrawn"));
        return roles;
    }

    /** What was stored counts only as far as it may be given now. */
    private static Set<String> of(Adjustment set, String field) {
        var roles = new TreeSet<String>();
        JsonNode value = set.value();
        if (value != null) {
            value.path(field).forEach(role -> roles.add(role.asText()));
        }
        roles.retainAll(OUTSIDE);
        return roles;
    }

    private static SecurityIdentity with(SecurityIdentity identity, Set<String> roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(roles)
                .addPermissionChecker(identity::checkPermission)
                .build();
    }
}
