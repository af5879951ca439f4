package eu.mpf.projects.portfolio;

import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A named set of projects, frozen with its figures. It never changes, whatever happens to the projects. */
@Schema(name = "Snapshot")
public record SnapshotView(
        UUID id,
        String name,
        @Nullable LocalizedText title,
        LocalDate asOf,
        Criteria criteria,
        Figures figures,
        Instant takenAt) {}
