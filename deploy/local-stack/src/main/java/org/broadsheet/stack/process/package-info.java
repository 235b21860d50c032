/// Processes that outlive the command that started them: how they are started, remembered,
/// recognised, measured and ended. Knows nothing of what they are.
package org.broadsheet.stack.process;
