package org.broadsheet.ingest.issue;

/// A file beside a page that speaks of it.
///
/// @param name as a keeper knows it: `3.txt.meta.yaml`, `issue.yaml`
/// @param text its YAML
public record Sidecar(String name, String text) {}
