/// Renders the manifests of `deploy/kubernetes` and holds them against the schemas of Kubernetes.
@NullMarked
package org.broadsheet.e2e.kubernetes;

import org.jspecify.annotations.NullMarked;
