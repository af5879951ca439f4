package eu.mpf.system.bench;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What the virtual machine of another process says of its own heap. */
final class Jvm implements Closeable {

    private final JMXConnector connector;
    private final MBeanServerConnection beans;
    private final List<GarbageCollectorMXBean> collectors;

    private Jvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
        this.collectors = List.copyOf(ManagementFactory.getPlatformMXBeans(beans, GarbageCollectorMXBean.class));
    }

    @SuppressWarnings("BanJNDI") // the address comes from a process that we have started ourselves, on this machine
    static Jvm of(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return new Jvm(JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("process " + pid + " lets nobody look at its heap", e);
        }
    }

    /** Bytes that all threads have allocated since the start, those of ended threads included. */
    long allocated() throws IOException {
        try {
            return (Long) beans.getAttribute(
                    new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "TotalThreadAllocatedBytes");
        } catch (JMException e) {
            throw new IOException("the virtual machine does not count allocations", e);
        }
    }

    /** What is left in the heap when everything dead is gone, in bytes. */
    long live() throws IOException {
        MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** What the last collection left in the heap, in bytes; 0 if there was none yet. */
    long afterLastCollection() {
        return collectors.stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(info -> info.getEndTime()))
                .map(info -> heap(info.getMemoryUsageAfterGc()))
                .orElse(0L);
    }

    private static long heap(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> !pool.getKey().contains("Metaspace")
                        && !pool.getKey().contains("Class")
                        && !pool.getKey().contains("Code"))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
