package eu.mpf.calls.application;

import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.receipt.Receipt;
import java.util.List;

/** What a submission freezes and a receipt's hash covers; empty once it was let go of. */
record HandedIn(String reference, Stage stage, Content content, List<Partner> partners, List<Receipt.File> files) {

    HandedIn {
        content = content == null ? Content.empty() : content;
        partners = partners == null ? List.of() : List.copyOf(partners);
        files = files == null ? List.of() : List.copyOf(files);
    }
}
