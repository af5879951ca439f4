package eu.mpf.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

/** The same work again and again by several clients at once, each with a connection of its own. */
final class Load {

    /** One piece of work on the client's own connection; the number tells apart what is asked for. */
    interface Client extends AutoCloseable {

        void work(int number) throws Exception;

        @Override
        void close() throws Exception;
    }

    /**
     * What a load came to.
     *
     * @param seconds from start to end
     * @param millis of every piece, sorted
     */
    record Outcome(double seconds, double[] millis) {

        double rate() {
            return millis.length / seconds;
        }

        double quantile(double share) {
            return millis[(int) Math.min(millis.length - 1L, (long) Math.floor(millis.length * share))];
        }
    }

    private Load() {}

    /** As fast as they can: each client begins anew when it has its answer. */
    static Outcome closed(int clients, double seconds, Callable<Client> opened) throws Exception {
        return run(clients, opened, (client, each, start) -> {
            var millis = new ArrayList<Double>();
            long end = start + (long) (seconds * 1e9);
            int number = each * 1_000_003;
            for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
                client.work(number++ & Integer.MAX_VALUE);
                millis.add((System.nanoTime() - begun) / 1e6);
            }
            return millis;
        });
    }

    /** At a fixed rate, whether or not the service keeps up: time counts from when a piece was due. */
    static Outcome open(double rate, int clients, double seconds, Callable<Client> opened) throws Exception {
        double apart = clients / rate * 1e9;
        return run(clients, opened, (client, each, start) -> {
            var millis = new ArrayList<Double>();
            int number = each * 1_000_003;
            for (int i = 0; i * apart < seconds * 1e9; i++) {
                long due = start + (long) (apart * each / clients + i * apart);
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                client.work(number++ & Integer.MAX_VALUE);
                millis.add((System.nanoTime() - due) / 1e6);
            }
            return millis;
        });
    }

    private interface Part {
        List<Double> run(Client client, int number, long start) throws Exception;
    }

    private static Outcome run(int clients, Callable<Client> opened, Part part) throws Exception {
        var all = new ArrayList<Client>();
        for (int i = 0; i < clients; i++) {
            all.add(opened.call());
        }
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            var parts = new ArrayList<Future<List<Double>>>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                parts.add(threads.submit(() -> part.run(all.get(number), number, start)));
            }
            var millis = DoubleStream.builder();
            for (Future<List<Double>> done : parts) {
                done.get().forEach(millis::add);
            }
            return new Outcome(
                    (System.nanoTime() - start) / 1e9, millis.build().sorted().toArray());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client broke off", e.getCause());
        } finally {
            for (Client client : all) {
                client.close();
            }
        }
    }
}
