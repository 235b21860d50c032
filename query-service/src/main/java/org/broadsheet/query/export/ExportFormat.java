package org.broadsheet.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// The forms in which all hits can be had.
enum ExportFormat {
    CSV("text/csv;charset=UTF-8;header=present", "csv"),
    NDJSON("application/x-ndjson", "ndjson"),
    BIBTEX("application/x-bibtex;charset=UTF-8", "bib"),
    RIS("application/x-research-info-systems;charset=UTF-8", "ris"),
    ZIP("application/zip", "zip");

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /// Writes articles into a stream, one after the other; closing it ends the file, not the
    /// stream.
    ArticleWriter writer(OutputStream out) throws IOException {
        return switch (this) {
            case CSV -> new CsvWriter(out);
            case NDJSON -> new NdjsonWriter(out);
            case BIBTEX -> ArticleWriter.citations(out, citation -> citation.bibtex() + "\n");
            case RIS -> ArticleWriter.citations(out, citation -> citation.ris() + "\r\n");
            case ZIP -> new ZipWriter(out);
        };
    }
}
