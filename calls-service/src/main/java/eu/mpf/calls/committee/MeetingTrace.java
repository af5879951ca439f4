package eu.mpf.calls.committee;

import eu.mpf.web.value.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail tells of a meeting. Who sat in it is answered for; of the minutes and of why somebody was absent it
 * tells a fingerprint, and not the words.
 *
 * @param minutes SHA-256 in hexadecimal; null while there are none
 */
record MeetingTrace(
        String title,
        Instant scheduledAt,
        MeetingStatus status,
        List<Member> members,
        List<AgendaItem> agenda,
        @Nullable String minutes) {

    static MeetingTrace of(Meeting meeting) {
        return new MeetingTrace(
                meeting.title(),
                meeting.scheduledAt(),
                meeting.status(),
                meeting.members().stream().map(MeetingTrace::withoutWords).toList(),
                List.copyOf(meeting.agenda()),
                fingerprint(meeting.minutes()));
    }

    private static Member withoutWords(Member member) {
        return new Member(
                member.member(), member.role(), member.present(), fingerprint(member.absence()), member.conflicts());
    }

    private static @Nullable String fingerprint(@Nullable String words) {
        return words == null ? null : Sha256.hex(words);
    }
}
