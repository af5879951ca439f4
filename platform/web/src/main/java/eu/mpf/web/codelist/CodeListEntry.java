package eu.mpf.web.codelist;

import eu.mpf.web.value.LocalizedText;
import java.util.List;

/** One code, what it is called, and what else it is accepted as on input. */
public record CodeListEntry(String code, LocalizedText names, List<String> aliases) {}
