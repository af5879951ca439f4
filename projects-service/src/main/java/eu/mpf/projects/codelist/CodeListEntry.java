package eu.mpf.projects.codelist;

import java.util.List;

import eu.mpf.web.value.LocalizedText;

/** One code, what it is called, and what else it is accepted as on input. */
public record CodeListEntry(String code, LocalizedText names, List<String> aliases) {}
