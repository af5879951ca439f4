package eu.mpf.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X11")
class ReadingTest {

    private static Reading read(String path, String... parameters) {
        var values = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.add(parameters[i], parameters[i + 1]);
        }
        return Reading.of(path, values);
    }

    @Test
    void whatIsReadIsNamedAfterItsAddress() {
        assertThat(read("/v1/registrations/7/building-access", "registrationId", "7"))
                .isEqualTo(new Reading("registration.building-access-read", "registration", "7"));
        assertThat(read("/v1/evaluations/7", "evaluationId", "7"))
                .isEqualTo(new Reading("evaluation.read", "evaluation", "7"));
        assertThat(read("v1/applications/7/attachments/9/content", "applicationId", "7", "fileId", "9"))
                .isEqualTo(new Reading("file.content-read", "file", "9"));
        assertThat(read("/v1/data-subject-requests/7", "subjectRequestId", "7"))
                .isEqualTo(new Reading("subject-request.read", "subject-request", "7"));
    }

    @Test
    void aListBelongsToWhatStandsBeforeItOrToAll() {
        assertThat(read("/v1/audit/projects", "service", "projects"))
                .isEqualTo(new Reading("audit.read", "audit", "projects"));
        assertThat(read("/v1/committee-meetings"))
                .isEqualTo(new Reading("committee-meetings.read", "committee-meetings", Reading.ALL));
    }
}
