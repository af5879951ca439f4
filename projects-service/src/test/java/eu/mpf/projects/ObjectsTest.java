package eu.mpf.projects;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Tokens;
import eu.mpf.testkit.access.OwnedObject;
import eu.mpf.testkit.access.OwnershipMatrix;
import eu.mpf.web.security.Roles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

@MpfTest
class ObjectsTest extends OwnershipMatrix {

    private static final String PROJECT = "/v1/projects/{projectId}";
    private static final Set<String> STAFF =
            Set.of(Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);

    ObjectsTest() {
        super("projects");
    }

    @Override
    protected List<OwnedObject> objects() {
        String lead = Portfolio.code("PT-OBJECTS");
        Portfolio.organisation(lead, "Body " + lead);
        List<String> owners =
                List.of(Tokens.of("applicant", Map.of("organisation", lead, "roles", List.of("applicant"))));

        String draft = Portfolio.project(
                        Portfolio.code("DRAFT"), Map.of("leadOrganisation", lead, "visibility", "DRAFT"))
                .getString("id");
        String project = Portfolio.contracted(lead, Map.of("startDate", "2021-01-01", "endDate", "2021-12-31"))
                .getString("id");
        String report = Api.as("programme-officer")
                .get("/v1/projects/{id}/reports", project)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        String document = Api.as("programme-officer")
                .multiPart("title", "Working paper")
                .multiPart("language", "en")
                .multiPart("kind", "PUBLICATION")
                .multiPart("visibility", "INTERNAL")
                .multiPart("file", "paper.txt", "Working paper".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/v1/projects/{id}/documents", project)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return List.of(
                new OwnedObject("a draft of a project", PROJECT, Map.of("projectId", draft), STAFF, owners),
                new OwnedObject(
                        "a report",
                        PROJECT + "/reports/{reportId}",
                        Map.of("projectId", project, "reportId", report),
                        STAFF,
                        owners),
                new OwnedObject(
                        "an internal document",
                        PROJECT + "/documents/{documentId}",
                        Map.of("projectId", project, "documentId", document),
                        STAFF,
                        Map.of("GET /accesses", Set.of(Roles.DATA_PROTECTION_OFFICER)),
                        owners));
    }
}
