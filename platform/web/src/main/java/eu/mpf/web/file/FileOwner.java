package eu.mpf.web.file;

/**
 * What a file belongs to. An object with several sets of files, say reports and pictures, has an owner type for each.
 *
 * @param type for example {@code project-document}
 * @param id the object's id
 */
public record FileOwner(String type, String id) {}
