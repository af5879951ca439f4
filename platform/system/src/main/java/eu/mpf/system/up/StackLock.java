package eu.mpf.system.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** One stack per {@code .mpf}. The operating system drops the lock however its holder ends, so it is never stale. */
final class StackLock {

    private final Home home;
    private final FileChannel channel;

    private StackLock(Home home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static StackLock take(Home home, int port) {
        try {
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String holder = Files.exists(home.pidFile())
                        ? Files.readString(home.pidFile()).strip()
                        : "";
                throw new StartException(
                        "a stack runs here already (process and port: " + holder + "); ./mpf down ends it");
            }
            Files.writeString(home.pidFile(), ProcessHandle.current().pid() + " " + port + "\n");
            return new StackLock(home, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release() {
        try {
            Files.deleteIfExists(home.pidFile());
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
