package eu.mpf.gateway.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.identity.SigningKeys;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.ServiceClient;
import eu.mpf.gateway.route.Upstream;
import eu.mpf.web.ServiceName;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.subject.SubjectConfig;
import eu.mpf.web.subject.SubjectExportService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Puts what the services gathered for an export into one signed archive, when it is asked for. Nothing of it is kept here:
 * each service keeps its part for a while and then lets it go, and at once when the person is erased. Each time it is
 * given out stands in the audit trail, here and at every service.
 */
@ApplicationScoped
public class ExportArchiveService {

    private static final Logger LOG = Logger.getLogger(ExportArchiveService.class);

    private final SubjectRequestService requests;
    private final SubjectExportService own;
    private final ServiceName ownName;
    private final Map<String, Upstream> services = new TreeMap<>();
    private final ServiceClient client;
    private final SigningKeys keys;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final SubjectConfig config;
    private final ExportArchive archives;

    ExportArchiveService(
            SubjectRequestService requests,
            SubjectExportService own,
            ServiceName ownName,
            RouteTable routes,
            ServiceClient client,
            SigningKeys keys,
            AuditTrail audit,
            ObjectMapper json,
            SubjectConfig config,
            GatewayConfig gateway) {
        this.requests = requests;
        this.own = own;
        this.ownName = ownName;
        this.client = client;
        this.keys = keys;
        this.audit = audit;
        this.json = json;
        this.config = config;
        routes.services().forEach(service -> services.put(service.name(), service));
        this.archives = new ExportArchive(json, gateway.publicUrl() + "/.well-known/jwks.json");
    }

    /** Until when the archive of a complete export may be fetched: until the first service lets go of its part. */
    public Optional<Instant> until(SubjectRequest request) {
        return request.kind() != RequestKind.EXPORT || !request.completed()
                ? Optional.empty()
                : request.answers().stream()
                        .map(answer -> answer.answeredAt()
                                .atOffset(ZoneOffset.UTC)
                                .plus(config.answerKept())
                                .toInstant())
                        .min(Instant::compareTo);
    }

    /**
     * The archive of an export, as a zip.
     *
     * @param headers that speak for the caller towards the services
     * @throws ProblemException 404, 409 if the request is for erasure or not complete, 410 if a part is no longer kept, 503
     *     if a service does not give its part
     */
    @Transactional
    public byte[] of(UUID id, Map<String, String> headers) {
        SubjectRequest request = requests.get(id);
        if (request.kind() != RequestKind.EXPORT) {
            throw new ProblemException(GatewayProblem.NO_EXPORT, "An erasure leaves nothing to be given out.");
        }
        Instant completedAt = request.completedAt();
        if (completedAt == null) {
            throw new ProblemException(GatewayProblem.EXPORT_RUNNING, "Read the request to see who has not answered.");
        }
        byte[] archive = archives.write(request, completedAt, parts(request, headers), keys::signDetached);
        audit.record("data-subject-request.archive-given", "data-subject-request", id, null, null, null);
        return archive;
    }

    private Map<String, JsonNode> parts(SubjectRequest request, Map<String, String> headers) {
        Map<String, List<CompletableFuture<JsonNode>>> asked = new TreeMap<>();
        for (String name : request.services()) {
            if (!name.equals(ownName.name())) {
                asked.put(
                        name,
                        request.all().stream()
                                .map(part -> ask(name, part, headers))
                                .toList());
            }
        }
        Map<String, JsonNode> parts = new TreeMap<>();
        try {
            asked.forEach((name, given) -> parts.put(
                    name,
                    ExportedParts.together(
                            given.stream().map(CompletableFuture::join).toList())));
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            LOG.warnf("a part of export %s could not be had: %s", request.id(), e.getCause());
            throw unavailable();
        }
        if (request.services().contains(ownName.name())) {
            parts.put(
                    ownName.name(),
                    ExportedParts.together(request.all().stream()
                            .map(part -> own.find(part).orElseThrow(ExportArchiveService::gone))
                            .toList()));
        }
        return parts;
    }

    private CompletableFuture<JsonNode> ask(String name, UUID id, Map<String, String> headers) {
        Upstream service = services.get(name);
        if (service == null) {
            throw unavailable();
        }
        return client.ask(service.at("/v1/subject-exports/" + name + "/" + id), headers)
                .thenApply(answer -> read(name, answer));
    }

    private JsonNode read(String name, HttpResponse<String> answer) {
        if (answer.statusCode() == 404) {
            throw gone();
        }
        if (answer.statusCode() != 200) {
            LOG.warnf("%s answered %d instead of its part of an export", name, answer.statusCode());
            throw unavailable();
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new CompletionException(e);
        }
    }

    private static ProblemException gone() {
        return new ProblemException(
                GatewayProblem.EXPORT_GONE,
                "Its time is over, or the person has been erased since. Ask for a new export.");
    }

    private static ProblemException unavailable() {
        return new ProblemException(CommonProblem.UNAVAILABLE, "A service does not give its part at the moment.");
    }
}
