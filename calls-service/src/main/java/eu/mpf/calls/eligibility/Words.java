package eu.mpf.calls.eligibility;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call says of its applications before there is one.
 *
 * @param known by record and field of {@link Facts}, for example {@code ApplicationFacts.fund}: the words it can hold, or the
 *     keys of a map; what is not here can hold anything
 * @param typical applications as they will come, for every rule to be tried on
 */
public record Words(Map<String, Set<String>> known, List<Facts> typical) {}
