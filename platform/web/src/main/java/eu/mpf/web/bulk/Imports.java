package eu.mpf.web.bulk;

import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.export.Exports;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.setting.PlatformSettings;
import eu.mpf.web.setting.Settings;
import eu.mpf.web.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Imports the rows of a file. Each row, or each batch of rows, is a transaction that also holds the row's result: after a
 * crash the same request goes on after the last row that was done, and no row is done twice however often the file is
 * sent. Rows that were refused are tried again. A batch with a refused row is done again in halves, down to that row.
 */
@ApplicationScoped
public class Imports {
    private final ImportStore store;
    private final RowBinding binding;
    private final Sql sql;
    private final Instance<EntityManager> entities;
    private final Settings settings;
    private final AuditTrail audit;

    Imports(
            ImportStore store,
            RowBinding binding,
            Sql sql,
            Instance<EntityManager> entities,
            Settings settings,
            AuditTrail audit) {
        this.store = store;
        this.binding = binding;
        this.sql = sql;
        this.entities = entities;
        this.settings = settings;
        this.audit = audit;
    }

    /**
     * Imports a request's body. Takes its own transactions: the caller has none, and is not {@code @Idempotent}.
     *
     * @param mediaType {@code text/csv}, {@code application/x-ndjson}, or that of an Excel workbook
     * @throws ProblemException 400 for a file that has no rows to speak of; what is wrong with a row is in its result
     */
    public ImportResult run(
            ImportTarget target, InputStream body, String mediaType, ImportParams params, RowHandler handler) {
        return runInBatches(target, body, mediaType, params, rows -> {
            var outcomes = new ArrayList<RowOutcome>();
            for (var row : rows) {
                outcomes.add(handler.handle(row));
                letGo();
            }
            return outcomes;
        });
    }

    /** As {@link #run}, where many rows cost less together than one after the other. */
    public ImportResult runInBatches(
            ImportTarget target, InputStream body, String mediaType, ImportParams params, BatchHandler handler) {
        if (QuarkusTransaction.isActive()) {
            throw new IllegalStateException("an import takes a transaction per row");
        }
        if (!params.isDryRun() && !settings.get(PlatformSettings.IMPORTS_OPEN)) {
            throw new ProblemException(CommonProblem.CONFLICT, "Imports are closed at present; dry runs are done.");
        }
        var isWorkbook = mediaType.startsWith(Exports.XLSX);
        try (var spooled = isWorkbook ? SpooledBody.of(body) : SpooledBody.ofText(body);
                var reader = reader(spooled, mediaType)) {
            var id = params.isDryRun() ? null : store.begin(target, key(spooled, params), params);
            var rows = new Run(target, id, handler).all(reader, params);
            var result = ImportResult.of(id, params.isDryRun(), rows);
            if (id != null) {
                store.finish(id);
                record(target, id, result, params);
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("the rows cannot be read", e);
        }
    }

    /** The file as a whole; what its rows changed is recorded with each. */
    private void record(ImportTarget target, UUID id, ImportResult result, ImportParams params) {
        var counts = Map.of(
                "created", result.created(),
                "updated", result.updated(),
                "unchanged", result.unchanged(),
                "refused", result.refused());
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record(target.kind() + ".import", "import", id, null, counts, params.source));
    }

    private RowReader reader(SpooledBody body, String mediaType) throws IOException {
        if (mediaType.startsWith(Exports.XLSX)) {
            return new XlsxReader(body.file());
        }
        return mediaType.startsWith(Exports.CSV)
                ? new CsvReader(body.text())
                : new JsonLinesReader(body.text(), binding.json());
    }

    /** The same bytes read in another decimal style are another import. */
    private static byte[] key(SpooledBody body, ImportParams params) {
        var key = body.checksum();
        key[0] ^= (byte) params.style().ordinal();
        return key;
    }

    private final class Run {
        private final ImportTarget target;
        private final @Nullable UUID id;
        private final BatchHandler handler;
        private final List<RowResult> results = new ArrayList<>();

        Run(ImportTarget target, @Nullable UUID id, BatchHandler handler) {
            this.target = target;
            this.id = id;
            this.handler = handler;
        }

        List<RowResult> all(RowReader reader, ImportParams params) throws IOException {
            var batch = new ArrayList<Row>();
            for (var line = reader.next(); line != null; line = reader.next()) {
                if (line.values() == null) {
                    results.add(RowResult.refused(
                            line.number(),
                            null,
                            List.of(new FieldError("", "unreadable", Objects.toString(line.fault()))),
                            List.of()));
                    continue;
                }
                batch.add(new Row(line.number(), line.values(), params.style(), binding));
                if (batch.size() == (id == null ? 1 : target.batch())) {
                    results.addAll(batch(batch));
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                results.addAll(batch(batch));
            }
            results.sort(Comparator.comparingInt(RowResult::row));
            return results;
        }

        private List<RowResult> batch(List<Row> rows) {
            try {
                return transaction(rows);
            } catch (RuntimeException e) {
                if (rows.size() == 1) {
                    return List.of(refused(rows.getFirst(), e));
                }
                var again = rows.stream().map(Row::again).toList();
                var results = new ArrayList<>(batch(again.subList(0, rows.size() / 2)));
                results.addAll(batch(again.subList(rows.size() / 2, rows.size())));
                return results;
            }
        }

        /** All rows or none. */
        private List<RowResult> transaction(List<Row> rows) {
            QuarkusTransaction.begin();
            var done = false;
            try {
                var before = id == null
                        ? Map.<Integer, RowResult>of()
                        : store.done(id, rows.stream().map(Row::number).toList());
                var results = new ArrayList<>(before.values());
                results.addAll(handle(rows.stream()
                        .filter(row -> !before.containsKey(row.number()))
                        .toList()));
                surfaceDeferredFailures();
                if (id != null) {
                    QuarkusTransaction.commit();
                    done = true;
                }
                return results;
            } finally {
                if (!done && QuarkusTransaction.isActive()) {
                    QuarkusTransaction.rollback();
                }
            }
        }

        private List<RowResult> handle(List<Row> rows) {
            if (rows.isEmpty()) {
                return List.of();
            }
            for (var row : rows) {
                row.checkColumns(target.columns());
                row.throwIfErrors();
            }
            var outcomes = handler.handle(rows);
            letGo();
            var results = new ArrayList<RowResult>();
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).throwIfErrors();
                results.add(done(rows.get(i), outcomes.get(i)));
            }
            return results;
        }

        private RowResult done(Row row, RowOutcome outcome) {
            var result = new RowResult(
                    row.number(),
                    outcome.outcome(),
                    outcome.key(),
                    id == null && outcome.outcome() == Outcome.CREATED
                            ? null
                            : outcome.id().toString(),
                    List.of(),
                    row.warnings());
            if (id != null) {
                store.save(id, result, target.objectType());
            }
            return result;
        }

        private RowResult refused(Row row, RuntimeException failure) {
            var problem = ProblemException.of(failure);
            if (problem.type().status() >= 500) {
                throw failure; // not the row's fault: the import stops here and goes on when it is sent again
            }
            var errors = problem.errors().isEmpty()
                    ? List.of(new FieldError("", problem.type().code(), problem.detail()))
                    : problem.errors();
            var result = RowResult.refused(row.number(), null, errors, row.warnings());
            if (id != null) {
                QuarkusTransaction.requiringNew().run(() -> store.save(id, result, target.objectType()));
            }
            return result;
        }
    }

    /** The next row needs none of this one's objects, and every flush looks at all that are held. */
    private void letGo() {
        if (entities.isResolvable()) {
            entities.get().flush();
            entities.get().clear();
        }
    }

    private void surfaceDeferredFailures() {
        if (entities.isResolvable()) {
            entities.get().flush();
        }
        sql.update("SET CONSTRAINTS ALL IMMEDIATE");
    }
}
