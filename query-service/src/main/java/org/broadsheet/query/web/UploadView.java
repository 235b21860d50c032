package org.broadsheet.query.web;

import java.util.List;
import java.util.Set;
import org.broadsheet.query.archive.LedgerFile;

/// What becomes of an upload: its files, of which a `.zip` stands for those in it.
///
/// @param files as the ledger has them, with the parts of each `.zip`
record UploadView(List<LedgerFile> files, Visit visit) {
    private static final Set<String> UNDER_WAY = Set.of("received", "stored", "published");

    public List<FileView> rows() {
        return files.stream().map(file -> new FileView(file, visit)).toList();
    }

    public int count() {
        return files.stream().mapToInt(file -> Math.max(1, sum(file, false))).sum();
    }

    public int throughCount() {
        return count() - files.stream().mapToInt(UploadView::underWay).sum();
    }

    public boolean isUnderWay() {
        return throughCount() < count();
    }

    private static int underWay(LedgerFile file) {
        return file.isUnderWay() ? 1 : sum(file, true);
    }

    private static int sum(LedgerFile file, boolean underWay) {
        return file.parts().entrySet().stream()
                .filter(part -> !underWay || UNDER_WAY.contains(part.getKey()))
                .mapToInt(part -> part.getValue())
                .sum();
    }
}
