package eu.mpf.web.link;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A link and what became of following it.
 *
 * @param httpStatus what the target answered, if it did
 */
@Schema(name = "CheckedLink")
public record CheckedLink(
        String pointer,
        String place,
        String text,
        @Nullable String target,
        LinkState state,
        @Nullable Integer httpStatus) {

    /** What is wrong with a link, if anything. */
    @Schema(name = "LinkState")
    public enum LinkState {
        /** There is something, if only for readers who sign in or are no robots. */
        SOUND,
        NO_TARGET,
        /** Neither http nor https, or no address at all. */
        NOT_A_WEB_ADDRESS,
        /** Points into a private network, which no reader can reach and this service must not call. */
        PRIVATE_ADDRESS,
        /** The server says there is nothing. */
        DEAD,
        /** No such host, no answer in time, or a server in trouble. */
        UNREACHABLE
    }

    static CheckedLink of(FoundLink link, LinkState state, @Nullable Integer httpStatus) {
        return new CheckedLink(
                link.pointer(),
                link.place(),
                link.text(),
                link.target().isEmpty() ? null : link.target(),
                state,
                httpStatus);
    }

    public boolean sound() {
        return state == LinkState.SOUND;
    }

    /** One line for a problem document. */
    String describe() {
        return "%s: \"%s\" %s"
                .formatted(
                        place,
                        text,
                        switch (state) {
                            case SOUND -> "is sound";
                            case NO_TARGET -> "has no target";
                            case NOT_A_WEB_ADDRESS -> "is no web address";
                            case PRIVATE_ADDRESS -> "leads into a private network";
                            case DEAD -> "is dead (%s)".formatted(httpStatus);
                            case UNREACHABLE -> "does not answer";
                        });
    }
}
