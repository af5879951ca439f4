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
    void whatIsReadIsNamedAfterTheCollectionItStandsIn() {
        assertThat(read("/v1/registrations/7/building-access", "registrationId", "7"))
                .isEqualTo(new Reading("registration.building-access-read", "registration", "7"));
        assertThat(read("/v1/evaluations/7", "evaluationId", "7"))
                .isEqualTo(new Reading("evaluation.read", "evaluation", "7"));
        assertThat(read("v1/applications/7/attachments/9/content", "applicationId", "7", "fileId", "9"))
                .isEqualTo(new Reading("attachment.content-read", "attachment", "9"));
        assertThat(read("/v1/api-clients/7", "clientId", "7"))
                .isEqualTo(new Reading("api-client.read", "api-client", "7"));
        assertThat(read("/v1/people/7/look-alikes", "personId", "7"))
                .isEqualTo(new Reading("person.look-alikes-read", "person", "7"));
        assertThat(read("/v1/saved-searches/7", "searchId", "7"))
                .isEqualTo(new Reading("saved-search.read", "saved-search", "7"));
        assertThat(read("/v1/subject-exports/calls/7", "service", "calls", "requestId", "7"))
                .isEqualTo(new Reading("subject-export.read", "subject-export", "7"));
        assertThat(read("/v1/operations/calls/7/letters", "operationId", "7"))
                .isEqualTo(new Reading("operation.letters-read", "operation", "7"));
        assertThat(read("/v1/data-subject-requests/7", "requestId", "7"))
                .isEqualTo(new Reading("data-subject-request.read", "data-subject-request", "7"));
    }

    @Test
    void aListBelongsToWhatStandsBeforeItOrToAll() {
        assertThat(read("/v1/audit/projects", "service", "projects"))
                .isEqualTo(new Reading("audit.read", "audit", "projects"));
        assertThat(read("/v1/committee-meetings"))
                .isEqualTo(new Reading("committee-meeting.read", "committee-meeting", Reading.ALL));
    }
}
