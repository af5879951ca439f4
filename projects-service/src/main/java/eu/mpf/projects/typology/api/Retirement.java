package eu.mpf.projects.typology.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = "{\"reason\":\"It named a theme, not a way of working together\"}")
record Retirement(@NotBlank @Size(max = 2000) String reason) {}
