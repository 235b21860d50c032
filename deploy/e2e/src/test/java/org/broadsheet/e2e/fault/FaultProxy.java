package org.broadsheet.e2e.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A TCP proxy in front of a server. It passes bytes on until it is told to delay them, to swallow
/// them, to cut the connections, or to hold everything the moment some text passes: the last one
/// puts a fault between two steps of a protocol without a hook in anyone's code.
final class FaultProxy implements AutoCloseable {
    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean swallowing;
    private volatile Optional<Trap> trap = Optional.empty();

    enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    /// Springs when a text passes in one direction: that text and everything after it stays here.
    static final class Trap {
        private final Direction direction;
        private final byte[] text;
        private final CountDownLatch sprung = new CountDownLatch(1);

        private Trap(Direction direction, byte[] text) {
            this.direction = direction;
            this.text = text;
        }

        boolean await(Duration patience) throws InterruptedException {
            return sprung.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private boolean holds(Direction way, byte[] bytes, int length) {
            if (sprung.getCount() == 0) {
                return true;
            }
            if (way == direction && contains(bytes, length)) {
                sprung.countDown();
                return true;
            }
            return false;
        }

        private boolean contains(byte[] bytes, int length) {
            for (int start = 0; start + text.length <= length; start++) {
                if (Arrays.equals(bytes, start, start + text.length, text, 0, text.length)) {
                    return true;
                }
            }
            return false;
        }
    }

    FaultProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("fault-proxy").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// Each portion of bytes waits this long in either direction.
    void delay(Duration each) {
        delay = each;
    }

    /// Bytes disappear while the connections stay open, as behind a firewall that drops packets.
    void swallow(boolean swallow) {
        swallowing = swallow;
    }

    /// Ends all connections with a reset; new ones are let in.
    void cut() {
        for (Socket socket : open) {
            reset(socket);
        }
    }

    /// Sets a trap; there is one at a time.
    Trap trap(Direction direction, byte[] text) {
        Trap set = new Trap(direction, text);
        trap = Optional.of(set);
        return set;
    }

    /// Everything passes again; what was held back is lost with its connections.
    void heal() {
        delay = Duration.ZERO;
        boolean lost = swallowing || trap.isPresent();
        swallowing = false;
        trap = Optional.empty();
        if (lost) {
            cut();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket();
                open.add(client);
                try {
                    server.connect(target, 2_000);
                } catch (IOException e) {
                    reset(client);
                    continue;
                }
                open.add(server);
                pump(client, server, Direction.TO_SERVER);
                pump(server, client, Direction.TO_CLIENT);
            } catch (IOException e) {
                // The listener is closed, or one connection failed before it began.
            }
        }
    }

    private void pump(Socket from, Socket to, Direction direction) {
        Thread.ofVirtual()
                .name("pump")
                .start(
                        () -> {
                            try {
                                pass(from.getInputStream(), to.getOutputStream(), direction);
                            } catch (IOException | InterruptedException e) {
                                // Either side has gone.
                            } finally {
                                reset(from);
                                reset(to);
                            }
                        });
    }

    private void pass(InputStream in, OutputStream out, Direction direction)
            throws IOException, InterruptedException {
        byte[] bytes = new byte[64 * 1024];
        for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
            Optional<Trap> set = trap;
            if (swallowing || (set.isPresent() && set.get().holds(direction, bytes, length))) {
                continue;
            }
            Thread.sleep(delay);
            out.write(bytes, 0, length);
            out.flush();
        }
    }

    private void reset(Socket socket) {
        open.remove(socket);
        try {
            // Without lingering a close is a reset: the other side learns at once.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed already.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
