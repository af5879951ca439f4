package eu.mpf.partner;

import eu.mpf.client.ApiClient;
import eu.mpf.client.ApiException;
import eu.mpf.client.api.OrganisationsApi;
import eu.mpf.client.api.ProjectsApi;
import eu.mpf.client.model.NewOrganisation;
import eu.mpf.client.model.OrganisationKind;
import eu.mpf.client.model.ProjectKind;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads projects and registers an organisation over the generated client; fails if the platform answers otherwise. */
public final class Partner {
    private Partner() {}

    public static void main(String[] args) throws ApiException {
        var client = new ApiClient();
        client.updateBaseUri(setting("MPF_URL"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + setting("MPF_TOKEN")));

        var wanted = ProjectsApi.APIListProjectsRequest.newBuilder()
                .kind(List.of(ProjectKind.GRANT))
                .pageSize(5)
                .build();
        var projects = new ProjectsApi(client).listProjects(wanted).getItems();
        if (projects == null || projects.isEmpty()) {
            throw new IllegalStateException("no projects; is the demonstration data loaded?");
        }
        for (var project : projects) {
            System.out.println("read    " + project.getCode() + " " + project.getStatus());
        }

        var organisation = new NewOrganisation()
                .code("JAVA-" + System.currentTimeMillis())
                .name("Made by the Java client")
                .kind(OrganisationKind.OTHER)
                .country("BE");
        var created = new OrganisationsApi(client)
                .registerOrganisationWithHttpInfo(OrganisationsApi.APIRegisterOrganisationRequest.newBuilder()
                        .newOrganisation(organisation)
                        .idempotencyKey(UUID.randomUUID().toString())
                        .build());
        System.out.println("written " + created.getData().getCode() + " "
                + String.join("", created.getHeaders().get("location")));
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), () -> name + " is not set");
    }
}
