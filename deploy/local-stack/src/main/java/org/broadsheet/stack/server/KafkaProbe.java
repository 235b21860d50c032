package org.broadsheet.stack.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Asks a broker which requests it understands: the first thing every client does. An open port
/// alone does not say that the broker has joined its cluster.
final class KafkaProbe {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final short API_VERSIONS = 18;
    private static final int CORRELATION = 4711;
    private static final int HEADER_BYTES = 2 + 2 + 4 + 2;

    private KafkaProbe() {}

    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(HEADER_BYTES);
            request.writeShort(API_VERSIONS);
            request.writeShort(0); // version of the request
            request.writeInt(CORRELATION);
            request.writeShort(-1); // no client id
            request.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            int length = answer.readInt();
            return length >= 6 && answer.readInt() == CORRELATION && answer.readShort() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
