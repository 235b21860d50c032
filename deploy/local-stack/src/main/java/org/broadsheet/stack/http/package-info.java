/// Asking a process on this machine over HTTP, and reading the JSON it answers with.
package org.broadsheet.stack.http;
