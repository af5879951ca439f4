package eu.mpf.web.security;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import java.util.List;
import java.util.TreeSet;

/** What an administrator may give to an organisation's people, and take from them. */
final class RoleRules {
    private RoleRules() {}

    /** @throws ProblemException 400 with all pointers */
    static void check(List<String> granted, List<String> withdrawn) {
        var violations = new Violations();
        check(granted, "/granted/", violations);
        check(withdrawn, "/withdrawn/", violations);
        violations.check(
                granted.stream().noneMatch(withdrawn::contains),
                "/withdrawn",
                "contradiction",
                "a role cannot be given and taken");
        violations.check(
                !granted.isEmpty() || !withdrawn.isEmpty(),
                "",
                "empty",
                "nothing is given or taken: delete it instead");
        violations.throwIfAny();
    }

    private static void check(List<String> roles, String pointer, Violations violations) {
        for (int i = 0; i < roles.size(); i++) {
            violations.check(
                    OrganisationRoles.OUTSIDE.contains(roles.get(i)),
                    pointer + i,
                    "invalid",
                    "must be one of " + new TreeSet<>(OrganisationRoles.OUTSIDE));
        }
    }
}
