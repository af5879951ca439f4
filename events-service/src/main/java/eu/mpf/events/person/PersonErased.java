package eu.mpf.events.person;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the places where somebody was named.
 *
 * @param contributionsKept at events that have taken place: the public record of them
 * @param contributionsBlanked at events still planned, or cancelled
 * @param programmeVersionsBlanked versions of programmes in which the name is now withheld
 * @param synopsesBlanked editions of reports in which it is; the published one is kept
 * @param freeTextBlanked questions and feedback in which it is
 * @param freeTextNoted places in minutes, answers, notes and reports for an editor to look at: {@code /v1/name-mentions}
 */
@Schema(name = "PersonErased")
public record PersonErased(
        int contributionsKept,
        int contributionsBlanked,
        int programmeVersionsBlanked,
        int synopsesBlanked,
        int freeTextBlanked,
        int freeTextNoted) {}
