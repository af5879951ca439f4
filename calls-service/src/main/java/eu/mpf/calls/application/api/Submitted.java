package eu.mpf.calls.application.api;

/** The application as it stands now, and the receipt for it. */
public record Submitted(ApplicationView application, ReceiptView receipt) {}
