/// What is shown: lines, colours, progress.
package org.broadsheet.stack.terminal;
