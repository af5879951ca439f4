package eu.mpf.system.bench;

import eu.mpf.system.bench.CallRecords.Stored;
import eu.mpf.system.bench.Deed.Click;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** I2: what was acknowledged is there, with the files that were sent, and the receipt proves it. */
final class KeptPromises {

    /** Files that are read from the database and hashed again. */
    private static final int SAMPLE = 20;

    private final CallRecords records;
    private final List<Deed> deeds;
    private final Findings findings;

    KeptPromises(CallRecords records, List<Deed> deeds, Findings findings) {
        this.records = records;
        this.deeds = deeds;
        this.findings = findings;
    }

    void check(Map<String, Stored> stored, ReceiptDesk desk) throws SQLException {
        nothingAcknowledgedIsLost(stored);
        filesAreThoseThatWereSent();
        receipts(desk);
    }

    private void nothingAcknowledgedIsLost(Map<String, Stored> stored) {
        findings.none(
                "I2: saves acknowledged and lost",
                deeds.stream()
                        .filter(deed -> !deed.id().isEmpty())
                        .filter(deed -> {
                            Stored row = stored.get(deed.id());
                            return row == null
                                    || !row.acronym().equals(deed.lastSave())
                                            && !row.acronym().equals(deed.lastTried());
                        })
                        .count());
        findings.none(
                "I2: submissions acknowledged and lost",
                deeds.stream()
                        .filter(Deed::accepted)
                        .filter(deed -> {
                            Stored row = stored.get(deed.id());
                            return row == null
                                    || !row.status().equals("SUBMITTED")
                                    || deed.clicks().stream()
                                            .filter(Click::accepted)
                                            .anyMatch(click -> !receipt(click).equals(row.receipt()));
                        })
                        .count());
    }

    private static String receipt(Click click) {
        return click.answer().json().path("receipt").path("receipt").asText();
    }

    /** By the checksums of what was handed in, and for some by the bytes themselves. */
    private void filesAreThoseThatWereSent() throws SQLException {
        Map<String, Map<String, String>> files = new HashMap<>();
        records.query(
                "SELECT s.application_id, f.name, encode(f.checksum, 'hex') FROM submission s"
                        + " JOIN application a ON a.id = s.application_id JOIN submission_file x ON x.submission_id = s.id"
                        + " JOIN stored_file f ON f.id = x.file_id WHERE a.call_id = ?::uuid",
                row -> files.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .put(row.getString(2), row.getString(3)),
                records.call());
        findings.none(
                "I2: applications handed in with other files than were sent",
                deeds.stream()
                        .filter(Deed::accepted)
                        .filter(deed -> !deed.files().equals(files.getOrDefault(deed.id(), Map.of())))
                        .count());
        findings.none(
                "I2: files whose bytes are not those of their checksum, among some",
                records.count("""
                SELECT count(*) FROM (
                  SELECT DISTINCT f.checksum FROM submission s JOIN application a ON a.id = s.application_id
                  JOIN submission_file x ON x.submission_id = s.id JOIN stored_file f ON f.id = x.file_id
                  WHERE a.call_id = ?::uuid ORDER BY 1 LIMIT %d) sampled
                WHERE sampled.checksum IS DISTINCT FROM (
                  SELECT sha256(string_agg(c.bytes, ''::bytea ORDER BY c.position)) FROM file_chunk c
                  WHERE c.checksum = sampled.checksum)""".formatted(SAMPLE), records.call()));
    }

    private void receipts(ReceiptDesk desk) {
        findings.none(
                "receipts: not good, checked offline with the published key",
                deeds.stream()
                        .filter(deed -> deed.clicks().stream()
                                .filter(Click::accepted)
                                .anyMatch(click -> !desk.vouchesFor(
                                        click.answer().json().path("receipt"), deed.lastSave(), deed.files())))
                        .count());
        Set<String> ids = new HashSet<>();
        findings.none(
                "receipts: given to two",
                deeds.stream()
                        .filter(Deed::accepted)
                        .filter(deed -> !ids.add(deed.clicks().stream()
                                .filter(Click::accepted)
                                .findFirst()
                                .map(click -> click.answer()
                                        .json()
                                        .at("/receipt/receiptId")
                                        .asText())
                                .orElseThrow()))
                        .count());
    }
}
