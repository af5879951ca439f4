package eu.mpf.events.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one gets a seat.
 *
 * @param approval whether an organiser decides on each registration before it takes a seat
 * @param opensAt before it nobody can register; {@code null}: from publication
 * @param closesAt after it nobody can register; {@code null}: until the event is held
 * @param promotion what the next in line gets when a seat falls free
 * @param offerHours how long an offer stands before it goes on to the next; 48 if not given
 * @param consentWording version of the consent wording registrants agree to; 1 if not given
 * @param invitationOnly whether only invited addresses and categories may register
 * @param dataProtection on what terms personal data of registrants are kept
 */
public record RegistrationPolicy(
        @Nullable Boolean approval,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Promotion promotion,
        @Nullable @Min(1) @Max(720) Integer offerHours,
        @Nullable @Size(max = 40) String consentWording,
        @Nullable Boolean invitationOnly,
        @Nullable @Valid DataProtection dataProtection) {

    /** What the next in line gets when a seat falls free. */
    @Schema(name = "Promotion")
    public enum Promotion {
        /** The seat itself. */
        AUTOMATIC,
        /** An offer to be accepted in time. */
        OFFER
    }

    /** Open from publication until held, no approval, seats passed on at once. */
    public static final RegistrationPolicy OPEN =
            new RegistrationPolicy(null, null, null, null, null, null, null, null);

    public boolean needsApproval() {
        return Boolean.TRUE.equals(approval);
    }

    public boolean offers() {
        return promotion == Promotion.OFFER;
    }

    public int hoursToAccept() {
        return offerHours == null ? 48 : offerHours;
    }

    public String wording() {
        return consentWording == null ? "1" : consentWording;
    }

    public boolean needsInvitation() {
        return Boolean.TRUE.equals(invitationOnly);
    }

    public DataProtection terms() {
        return dataProtection == null ? DataProtection.USUAL : dataProtection;
    }

    /** Whether nobody has to wait for it, nor may go on, beyond a moment. */
    boolean endsBy(Instant end) {
        return (opensAt == null || !opensAt.isAfter(end)) && (closesAt == null || !closesAt.isAfter(end));
    }

    /** Whether registration is open by the clock; both ends count as open. */
    public boolean openAt(Instant now) {
        return (opensAt == null || !now.isBefore(opensAt)) && (closesAt == null || !now.isAfter(closesAt));
    }
}
