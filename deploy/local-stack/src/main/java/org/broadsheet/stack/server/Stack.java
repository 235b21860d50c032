package org.broadsheet.stack.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.stack.process.LogFile;
import org.broadsheet.stack.process.RunFolder;
import org.broadsheet.stack.process.RunRecord;
import org.broadsheet.stack.settings.Home;
import org.broadsheet.stack.settings.Setting;
import org.broadsheet.stack.settings.Settings;
import org.broadsheet.stack.settings.Sources;

/// One stack: the clone it is built from, the home it lives in, its settings, the JDK it runs on.
public record Stack(Sources sources, Home home, Settings settings, Path jdk) {

    public static Stack of(Map<String, String> environment) {
        Home home = Home.of(environment);
        return new Stack(
                Sources.ofThisProcess(),
                home,
                Settings.of(environment, home.properties()),
                Path.of(System.getProperty("java.home", "")));
    }

    public RunFolder runs() {
        return new RunFolder(home.run());
    }

    public LogFile log(String name) {
        return new LogFile(home.logs().resolve(name + ".log"));
    }

    public Optional<RunRecord> running(String name) {
        return runs().load(name).filter(RunRecord::isRunning);
    }

    /// The port a component listens on: as it was started, or else as it is set.
    public int port(String name, Setting setting) {
        return running(name).map(RunRecord::port).orElseGet(() -> settings.port(setting));
    }

    public String java() {
        return jdk.resolve("bin/java").toString();
    }

    /// The text of the name that is in front of each address: a service bound to every address is
    /// reached by people and by us on this one.
    public String serviceHost() {
        String host = settings.value(Setting.HOST);
        return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    }
}
