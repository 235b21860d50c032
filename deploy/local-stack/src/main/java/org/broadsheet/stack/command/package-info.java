/// The commands people type. A new one is a class here, a line in `Commands`, and a script of three
/// lines in `deploy/`.
package org.broadsheet.stack.command;
