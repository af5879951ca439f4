package eu.mpf.web.codelist;

import java.util.List;

/** Code lists of a service's own. A bean; its lists go before those of the platform with the same name and version. */
public interface CodeListSource {
    /** Every version of every list; read once. */
    List<CodeList> lists();
}
