package org.broadsheet.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void portSomeoneListensOnIsTakenAndItsHolderIsFound() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();

            assertThat(Port.isFree("127.0.0.1", port)).isFalse();
            assertThat(PortHolder.describe(port))
                    .hasValueSatisfying(
                            holder ->
                                    assertThat(holder)
                                            .contains("pid " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void freeRangeIsFree() {
        int first = Port.freeRange(8);

        for (int port = first; port < first + 8; port++) {
            assertThat(Port.isFree("127.0.0.1", port)).as("port %d", port).isTrue();
        }
    }

    @Test
    void onlyListenersCount() {
        String line =
                "   1: 0100007F:1F90 00000000:0000 %s 00000000:00000000 00:00000000 00000000"
                        + "     0        0 12345 1";

        assertThat(PortHolder.inode(line.formatted("0A"), 8080)).contains("12345");
        assertThat(PortHolder.inode(line.formatted("01"), 8080)).isEmpty();
        assertThat(PortHolder.inode(line.formatted("0A"), 8081)).isEmpty();
    }
}
