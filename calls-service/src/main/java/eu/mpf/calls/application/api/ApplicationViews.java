package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.web.security.Caller;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Applications as answers, sealed where the caller may not open them yet. */
@ApplicationScoped
class ApplicationViews {

    private final Caller caller;

    ApplicationViews(Caller caller) {
        this.caller = caller;
    }

    ApplicationView of(Application application) {
        return ApplicationView.of(application, sealed(application));
    }

    /** The consortium reads its own; all others wait for the deadline. */
    boolean sealed(Application application) {
        String organisation = caller.organisation().orElse("");
        boolean own = application.organisation().equals(organisation)
                || application.partners().stream()
                        .anyMatch(partner -> partner.organisation().equals(organisation));
        return !own && application.sealed();
    }

    Response answer(Application application) {
        return Response.ok(of(application))
                .tag(Versions.etag(application.version()))
                .build();
    }

    Response answer(ApplicationService.Handed handed) {
        Submitted body = new Submitted(of(handed.application()), ReceiptView.of(handed.submission()));
        return Response.ok(body)
                .tag(Versions.etag(handed.application().version()))
                .build();
    }
}
