package eu.mpf.web.subject;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address in the one form in which two spellings of it are equal: no blanks around it, composed characters,
 * lower case, domain in its ASCII form. Dots and plus signs stay: only the receiving domain knows what they mean.
 */
public record Address(String value) {
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[a-z0-9.-]{1,253}\\.[a-z0-9-]{2,63}");

    /** @throws IllegalArgumentException for what is no mail address */
    public static Address of(String written) {
        String composed =
                Normalizer.normalize(written.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int at = composed.lastIndexOf('@');
        if (at < 1 || at == composed.length() - 1) {
            throw new IllegalArgumentException("is not a mail address");
        }
        // IDN.toASCII refuses what can be no domain with an IllegalArgumentException of its own.
        String address = composed.substring(0, at + 1) + IDN.toASCII(composed.substring(at + 1));
        if (!SHAPE.matcher(address).matches()) {
            throw new IllegalArgumentException("is not a mail address");
        }
        return new Address(address);
    }
}
