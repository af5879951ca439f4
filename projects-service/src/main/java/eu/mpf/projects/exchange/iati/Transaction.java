package eu.mpf.projects.exchange.iati;

import eu.mpf.web.value.Money;
import java.time.LocalDate;

/**
 * Money that has moved.
 *
 * @param kind of the payment, or {@code RECOVERY}
 * @param amount negative for what came back
 */
public record Transaction(String kind, LocalDate on, Money amount) {}
