package eu.mpf.events.session;

import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody did in a session. Name, post and body are those of the day: they do not follow the person's career. */
@Entity
public class Contribution {
    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID sessionId;

    private int position;

    @Enumerated(EnumType.STRING)
    private ContributionRole role;

    @Column(name = "person_id")
    private UUID personId;

    private @Nullable String honorific;
    private String name;
    private @Nullable String post;
    private @Nullable String unit;

    @Column(name = "organisation_code")
    private @Nullable String organisationCode;

    @Column(name = "organisation_name")
    private @Nullable String organisationName;

    @Column(name = "project_code")
    private @Nullable String projectCode;

    @Column(name = "type_code")
    private @Nullable String typeCode;

    @Version
    private long version;

    protected Contribution() {}

    public Contribution(UUID sessionId, ContributionDetails details) {
        this.id = Ids.next();
        this.sessionId = sessionId;
        take(details);
    }

    /** Corrects what was recorded. */
    public void revise(ContributionDetails details) {
        take(details);
    }

    private void take(ContributionDetails d) {
        role = d.role();
        personId = d.personId();
        position = Objects.requireNonNull(d.position());
        honorific = d.honorific();
        name = Objects.requireNonNull(d.name());
        post = d.post();
        unit = d.unit();
        organisationCode = d.organisation();
        organisationName = d.organisationName();
        projectCode = d.project();
        typeCode = d.type();
    }

    public ContributionDetails details() {
        return new ContributionDetails(
                role,
                personId,
                position,
                honorific,
                name,
                post,
                unit,
                organisationCode,
                organisationName,
                projectCode,
                typeCode);
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public @Nullable String projectCode() {
        return projectCode;
    }

    public long version() {
        return version;
    }
}
