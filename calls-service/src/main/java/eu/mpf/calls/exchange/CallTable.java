package eu.mpf.calls.exchange;

import eu.mpf.calls.call.FundLine;
import eu.mpf.web.export.Table;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of calls as CSV. Several funds stand in one cell, separated by a semicolon, in the same order everywhere. */
public final class CallTable {

    public static final Table<PublishedCall> TABLE = Table.of(PublishedCall.class)
            .column("id", PublishedCall::id)
            .column("key", PublishedCall::key)
            .column("title", PublishedCall::title)
            .column("status", PublishedCall::status)
            .column("edition", PublishedCall::edition)
            .column("deadlineModel", call -> call.terms().deadlineModel())
            .column("opensAt", PublishedCall::opensAt)
            .column("deadlineAt", PublishedCall::deadlineAt)
            .column("funds", call -> funds(call, FundLine::code))
            .column(
                    "envelopes",
                    call -> funds(
                            call,
                            fund -> fund.envelope().amount().toPlainString() + " "
                                    + fund.envelope().currency()))
            .column("maximumRates", call -> funds(call, FundLine::maximumRate))
            .column("regions", call -> String.join(";", call.terms().regions()))
            .column("publishedAt", PublishedCall::publishedAt)
            .column("updatedAt", PublishedCall::updatedAt)
            .column("themes", call -> String.join(";", call.terms().scope().themes()))
            .column("countries", call -> String.join(";", call.terms().scope().countries()))
            .column(
                    "applicantKinds",
                    call -> String.join(";", call.terms().scope().applicantKinds()))
            .column("language", PublishedCall::language)
            .column("bindingLanguage", call -> call.terms().binding());

    private CallTable() {}

    private static String funds(PublishedCall call, Function<FundLine, String> part) {
        return call.terms().funds().stream().map(part).collect(Collectors.joining(";"));
    }
}
