package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.Contact;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Applications as answers, sealed where the caller may not open them yet. */
@ApplicationScoped
public class ApplicationViews {

    private final ApplicationService service;
    private final Caller caller;

    ApplicationViews(ApplicationService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    public ApplicationView of(Application application) {
        boolean sealed = sealed(application);
        if (!sealed) {
            opening(application);
        }
        return ApplicationView.of(application, sealed, own(application));
    }

    private void opening(Application application) {
        if (!own(application) && !application.reading().openedBefore()) {
            service.opened(application);
        }
    }

    /** The consortium reads its own; all others wait for the deadline. */
    boolean sealed(Application application) {
        return !own(application) && application.reading().sealed();
    }

    /** Whether the caller belongs to the consortium: it sees the content before the deadline and decisions by letter. */
    public boolean own(Application application) {
        return application.isOf(caller.organisation().orElse(""));
    }

    /** @throws ProblemException 404 while it is sealed for the caller: before the deadline there is nothing to see */
    public Application opened(UUID id) {
        Application application = service.visible(id);
        if (sealed(application)) {
            throw ProblemException.notFound("opened application", id);
        }
        opening(application);
        return application;
    }

    Response contact(Application application, Contact contact) {
        return Response.ok(contact).tag(Versions.etag(application.version())).build();
    }

    /** The seal lifts by the clock, without a new version: the tag tells a sealed answer from an opened one. */
    public Response answer(Application application) {
        long version = application.version();
        return Response.ok(of(application))
                .tag(sealed(application) ? Versions.etag(version, "sealed") : Versions.etag(version))
                .build();
    }

    public Response answer(ApplicationService.Handed handed) {
        Submitted body = new Submitted(of(handed.application()), ReceiptView.of(handed.submission()));
        return Response.ok(body)
                .tag(Versions.etag(handed.application().version()))
                .build();
    }
}
