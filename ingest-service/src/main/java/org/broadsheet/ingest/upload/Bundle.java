package org.broadsheet.ingest.upload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.drop.Sidecars;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Rejection;
import org.broadsheet.ingest.issue.Sidecar;
import org.broadsheet.ingest.issue.Told;
import org.broadsheet.ingest.upload.Arrival.Source;
import org.jspecify.annotations.Nullable;

/// Files that came together, as one request or one `.zip`. As in the drop folder, the sidecars
/// among them speak of the others and are none themselves.
final class Bundle {
    private final Map<String, Source> files;
    private final Map<String, String> sidecars = new HashMap<>();

    private Bundle(Map<String, Source> files) {
        this.files = files;
    }

    /// @param files by name, in the order in which they are to be entered
    /// @param fields given for all of them
    static List<Arrival> arrivals(Map<String, Source> files, IssueMetadata fields)
            throws IOException, Refusal {
        Bundle bundle = new Bundle(files);
        bundle.readSidecars();
        List<Arrival> arrivals = new ArrayList<>();
        for (Map.Entry<String, Source> file : files.entrySet()) {
            if (!Sidecars.isSidecar(file.getKey())) {
                Told told = new Told(fields, bundle.sidecarsOf(file.getKey()));
                arrivals.add(new Arrival(file.getKey(), file.getValue(), told));
            }
        }
        return arrivals;
    }

    private void readSidecars() throws IOException, Refusal {
        for (Map.Entry<String, Source> file : files.entrySet()) {
            if (Sidecars.isSidecar(file.getKey())) {
                byte[] bytes = file.getValue().bytes();
                if (bytes.length > Sidecars.BYTES_MAX) {
                    throw new Refusal(
                            413,
                            "Sidecar too large",
                            Rejection.of(Rejection.Kind.METADATA_SIZE, file.getKey()));
                }
                sidecars.put(file.getKey(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
    }

    private List<Sidecar> sidecarsOf(String name) {
        List<Sidecar> found = new ArrayList<>();
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        for (String sidecar : List.of(name + Sidecars.OWN, folder + Sidecars.FOLDERS)) {
            @Nullable String text = sidecars.get(sidecar);
            if (text != null) {
                String shown = sidecar.substring(sidecar.lastIndexOf('/') + 1);
                found.add(new Sidecar(shown, text));
            }
        }
        return found;
    }
}
