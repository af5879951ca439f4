package eu.mpf.web.link;

/**
 * A link in something that is to be published.
 *
 * @param pointer where it stands in the content, as a JSON pointer
 * @param place the same in words
 * @param text what one reads
 * @param target empty if the link leads nowhere
 */
public record FoundLink(String pointer, String place, String text, String target) {}
