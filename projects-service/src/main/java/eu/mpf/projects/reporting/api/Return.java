package eu.mpf.projects.reporting.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ReportReturn",
        examples =
                "{\"reasons\":[\"Attendance lists of the second training are missing\",\"Indicator 3 has no source\"]}")
record Return(
        @NotEmpty @Size(max = 50) @Schema(description = "Point by point.")
        List<@NotBlank @Size(max = 2000) String> reasons) {}
