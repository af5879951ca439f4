package eu.mpf.calls.application;

import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import java.util.ArrayList;
import java.util.List;

/**
 * Which applications a caller may see, as a condition on the row {@code a}: it stands in the query itself, so what is not
 * yours is never read. An applicant sees its organisation's and those it was invited to; staff what was handed in; an evaluator,
 * a consultee, a committee member what was put before them, unless they declared a conflict.
 */
public record Sight(String condition, List<Object> arguments) {

    public static Sight of(Caller caller) {
        List<String> any = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        caller.organisation().ifPresent(organisation -> {
            any.add("a.organisation = ?");
            arguments.add(organisation);
            for (Partner.State state : List.of(Partner.State.INVITED, Partner.State.CONFIRMED)) {
                any.add(
                        "a.partners @> jsonb_build_array(jsonb_build_object('organisation', CAST(? AS text), 'status', CAST(? AS text)))");
                arguments.add(organisation);
                arguments.add(state.name());
            }
        });
        if (isStaff(caller)) {
            any.add("a.status <> 'DRAFT'");
        }
        if (caller.hasRole(Roles.EVALUATOR)) {
            any.add("EXISTS (SELECT 1 FROM evaluation e WHERE e.application_id = a.id AND e.evaluator = ?)");
            arguments.add(caller.subject());
        }
        if (caller.hasRole(Roles.CONSULTEE)) {
            any.add("EXISTS (SELECT 1 FROM consultation o WHERE o.application_id = a.id AND o.consultee = ?)");
            arguments.add(caller.subject());
        }
        if (caller.hasRole(Roles.COMMITTEE_MEMBER)) {
            any.add("EXISTS (SELECT 1 FROM committee_meeting m, jsonb_array_elements(m.members) p"
                    + " WHERE m.call_id = a.call_id AND a.status NOT IN ('DRAFT', 'WITHDRAWN') AND p->>'member' = ?"
                    + " AND m.agenda @> jsonb_build_array(jsonb_build_object('applicationId', a.id)))");
            arguments.add(caller.subject());
        }
        if (any.isEmpty()) {
            return new Sight("false", arguments);
        }
        String seen = "((" + String.join(") OR (", any) + "))";
        return caller.hasAnyRole(Roles.EVALUATOR, Roles.COMMITTEE_MEMBER)
                ? unlessConflicted(seen, arguments, caller.subject())
                : new Sight(seen, arguments);
    }

    /** A declared conflict closes the file whatever other role would open it, and for every stage and meeting. */
    private static Sight unlessConflicted(String seen, List<Object> arguments, String subject) {
        arguments.add(subject);
        arguments.add(subject);
        return new Sight(
                seen + " AND NOT EXISTS (SELECT 1 FROM evaluation e WHERE e.application_id = a.id AND e.evaluator = ?"
                        + " AND e.status = 'CONFLICTED')"
                        + " AND NOT EXISTS (SELECT 1 FROM committee_meeting m, jsonb_array_elements(m.members) p"
                        + " WHERE m.call_id = a.call_id AND p->>'member' = ? AND (p->'conflicts') @> jsonb_build_array(a.id))",
                arguments);
    }

    public static boolean isStaff(Caller caller) {
        return caller.hasAnyRole(Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);
    }
}
