/// The launcher behind the commands in `deploy/`. It has no dependency but the JDK, so that it can
/// run before anything has been built.
package org.broadsheet.stack;
