package org.broadsheet.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;
import org.broadsheet.stack.Problem;

/// Whether a port can be listened on.
public final class Port {
    /// Below the range from which systems take ports for outgoing connections.
    private static final int FREE_FROM = 20_000;

    private static final int FREE_TO = 32_000;

    private Port() {}

    public static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address(host), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// The first of `count` neighbouring ports that are all free.
    public static int freeRange(int count) {
        for (int attempt = 0; attempt < 200; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(FREE_FROM, FREE_TO - count);
            boolean free = true;
            for (int port = first; free && port < first + count; port++) {
                free = isFree("127.0.0.1", port);
            }
            if (free) {
                return first;
            }
        }
        throw new Problem(
                "No " + count + " free ports from " + FREE_FROM + " to " + FREE_TO + ".",
                "Stop something that listens there.");
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException _) {
            throw new Problem(
                    "BROADSHEET_HOST is '" + host + "', which is no address of this machine.",
                    "Use 127.0.0.1, or 0.0.0.0 for every address.");
        }
    }
}
